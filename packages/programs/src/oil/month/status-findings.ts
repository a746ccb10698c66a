import type { ExactCrossing } from './crossings.ts';
import { found } from './find.ts';
import type { LineFinding } from './line-month.ts';

/** Batches that crossed and are not, or not proved to be, originating; and crude that comes back. Once for each batch and reason. */
export function statusFindings(crossings: readonly ExactCrossing[]): LineFinding[] {
  const batches = Map.groupBy(
    crossings.filter(({ crossing, status }) => crossing.freeTrade.state !== 'free' || status.returns),
    ({ crossing }) => `${crossing.batch} ${crossing.freeTrade.reason}`,
  );
  return [...batches.values()].flatMap((list) => {
    const [{ crossing, status }] = list as [ExactCrossing];
    const { batch, freeTrade } = crossing;
    const { brokenAt, reason, state } = freeTrade;
    const evidence = [crossing.ticket.digest, ...(brokenAt?.digest ? [brokenAt.digest] : [])];
    const where = { batch, evidence };
    const lost =
      state === 'broken'
        ? [found('OIL_STATUS_LOST', { batch, reason }, where)]
        : state === 'unproved'
          ? [found('OIL_STATUS_NOT_PROVED', { batch, reason }, where)]
          : [];
    return [...lost, ...(status.returns ? [found('OIL_RETURNED', { batch }, where)] : [])];
  });
}
