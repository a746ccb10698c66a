import { Decimal, type Instant } from '@portolan/kernel';
import type { LinePapers } from '../stream/papers.ts';
import type { Replaced } from '../stream/standing.ts';

/**
 * Corrected transfers that stand in the place of what they correct, each with the moment at which the first version was known: those
 * that pass no more of the same batch, from the same seller to the same buyer and no earlier. One that takes more is a claim of its
 * own moment, or an early small one could be made to displace what others bought since.
 */
export function narrowedTransfers({ transfers }: Pick<LinePapers, 'transfers'>): Map<string, Instant> {
  const since = new Map<string, Instant>();
  for (const replaced of transfers.replaced) {
    const { after, before } = replaced;
    if (narrows(replaced)) since.set(after.digest, since.get(before.digest) ?? before.knownAt);
  }
  return since;
}

function narrows({
  after: { document: now },
  before: { document: was },
}: Replaced<'TitleTransfer'>): boolean {
  const same =
    now.batch === was.batch &&
    now.seller.did === was.seller.did &&
    now.buyer.did === was.buyer.did &&
    Date.parse(now.effectiveAt) >= Date.parse(was.effectiveAt);
  if (!same || was.volume === undefined) return same;
  const { volume } = now;
  return (
    volume !== undefined &&
    volume.unit === was.volume.unit &&
    volume.base === was.volume.base &&
    Decimal.of(volume.value).lte(Decimal.of(was.volume.value))
  );
}
