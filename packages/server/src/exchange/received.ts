import type { Delivery, FilingAcknowledged } from '@portolan/contract';
import type { SecuredDocument } from '@portolan/credentials';
import type { Digest, JsonObject, Refusal } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { Tenant } from '../platform/tenant.ts';
import type { Envelope, EnvelopeKind } from './envelope.ts';
import type { Moment } from './moment.ts';

/** A source file that came with an envelope; its bytes match the digest. */
export interface ReceivedFile {
  readonly digest: Digest;
  readonly name: string;
  readonly mediaType?: string;
  readonly bytes: Uint8Array;
}

/** An envelope whose form, sender, signature and attachments were found in order. */
export interface Received {
  readonly envelope: Envelope;
  readonly digest: Digest;
  /** The bytes it is kept as. */
  readonly content: Buffer;
  /** The tenant of this node to whom it was sent. */
  readonly receiver: Tenant;
  /** The sender, where it has a seat on this node. */
  readonly sender?: Tenant;
  readonly moment: Moment;
  readonly credentials: ReadonlyMap<Digest, JsonObject>;
  /** Those of the credentials that carry a proof of the right form, taken apart. */
  readonly secured: ReadonlyMap<Digest, SecuredDocument>;
  readonly files: ReadonlyMap<Digest, ReceivedFile>;
  readonly statusLists: readonly JsonObject[];
}

/** One envelope looked at before any transaction: refused, or taken with what is still to be stored. */
export type Prepared<Work> =
  | { readonly refusals: readonly Refusal[] }
  | { readonly refusals?: undefined; readonly work: Work; readonly filing?: FilingAcknowledged };

/**
 * How an area receives envelopes of one kind. `prepare` reads and computes for the whole batch, `commit` stores the
 * whole batch in the transaction that also keeps the envelopes, `after` runs when all of it is durable.
 */
export interface EnvelopeHandler<Work = unknown> {
  readonly kind: EnvelopeKind;
  prepare(received: readonly Received[]): Promise<readonly Prepared<Work>[]>;
  commit(tx: PoolClient, works: readonly Work[]): Promise<void>;
  after?(works: readonly Work[]): void;
  /** Envelopes that could not be taken leave their refusals here, and nothing else. */
  refuse?(tx: PoolClient, refused: readonly RefusedEnvelope[]): Promise<void>;
  /** At the sender's node: what the receivers answered, in the transaction that takes the envelopes out of the outbox. */
  answered?(tx: PoolClient, answered: readonly AnsweredEnvelope[]): Promise<void>;
}

export interface AnsweredEnvelope {
  /** The tenant that sent it. */
  readonly tenantId: string;
  readonly threadId: string;
  readonly digest: Digest;
  readonly envelope: Envelope;
  readonly delivery: Delivery;
}

export interface RefusedEnvelope {
  readonly received: Received;
  readonly refusals: readonly Refusal[];
}

/** Thrown by `commit` when a unique key was taken by another transaction meanwhile: the batch is prepared again. */
export class Overtaken extends Error {
  constructor(what: string) {
    super(`overtaken: ${what}`);
    this.name = 'Overtaken';
  }
}
