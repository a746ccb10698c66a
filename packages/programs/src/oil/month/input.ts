import type { PipelineProfile } from '@portolan/documents';
import type { TariffReference } from '@portolan/tariff';
import type { EnteredPeriod } from '../../pipeline/board.ts';
import type { Signed } from '../../signed.ts';
import type { OilTables } from '../facts/tables.ts';

/** An entry that an owner has drafted or filed for crossings of a line. */
export type FiledEntry = EnteredPeriod;

/** What a barrel of an owner's oil is entered at, where the owner has told. */
export interface EnteredValue {
  readonly owner: string;
  /** US dollars a barrel. */
  readonly perBarrel: string;
}

export interface LineMonthInput {
  /** The operator's profile in force in the month; see `profileOf`. */
  readonly profile: PipelineProfile;
  /** `YYYY-MM` by days of the border meter. */
  readonly month: string;
  /** All papers of the line at hand, also of neighbouring months, in any order. */
  readonly signed: readonly Signed[];
  readonly filed: readonly FiledEntry[];
  readonly tables: OilTables;
  readonly tariff: TariffReference;
  /** When the month is looked at: later papers are not used, and late entries are late by then. */
  readonly at: string;
  /** Whoever asks is shown its own sales alone, so that those before them are in no paper at hand. Operator and agency see all. */
  readonly partial?: boolean;
  /** Needed for the merchandise processing fee only. */
  readonly values?: readonly EnteredValue[];
}
