import { type CryptoPort, digestJson, type JsonValue } from '@portolan/kernel';
import type { TariffReference } from '../reference/reference.ts';
import type { TradeCase } from './case.ts';

/** The reference with cases of an importer beside it, under a digest of its own: two of one digest compute alike. */
export function withCases(
  reference: TariffReference,
  cases: readonly TradeCase[],
  crypto: CryptoPort,
): TariffReference {
  if (cases.length === 0) return reference;
  const all = [...reference.cases, ...cases];
  const content = { reference: reference.digest, cases: all } as unknown as JsonValue;
  return { ...reference, cases: all, digest: digestJson(crypto, content) };
}
