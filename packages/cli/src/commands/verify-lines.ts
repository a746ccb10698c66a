import type { Check, Conclusion, FileKind, Outcome, VerifyReport } from '@portolan/ledger';

const titles: Readonly<Record<FileKind, string>> = {
  receipt: 'Receipt',
  credential: 'Credential',
  evidence: 'Credential with receipt',
  unreadable: 'File',
};
const conclusions: Readonly<Record<Conclusion, string>> = {
  verified: 'verified',
  refused: 'REFUSED',
  incomplete: 'not fully verified',
};
const outcomes: Readonly<Record<Outcome, string>> = {
  passed: 'passed',
  failed: 'FAILED',
  undetermined: 'unknown',
  'not-applicable': 'n/a',
};

/** One sentence that says what came out. */
export function headline({ kind, conclusion }: VerifyReport): string {
  return `${titles[kind]}: ${conclusions[conclusion]}`;
}

/** What an outcome is called. */
export function outcomeWord(outcome: Outcome): string {
  return outcomes[outcome];
}

/** A report as lines of text for a terminal. */
export function reportLines(report: VerifyReport): string[] {
  const width = Math.max(
    0,
    ...report.facts.map(({ label }) => label.length),
    ...report.checks.map(({ name }) => name.length),
  );
  return [
    headline(report),
    ...report.facts.map(({ label, value }) => `  ${label.padEnd(width)}  ${value}`),
    ...report.checks.flatMap((check) => checkLines(check, width)),
  ];
}

function checkLines({ name, outcome, reason, refusals }: Check, width: number): string[] {
  const first = `  ${name.padEnd(width)}  ${outcomes[outcome].padEnd(7)}  ${refusals.length === 0 ? reason : ''}`;
  const indent = ' '.repeat(width + 13);
  return [
    first.trimEnd(),
    ...refusals.flatMap(({ code, path, message, mend }) => [
      `${indent}${code}${path === '' ? '' : ` at ${path}`}: ${message}`,
      `${indent}Mend: ${mend}`,
    ]),
  ];
}
