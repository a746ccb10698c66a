import type { Digest } from '@portolan/kernel';
import type { TariffReference } from '@portolan/tariff';
import type { Reference } from '../../program.ts';
import { type CommodityFacts, commodities } from './commodities.ts';

/** All facts that the rules of this program work with, each row with its source. */
export interface OilTables {
  readonly commodities: readonly CommodityFacts[];
}

export const oilTables: OilTables = { commodities };

export function commodityNamed(tables: OilTables, name: string): CommodityFacts | undefined {
  return tables.commodities.find(({ commodity }) => commodity === name);
}

/** The reference of this program: the tariff at hand and its own tables, under one digest. */
export function oilReference(
  tariff: TariffReference,
  digest: (facts: OilTables) => Digest,
): Reference<OilTables> {
  return { tariff, agreements: oilTables, digest: digest(oilTables) };
}
