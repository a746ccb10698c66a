import type { Digest, Instant } from '@portolan/kernel';
import type { EnteredPeriod, Flow, LineMonth, OriginShare } from '@portolan/programs';
import type { HeldItem } from '../tariff/shelf/compose.ts';

/** The worker's task that computes a month of a line. */
export const computeMonth = 'pipeline-month';

export interface MonthTask {
  readonly program: string;
  /** Digest of the facts that the month is computed with. */
  readonly reference: Digest;
  /** What of it was imported, for a worker that has not put it together yet. */
  readonly imported?: readonly HeldItem[];
  readonly line: string;
  readonly month: string;
  readonly entered: readonly EnteredPeriod[];
  readonly at: Instant;
  /** Who asks, where that is a business: it may hold a part of the papers only. */
  readonly reader?: string;
  /** Papers as JSON lists of those that are kept, each list as text. */
  readonly papers: readonly string[];
  /** Digests of those that were withdrawn. */
  readonly withdrawn: readonly string[];
}

/** All of a month but what crossed in each stretch of time, which may be long. */
export type MonthHead = Omit<LineMonth, 'crossings'>;

export interface OwnerOrigin extends Pick<OriginShare, 'country' | 'role'> {
  readonly did: string;
}

/** A month as JSON: what is shown of it at once as text, and the crossings of each day as bytes. */
export interface MonthSheet {
  readonly head: string;
  readonly crossings: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
  /** What the oil of each owner was made of, by day. */
  readonly origins: Readonly<Record<string, readonly OwnerOrigin[]>>;
  readonly flow: Flow;
  /** Batches that crossed or are in stock. */
  readonly batches: readonly string[];
  /** Of head and crossings: the same months have the same one, on every node. */
  readonly digest: Digest;
  /** Of the digests of the papers that it was computed from, in order. */
  readonly papersDigest: Digest;
  readonly papers: number;
}

/** `profile` where no profile of the line is at hand; nothing from a worker that does not have the facts that were meant. */
export type MonthAnswer = MonthSheet | 'no-profile' | undefined;
