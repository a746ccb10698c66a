import type { Delivery } from '@portolan/contract';
import type { Signer } from '@portolan/credentials';
import type { Digest } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { NodeContext } from '../platform/context.ts';
import type { ReceiptsOf, Staple } from './carry.ts';
import { createCourier } from './courier.ts';
import type { EnvelopeKind, Parcel } from './envelope.ts';
import { createForeground } from './foreground.ts';
import { createInbox } from './inbox.ts';
import { enqueue } from './outbox.ts';
import type { EnvelopeHandler } from './received.ts';
import { type Message, type SealedEnvelope, seal } from './seal.ts';
import type { Senders } from './senders.ts';
import { envelopeKey, insertEnvelopes, lastSent } from './store.ts';

export interface Exchange {
  /** Makes an area the receiver of one kind of envelope. */
  handle(handler: EnvelopeHandler): void;
  /** Takes envelopes sent by others, here or on another node. */
  receive(parcels: readonly Parcel[]): Promise<Delivery[]>;
  /** Signs messages and puts them into the outbox, within the transaction that makes them true. */
  send(tx: PoolClient, messages: readonly Message[]): Promise<SealedEnvelope[]>;
  /** Delivers what was sent; call it after the transaction. Resolves when one attempt was made for each. */
  deliver(sealed: readonly SealedEnvelope[]): Promise<Map<Digest, Delivery | undefined>>;
  /** Delivers what is due without waiting for it. */
  nudge(): void;
  /** Resolves when nobody waits for an answer of `receive`, or after `patienceMs`: background work goes second. */
  quiet(patienceMs: number): Promise<void>;
  /** Resolves when nothing is under way any more; what waits for a later attempt may still be in the outbox. */
  idle(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export interface ExchangeParts {
  readonly senders: Senders;
  readonly staple: Staple;
  /** Receipts to go along with what leaves this node. */
  readonly receiptsOf?: ReceiptsOf;
}

/** The exchange of envelopes: one inbox and one outbox for all tenants of the node. */
export function createExchange(
  context: NodeContext,
  { senders, staple, receiptsOf }: ExchangeParts,
): Exchange {
  const handlers = new Map<EnvelopeKind, EnvelopeHandler>();
  const inbox = createInbox(context, senders, handlers);
  const foreground = createForeground();
  const courier = createCourier(context, {
    ...{ staple, handlers, receive: inbox.receive },
    ...(receiptsOf ? { receiptsOf } : {}),
  });
  return {
    handle: (handler) => void handlers.set(handler.kind, handler),
    receive: (parcels) => foreground.run(() => inbox.receive(parcels)),
    quiet: foreground.quiet,
    send: (tx, messages) => send(context, tx, messages),
    deliver: courier.deliver,
    nudge: courier.nudge,
    idle: courier.idle,
    start: courier.start,
    stop: courier.stop,
  };
}

async function send(
  context: NodeContext,
  tx: PoolClient,
  messages: readonly Message[],
): Promise<SealedEnvelope[]> {
  if (messages.length === 0) return [];
  const previous = await lastSent(
    tx,
    messages.map(({ from, thread }) => ({ tenantId: from.id, threadId: thread })),
  );
  const signers = await signersOf(context, messages);
  const sealed = await Promise.all(
    messages.map((message) => {
      const signer = signers.get(message.from.id) as Signer;
      const before = previous.get(envelopeKey(message.from.id, message.thread));
      return seal({ crypto: context.crypto, signer }, message, before);
    }),
  );
  const rows = sealed.map(({ envelope, digest, content, message }) => ({
    tenantId: message.from.id,
    threadId: message.thread,
    digest,
    to: message.to,
    envelope,
    content,
    direction: 'out' as const,
    storedAt: message.moment.at,
  }));
  await insertEnvelopes(tx, rows);
  await enqueue(tx, rows, context.clock.now());
  return sealed;
}

/** The signer of each sender in a batch, opened once. */
async function signersOf({ keys }: NodeContext, messages: readonly Message[]): Promise<Map<string, Signer>> {
  const senders = [...new Set(messages.map(({ from }) => from.id))];
  return new Map(
    await Promise.all(senders.map(async (id): Promise<[string, Signer]> => [id, await keys.signer(id)])),
  );
}
