import type { Program, Reference } from '@portolan/programs';
import type { BatchTrust, TrustRequest } from '../credentials/trust/build-trust.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { NodeContext } from '../platform/context.ts';

/** A program with the reference that its rules are handed. */
export interface RunningProgram {
  readonly program: Program;
  readonly reference: Reference;
}

/** The node's context as trade services use it. */
export interface TradeContext extends NodeContext {
  readonly exchange: Exchange;
  readonly programs: ReadonlyMap<string, RunningProgram>;
  buildTrust(request: TrustRequest): Promise<BatchTrust>;
}
