import { type MatchPolicy, usualPolicy } from '@portolan/documents';
import type { Digest } from '@portolan/kernel';
import type { TariffReference } from '@portolan/tariff';
import type { Reference } from '../../program.ts';

/** What the rules of this program work with: how much papers may differ, from which day on. */
export interface OrderFacts {
  readonly policy: MatchPolicy;
}

const facts: OrderFacts = { policy: usualPolicy };

export function orderReference(
  tariff: TariffReference,
  digest: (facts: OrderFacts) => Digest,
): Reference<OrderFacts> {
  return { tariff, agreements: facts, digest: digest(facts) };
}
