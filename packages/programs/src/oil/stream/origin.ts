import type { LiquidProduction, OriginPart } from '@portolan/documents';
import { expectOk } from '@portolan/kernel';
import { type Amount, amountOf, apportion, sumOf, textOf } from '@portolan/traceability';

/** What a volume is made of, by where it is from and what it is in a blend. */
export interface OriginKey {
  readonly country?: string | undefined;
  readonly role: OriginPart['role'];
}

export function originKey({ country, role }: OriginKey): string {
  return `origin=${country ?? '?'};role=${role}`;
}

/** The key of a component; what no program here named is of unknown origin and never diluent. */
export function readOriginKey(key: string): OriginKey {
  const [, country, role] = /^origin=([A-Z]{2}|\?);role=(crude|diluent|product)$/.exec(key) ?? [];
  if (country === undefined) return { role: 'crude' };
  return { role: role as OriginKey['role'], ...(country === '?' ? {} : { country }) };
}

/** Components of an event as amounts; they were read before. */
export function componentsOf(
  components: readonly { readonly key: string; readonly amount: string }[],
): Map<string, Amount> {
  const amounts = new Map<string, Amount>();
  for (const { amount, key } of components)
    amounts.set(key, (amounts.get(key) ?? 0n) + expectOk(amountOf(amount)));
  return amounts;
}

const HUNDRED = 100n * 10n ** 15n;

/** The components of a production: what its parts say, and the rest of the country of the facility. They add up exactly. */
export function originComponents(
  { facility, parts = [], role }: Pick<LiquidProduction, 'facility' | 'parts' | 'role'>,
  volume: Amount,
): { key: string; amount: string }[] {
  const weights = new Map<string, Amount>();
  for (const part of parts) {
    const percent = amountOf(part.percent);
    if (!percent.ok || percent.value <= 0n) continue;
    const key = originKey(part);
    weights.set(key, (weights.get(key) ?? 0n) + percent.value);
  }
  const rest = HUNDRED - sumOf(weights);
  if (rest > 0n) {
    const key = originKey({ country: facility.country, role });
    weights.set(key, (weights.get(key) ?? 0n) + rest);
  }
  return [...apportion(volume, weights)].map(([key, amount]) => ({ key, amount: textOf(amount) }));
}
