import type { Digest } from '@portolan/kernel';
import type { OriginAgreement, TariffReference } from '@portolan/tariff';
import type { Reference } from '../../program.ts';
import type { Agreement, AgreementTerms } from './agreement.ts';
import { caftaDr } from './cafta-dr.ts';
import { usmca } from './usmca.ts';

/** All facts that the rules of this program work with beside the tariff. */
export interface AgreementTables {
  readonly agreements: readonly Agreement[];
}

const terms: readonly AgreementTerms[] = [usmca, caftaDr];

/** The reference of this program: the tariff at hand and the agreements' terms, under one digest. */
export function agreementReference(
  tariff: TariffReference,
  digest: (facts: AgreementTables) => Digest,
): Reference<AgreementTables> {
  const agreements = { agreements: terms.map((row) => ({ ...row, origin: originOf(row, tariff) })) };
  const facts = { ...agreements, tariff: tariff.digest };
  return { tariff, agreements, digest: digest(facts) };
}

function originOf({ id }: AgreementTerms, { origin }: TariffReference): OriginAgreement {
  const found = origin.agreements.find((row) => row.id === id);
  if (!found) throw new Error(`the tariff reference has no rules of origin of ${id}`);
  return found;
}
