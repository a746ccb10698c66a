import type { SigningTime, Trust } from '@portolan/credentials';
import type { Instant, JsonObject } from '@portolan/kernel';
import type { Program, Reference } from '@portolan/programs';
import type { Exchange } from '../exchange/exchange.ts';
import type { NodeContext } from '../platform/context.ts';

/** What a batch of credentials is checked against: everything is read before, so that checking waits for nothing. */
export interface TrustRequest {
  readonly tenantId: string;
  readonly at: Instant;
  readonly credentials: readonly JsonObject[];
  /** Lists that the sender stapled; each is believed only when its issuer signed it. */
  readonly statusLists: readonly JsonObject[];
  /** Issuers' nodes may be asked for lists that nobody sent. */
  readonly asks?: boolean;
}

/** Trust for one batch; only the signing time differs from credential to credential. */
export interface BatchTrust {
  trust(signedAt: SigningTime): Trust;
  /** Status lists that were consulted, to be recorded with what is decided by them. */
  readonly statusLists: readonly { readonly url: string; readonly digest: string }[];
}

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
