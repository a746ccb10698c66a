import type { Finding } from '../../finding.ts';
import type { OilCase } from '../case.ts';
import { find } from '../find.ts';

/** No barrel is entered twice, in this entry or in another, whoever enters it. */
export function checkOnce({ lines, observations }: OilCase): Finding[] {
  const elsewhere = (observations.crossingsEntered ?? []).map(({ entryNumber, line }) =>
    find('OIL_ENTERED_TWICE', `/lines/${line - 1}/lot`, { line, entry: `entry ${entryNumber}` }),
  );
  const seen = new Map<string, number>();
  const inside = lines.flatMap(({ line, path }) => {
    if (line.lot === undefined) return [];
    const key = `${line.lot} ${line.hts} ${line.spi ?? ''}`;
    const before = seen.get(key);
    seen.set(key, before ?? line.number);
    if (before === undefined) return [];
    return [find('OIL_ENTERED_TWICE', `${path}/lot`, { line: line.number, entry: `line ${before}` })];
  });
  return [...elsewhere, ...inside];
}
