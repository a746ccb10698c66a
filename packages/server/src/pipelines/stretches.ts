import type { TitleStretch } from '@portolan/contract';
import { canonicalize, Decimal, type JsonValue } from '@portolan/kernel';
import type { Crossing } from '@portolan/programs';

/** Title at the meter: crossings that follow each other under one title, of one batch and status, put together. */
export function stretchesOf(crossings: readonly Crossing[]): TitleStretch[] {
  const stretches: TitleStretch[] = [];
  let sum = Decimal.zero;
  let last = '';
  for (const crossing of crossings) {
    const name = sameness(crossing);
    const before = stretches.at(-1);
    if (before && name === last) {
      sum = sum.plus(Decimal.of(crossing.volume));
      before.volume = sum.toString();
      before.to = crossing.to > before.to ? crossing.to : before.to;
      before.tickets += 1;
      before.byTime ||= crossing.byTime;
      continue;
    }
    last = name;
    sum = Decimal.of(crossing.volume);
    stretches.push(stretchOf(crossing));
  }
  return stretches;
}

function stretchOf(crossing: Crossing): TitleStretch {
  const { from, to, batch, owner, basis, volume, byTime, origin, freeTrade, hts, inBond } = crossing;
  return {
    ...{ from, to, batch, owner, basis, volume, tickets: 1, byTime, origin, freeTrade },
    ...(hts === undefined ? {} : { hts }),
    ...(inBond === undefined ? {} : { inBond }),
  };
}

function sameness({ batch, owner, basis, origin, freeTrade, hts, inBond }: Crossing): string {
  const parts = { batch, owner: owner.did, basis: basis.digest, origin, freeTrade, hts, inBond };
  return canonicalize(JSON.parse(JSON.stringify(parts)) as JsonValue);
}
