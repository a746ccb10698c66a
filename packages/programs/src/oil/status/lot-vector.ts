import { type Amount, type Composition, sumOf } from '@portolan/traceability';
import { type OriginKey, readOriginKey } from '../stream/origin.ts';

/** One origin and role in a volume, with its exact amount. */
export interface VectorPart extends OriginKey {
  readonly amount: Amount;
}

/** What a volume is made of, by origin and role; the largest first. */
export interface LotVector {
  readonly parts: readonly VectorPart[];
  readonly total: Amount;
}

export function lotVector(composition: Composition): LotVector {
  const merged = new Map<string, VectorPart>();
  for (const [key, amount] of composition) {
    const origin = readOriginKey(key);
    const name = `${origin.country ?? '?'} ${origin.role}`;
    merged.set(name, { ...origin, amount: (merged.get(name)?.amount ?? 0n) + amount });
  }
  const parts = [...merged].filter(([, { amount }]) => amount > 0n);
  parts.sort(([left, a], [right, b]) =>
    a.amount === b.amount ? (left < right ? -1 : 1) : a.amount > b.amount ? -1 : 1,
  );
  return { parts: parts.map(([, part]) => part), total: sumOf(composition) };
}

/** Where the volume is from: the country of most of what is not diluent; undefined where most of it is not known. */
export function originCountry({ parts }: LotVector): string | undefined {
  const [largest] = parts.filter(({ role }) => role !== 'diluent');
  return (largest ?? parts[0])?.country;
}
