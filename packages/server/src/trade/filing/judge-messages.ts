import type { Evidence } from '@portolan/documents';
import type { Digest, Instant, Refusal } from '@portolan/kernel';
import type { Observations } from '@portolan/programs';
import type { Segments } from '../../platform/workers/index.ts';
import type { HeldItem } from '../../tariff/shelf/compose.ts';
import type { TargetingRow } from '../targeting/store.ts';
import type { Judgement } from './judge-dossier.ts';

/** The worker's task that judges a chunk of filings. */
export const judgeFilings = 'judge-filings';

/** What a worker needs of a filing; its envelope and its signed documents are segments of the task. */
export interface FilingSheet {
  readonly observations: Observations;
  readonly at: Instant;
  readonly documents: readonly (SignedSheet | Evidence)[];
}

/** A signed document as the worker reads it again: its credential and the verdict on it are the next two segments. */
export interface SignedSheet {
  readonly signed: true;
  readonly fileName: string | undefined;
}

export interface JudgeTask {
  readonly program: string;
  /** Digest of the facts that the rules are to be handed. */
  readonly reference: Digest;
  /** What of it was imported, for a worker that has not put it together yet. */
  readonly imported?: readonly HeldItem[];
  readonly targeting: readonly TargetingRow[];
  readonly filings: readonly FilingSheet[];
  readonly segments: Segments;
}

/** A judgement on its way back; what is kept are three segments of the answer, in the order dossier, observations, evaluation. */
export type JudgementSheet =
  | { readonly refusals: readonly Refusal[] }
  | (Omit<Judgement, 'kept'> & { readonly digests: readonly [Digest, Digest, Digest] });

/** The answer to a task; undefined from a worker that does not have the facts that were meant. */
export type JudgeAnswer =
  | { readonly sheets: readonly JudgementSheet[]; readonly segments: Segments }
  | undefined;
