import type { Digest } from '@portolan/kernel';
import type { Edition } from '../edition/edition.ts';
import type { FeeSchedule } from '../fee/schedule.ts';
import type { NamedLayer, Surcharge } from '../layer/layer.ts';
import type { Scopes } from '../layer/scope.ts';
import type { Column2Country, PreferenceProgram } from '../program/program.ts';
import type { EntryType, Mode } from './codes.ts';

/** Everything a duty computation reads, dated, with source and certainty; two references of one digest compute alike. */
export interface TariffReference {
  readonly editions: readonly Edition[];
  readonly fees: FeeSchedule;
  readonly programs: readonly PreferenceProgram[];
  readonly column2: readonly Column2Country[];
  readonly surcharges: readonly Surcharge[];
  readonly layers: readonly NamedLayer[];
  readonly scopes: Scopes;
  readonly entryTypes: readonly EntryType[];
  readonly modes: readonly Mode[];
  /** Ended statistical numbers and what they became, digits only. */
  readonly concordance: ReadonlyMap<string, readonly string[]>;
  readonly digest: Digest;
}
