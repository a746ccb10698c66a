import type { Digest } from '@portolan/kernel';
import type { TariffReference } from '@portolan/tariff';
import type { Reference } from '../../program.ts';
import { type LiquidTables, liquidTables } from '../measure/facts/tables.ts';
import { type CommodityFacts, commodities } from './commodities.ts';
import { type EntryClock, entryClocks } from './entry-clocks.ts';
import { type ProcessPolicy, processPolicies } from './entry-process.ts';
import {
  type AllocationPolicy,
  allocationPolicies,
  type LossAllowance,
  type ReadingPolicy,
  readingPolicies,
  usualLossAllowances,
} from './policies.ts';
import { type StatusRule, statusRules } from './status-rules.ts';

/** All facts that the rules of this program work with, each row with its dates, source and certainty. */
export interface OilTables {
  readonly commodities: readonly CommodityFacts[];
  /** What volumes and gravities are computed with. */
  readonly measurement: LiquidTables;
  readonly readings: readonly ReadingPolicy[];
  readonly allocation: readonly AllocationPolicy[];
  readonly lossAllowances: readonly LossAllowance[];
  readonly status: readonly StatusRule[];
  readonly process: readonly ProcessPolicy[];
  readonly entryClocks: readonly EntryClock[];
}

export const oilTables: OilTables = {
  commodities,
  measurement: liquidTables,
  readings: readingPolicies,
  allocation: allocationPolicies,
  lossAllowances: usualLossAllowances,
  status: statusRules,
  process: processPolicies,
  entryClocks,
};

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
