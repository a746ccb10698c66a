import type { Digest } from '@portolan/kernel';
import type { TradeCase } from '../case/case.ts';
import type { Chapter98Provision } from '../chapter98/provision.ts';
import type { ClassificationTables } from '../classify/tables.ts';
import type { Concordance } from '../edition/concordance.ts';
import type { Edition } from '../edition/edition.ts';
import type { ExciseTax } from '../excise/tax.ts';
import type { FeeSchedule } from '../fee/schedule.ts';
import type { DutyLayer, NamedLayer, Stacking } from '../layer/layer.ts';
import type { Scopes } from '../layer/scope.ts';
import type { OriginTables } from '../origin/tables.ts';
import type { Column2Country, PreferenceProgram } from '../program/program.ts';
import type { Prohibition } from '../prohibition/prohibition.ts';
import type { ValueTables } from '../value/tables.ts';
import type { EntryType, Mode } from './codes.ts';
import type { LineFlagsTable } from './flags.ts';

/** Everything a duty computation reads, dated, with source and certainty; two references of one digest compute alike. */
export interface TariffReference {
  readonly editions: readonly Edition[];
  readonly fees: FeeSchedule;
  readonly programs: readonly PreferenceProgram[];
  readonly column2: readonly Column2Country[];
  /** Additional duties of chapter 99 that are computed. */
  readonly dutyLayers: readonly DutyLayer[];
  /** How they stand to one another. */
  readonly stacking: readonly Stacking[];
  /** Measures that are only named. */
  readonly layers: readonly NamedLayer[];
  readonly chapter98: readonly Chapter98Provision[];
  readonly excise: readonly ExciseTax[];
  readonly prohibitions: readonly Prohibition[];
  /** Antidumping and countervailing cases that were imported; none come with the package. */
  readonly cases: readonly TradeCase[];
  readonly scopes: Scopes;
  readonly entryTypes: readonly EntryType[];
  readonly modes: readonly Mode[];
  /** Ended numbers and what they became, by their digits. */
  readonly concordance: Concordance;
  /** What other agencies ask for, by number. */
  readonly flags: LineFlagsTable;
  /** Tables of value worksheets: delivery terms, adjustments, rates of exchange. */
  readonly value: ValueTables;
  /** Tables of origin worksheets: agreements, product rules, rulings. */
  readonly origin: OriginTables;
  /** Tables of the classifier: trade terms, traits, weights. */
  readonly classification: ClassificationTables;
  readonly digest: Digest;
}
