import type { Digest } from '@portolan/kernel';
import type { TariffReference } from '@portolan/tariff';
import type { Reference } from '../../program.ts';
import { type AlloyFacts, alloyFacts } from './alloy.ts';
import { type ClassificationRow, classificationRows } from './classification.ts';
import type { GradeRow } from './grades/grade.ts';
import { editionYears, grades } from './grades/grades.ts';
import type { MetalFacts } from './metal.ts';
import { metals } from './metals.ts';
import { type SizeGroupFacts, sizeGroups } from './size-groups.ts';
import { type WeighingFacts, weighing } from './weighing.ts';

/** All facts that the rules of this program work with, each row with its source. */
export interface SteelTables {
  readonly metals: readonly MetalFacts[];
  readonly alloy: AlloyFacts;
  readonly classification: readonly ClassificationRow[];
  readonly grades: readonly GradeRow[];
  readonly editionYears: Readonly<Record<string, number>>;
  readonly weighing: WeighingFacts;
  readonly sizeGroups: SizeGroupFacts;
}

export const steelTables: SteelTables = {
  metals,
  alloy: alloyFacts,
  classification: classificationRows,
  grades,
  editionYears,
  weighing,
  sizeGroups,
};

export function metalNamed(tables: SteelTables, metal: string): MetalFacts | undefined {
  return tables.metals.find((row) => row.metal === metal);
}

/** The metal whose articles a tariff number is of; chapter 72 and 73 are steel. */
export function metalOf(tables: SteelTables, hts: string): MetalFacts | undefined {
  return tables.metals.find(({ primary, articles }) => within([...primary, ...articles], hts));
}

/** Whether a number is of a primary article, which must name a country and never OTH. */
export function isPrimary({ primary }: MetalFacts, hts: string): boolean {
  return within(primary, hts);
}

/** Whether goods of a number come with a mill analysis. */
export function needsAnalysis({ analysed }: MetalFacts, hts: string): boolean {
  return within(analysed, hts);
}

function within(ranges: readonly (readonly [string, string])[], hts: string): boolean {
  const six = hts.replaceAll('.', '').slice(0, 6);
  return ranges.some(([first, last]) => first <= six && six <= last);
}

/** The reference of this program: the tariff at hand and its own tables, under one digest. */
export function steelReference(
  tariff: TariffReference,
  digest: (facts: SteelTables) => Digest,
): Reference<SteelTables> {
  return { tariff, agreements: steelTables, digest: digest(steelTables) };
}
