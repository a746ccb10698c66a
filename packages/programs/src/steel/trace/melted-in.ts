import { Decimal } from '@portolan/kernel';
import { type Compositions, decimalOf } from '@portolan/traceability';

/** Where the metal of a lot was first liquid. */
export interface MeltShare {
  readonly country: string;
  /** Share of the metal, percent with two places. */
  readonly percent: string;
}

/** Countries of melt of a lot, by what the heats it came from say; what was added to it, such as zinc, is left out. */
export function meltedIn({ made }: Compositions, lot: string): MeltShare[] {
  const parts = [...(made.get(lot) ?? [])].flatMap(([key, amount]) => {
    const country = /^melt=(.+)$/.exec(key)?.[1];
    return country === undefined ? [] : [{ country, amount: decimalOf(amount) }];
  });
  const whole = parts.reduce((sum, { amount }) => sum.plus(amount), Decimal.zero);
  if (whole.isZero()) return [];
  return parts
    .map(({ country, amount }) => ({
      country,
      percent: amount.times(Decimal.of(100)).dividedBy(whole, 2, 'half-even').toString(),
    }))
    .sort((a, b) => (a.country < b.country ? -1 : 1));
}
