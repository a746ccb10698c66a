import type { Program, Reference } from '@portolan/programs';
import type { BatchTrust, TrustRequest } from '../credentials/trust/build-trust.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { NodeContext } from '../platform/context.ts';
import type { HeldItem } from '../tariff/shelf/compose.ts';
import type { References } from './references.ts';

/** A program with the reference that its rules are handed. */
export interface ProgramWithReference {
  readonly program: Program;
  readonly reference: Reference;
  /** What of the reference was imported for the whole node: with it another thread puts the same one together. */
  readonly imported: readonly HeldItem[];
}

/** The program that a case is filed under, with those that may have something to say about it beside. */
export interface RunningProgram extends ProgramWithReference {
  readonly beside: readonly ProgramWithReference[];
}

/** Every program with the reference of one moment, by program id. */
export type RunningPrograms = ReadonlyMap<string, RunningProgram>;

/** The node's context as trade services use it. */
export interface TradeContext extends NodeContext {
  readonly exchange: Exchange;
  /** What this release runs. Their rules are handed a reference of `references`. */
  readonly programs: ReadonlyMap<string, Program>;
  readonly references: References;
  buildTrust(request: TrustRequest): Promise<BatchTrust>;
}
