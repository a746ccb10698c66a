import { parseRate } from './parse.ts';
import type { SpecialRate } from './rate.ts';
import { tidyRate } from './text.ts';

/** A program code: one or two capitals and a sign; a footnote mark such as "1/" may follow. */
const code = String.raw`[A-Z]{1,2}[+*#]?(?: ?\d+/)?`;
const programList = new RegExp(String.raw`\(\s*(${code}(?:[\s,(]+${code})*)[\s,]*\)`, 'g');

/**
 * Reads the special column: groups of a rate and the programs in parentheses that get it
 * ("Free (A*,AU,S) See 9822.05.15 (P+)"). A rate without programs stands for all of them (chapters 98 and 99).
 */
export function parseSpecial(raw: string): SpecialRate[] {
  const text = tidyRate(raw);
  const groups: SpecialRate[] = [];
  let from = 0;
  for (const match of text.matchAll(programList)) {
    const programs = (match[1] ?? '').split(/[\s,(]+/).filter((program) => /^[A-Z]/.test(program));
    groups.push(group([...new Set(programs)], text.slice(from, match.index)));
    from = match.index + match[0].length;
  }
  const rest = text.slice(from).replace(/^[\s.,]+/, '');
  return rest === '' ? groups : [...groups, group([], rest)];
}

function group(programs: readonly string[], text: string): SpecialRate {
  return { programs, rate: parseRate(text), text: text.trim() };
}
