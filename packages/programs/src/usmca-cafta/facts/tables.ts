import type { Digest } from '@portolan/kernel';
import type { TariffReference } from '@portolan/tariff';
import type { Reference } from '../../program.ts';
import { caftaDrRules } from '../product-rules/cafta-dr.ts';
import type { ProductRule } from '../product-rules/product-rule.ts';
import { usmcaRules } from '../product-rules/usmca.ts';
import type { Agreement } from './agreement.ts';
import { caftaDr } from './cafta-dr.ts';
import { criterionFloors, type RegionalValueFloor } from './regional-value.ts';
import { type Ruling, rulings } from './rulings.ts';
import { usmca } from './usmca.ts';

/** All facts that the rules of this program work with. */
export interface AgreementTables {
  readonly agreements: readonly Agreement[];
  readonly productRules: readonly ProductRule[];
  readonly rulings: readonly Ruling[];
  readonly criterionFloors: readonly RegionalValueFloor[];
}

export const agreementTables: AgreementTables = {
  agreements: [usmca, caftaDr],
  productRules: [...usmcaRules, ...caftaDrRules],
  rulings,
  criterionFloors,
};

/** The reference of this program: the tariff at hand and the agreements' tables, under one digest. */
export function agreementReference(
  tariff: TariffReference,
  digest: (facts: AgreementTables) => Digest,
): Reference<AgreementTables> {
  return { tariff, agreements: agreementTables, digest: digest(agreementTables) };
}
