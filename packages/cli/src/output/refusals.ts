import type { Refusal } from '@portolan/kernel';
import type { Finding } from '@portolan/programs';

/** Refusals as people read them: what, where, how to mend it. */
export function refusalLines(refusals: readonly Refusal[]): string[] {
  return refusals.flatMap(({ code, path, message, mend, cite }) => [
    message,
    `  mend: ${mend}`,
    `  (${[code, path && `at ${path}`, cite].filter(Boolean).join(', ')})`,
  ]);
}

const words: Readonly<Record<Finding['severity'], string>> = {
  refuse: 'REFUSE',
  refer: 'REFER',
  warn: 'WARN',
  info: 'INFO',
};

/** Findings of the program's rules, gravest first as they come, each with its mend and what one flag would fix. */
export function findingLines(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ code, severity, path, message, mend, cite, fix, program }) => [
    `${words[severity].padEnd(6)}  ${message}`,
    `        mend: ${mend}`,
    ...(fix ? [`        offered: ${fix.label} (--fix)`] : []),
    `        (${[code, path && `at ${path}`, cite, program && `program ${program}`].filter(Boolean).join(', ')})`,
  ]);
}
