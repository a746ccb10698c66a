import type { DocumentType, Evidence } from '@portolan/documents';
import type { Instant } from '@portolan/kernel';
import type { LineMonth } from '../oil/month/line-month.ts';
import type { Reference } from '../program.ts';
import type { Signed } from '../signed.ts';

/** What a paper of a pipeline is found by. Months are calendar months by UTC; a meter has its days in a zone of its own. */
export interface PaperKeys {
  /** Lines that it names; none where it is found by its lots alone. */
  readonly lines: readonly string[];
  /** Months that it speaks of; none where it holds at all times. */
  readonly months: readonly string[];
  /** Months that it could belong to by the clock of a meter, or whose beginning or end it touches. */
  readonly near: readonly string[];
  /** Lots that it fills: whoever takes of them takes of what this paper tells. */
  readonly makes: readonly string[];
  /** Lots that it takes from. */
  readonly takes: readonly string[];
  /** Lots that it says something of: who owns them, who holds them, that they move under bond. */
  readonly about: readonly string[];
  readonly commodity?: string;
  /** Number that its author gave it. */
  readonly number: string;
  /** When what it tells began. */
  readonly beginsAt?: Instant;
  /** What the line is called and whose it is, where the paper says so. */
  readonly named?: LineKeys;
}

export interface LineKeys {
  readonly name?: string;
  readonly operator: { readonly did: string; readonly name: string };
}

/** An entry that was drafted or filed for an owner, and the days of the meter that it covers. */
export interface EnteredPeriod {
  /** Entry number; of a draft without one its identifier. */
  readonly entry: string;
  /** Decentralized identifier of the owner who enters. */
  readonly owner: string;
  /** First and last day of the meter. */
  readonly from: string;
  readonly to: string;
  readonly state: 'draft' | 'filed';
  /** Barrels at 60 °F by tariff number, as far as they are known. */
  readonly volumes: readonly { readonly hts: string; readonly volume: string }[];
  readonly filedAt: string;
}

export interface PipelineMonthInput {
  readonly line: string;
  /** `YYYY-MM` by days of the border meter. */
  readonly month: string;
  /** Each paper once, sound and not withdrawn, also of neighbouring months, in any order. */
  readonly papers: readonly Signed[];
  readonly entered: readonly EnteredPeriod[];
  /** What counts as now: later papers are not used, and late entries are late by then. */
  readonly at: Instant;
  /** Who asks, where that is a business that may be shown a part of the papers only; none for an agency. */
  readonly reader?: string;
}

/** What a program makes of the papers of a pipeline. A server indexes papers by their keys and asks for months; it knows no program. */
export interface PipelineBoard<Facts = unknown> {
  /** Types of papers that months are computed from. */
  readonly reads: readonly DocumentType[];
  /** Whether lines that carry this liquid or gas are this program's. */
  readonly carries: (commodity: string) => boolean;
  /** What a paper is found by. */
  readonly keysOf: (evidence: Evidence) => PaperKeys;
  /** Months before the asked one from which lots are followed up to where they came from. */
  readonly monthsBack: number;
  /** The same papers give the same month, in whatever order they are handed in; none where no profile of the line is at hand. */
  readonly month: (input: PipelineMonthInput, reference: Reference<Facts>) => LineMonth | undefined;
}
