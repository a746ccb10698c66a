import { Decimal } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import { barrelsOf, type OilCase } from '../case.ts';
import { find } from '../find.ts';
import { transferNotShown } from './title.ts';

/** What the operator's manifest states, beside tickets and titles; a row for each day and batch of each owner. */
export function checkManifest(c: OilCase): Finding[] {
  const { crossings, manifests, months } = c;
  if (months.length === 0) return [];
  return manifests.flatMap(({ digest, document }) => {
    const stated = new Map<string, { day: string; batch: string; owner: string; volume: Decimal }>();
    for (const { batch, day, owner, volume } of document.days) {
      const key = `${day} ${batch} ${owner.did}`;
      const before = stated.get(key)?.volume ?? Decimal.zero;
      stated.set(key, { day, batch, owner: owner.did, volume: before.plus(Decimal.of(volume.value)) });
    }
    return [...stated.values()].flatMap(({ batch, day, owner, volume }) => {
      const found = barrelsOf(
        crossings.filter((one) => one.day === day && one.batch === batch && one.owner.did === owner),
      );
      if (volume.round(2, 'half-up').eq(found.round(2, 'half-up'))) return [];
      if (found.isZero() && transferNotShown(c, batch, owner)) return [];
      const params = { batch, day, stated: volume.toString(), measured: found.toString() };
      return [find('OIL_MANIFEST_DIFFERS', '/billOfLading', params, [digest])];
    });
  });
}
