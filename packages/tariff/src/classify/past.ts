import type { Static } from 'typebox';
import { type Concordance, successorsIn } from '../edition/concordance.ts';
import type { Edition } from '../edition/edition.ts';
import type { ShownPastCodeSchema } from './classification.ts';
import type { PastCode } from './product.ts';

export type ShownPastCode = Static<typeof ShownPastCodeSchema>;

/** The moment for which a code is asked: what counts on the date, as far as it was known. */
export interface ClassificationMoment {
  readonly date: string;
  readonly knownAt: string;
}

/**
 * Past codes of the product as they stand in this edition. Of those that count on the date and were known, a ruling
 * goes before a decision and the later before the earlier; the first of them wins, the others agree or conflict.
 */
export function standPast(
  past: readonly PastCode[],
  edition: Edition,
  concordance: Concordance,
  moment: ClassificationMoment,
): ShownPastCode[] {
  const ordered = past.toSorted(byWeight);
  let winner: ShownPastCode | undefined;
  return ordered.map((code) => {
    const hts = code.hts.replaceAll('.', '');
    const now = nowIn(edition, concordance, hts);
    const shown = { ...code, hts, ...(now === undefined ? {} : { now }) };
    if (code.knownAt.slice(0, 10) > moment.knownAt.slice(0, 10))
      return { ...shown, state: 'not yet known' as const };
    if (code.effective > moment.date) return { ...shown, state: 'not yet in force' as const };
    if (now === undefined) return { ...shown, state: 'ended' as const };
    if (winner === undefined) {
      winner = { ...shown, state: 'wins' };
      return winner;
    }
    return { ...shown, state: agree(winner.now ?? '', now) ? ('agrees' as const) : ('conflicts' as const) };
  });
}

function byWeight(a: PastCode, b: PastCode): number {
  const kind = Number(b.kind === 'ruling') - Number(a.kind === 'ruling');
  return kind || compare(b.effective, a.effective) || compare(b.knownAt, a.knownAt) || compare(a.hts, b.hts);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The number in this edition: itself, or the only one that it became; none where it ended without a single successor. */
function nowIn(edition: Edition, concordance: Concordance, hts: string): string | undefined {
  if (edition.under(hts, 1).length > 0) return hts;
  const successors = successorsIn(edition, concordance, hts);
  return successors.length === 1 ? successors[0] : undefined;
}

/** Two numbers agree where one begins with the other: a ruling at six digits does not contradict ten below it. */
function agree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
