import type { Delivery } from '@portolan/contract';
import type { Digest } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { NodeContext } from '../platform/context.ts';
import type { Staple } from './carry.ts';
import { createCourier } from './courier.ts';
import type { EnvelopeKind, Parcel } from './envelope.ts';
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
  /** Resolves when nothing is under way any more; what waits for a later attempt may still be in the outbox. */
  idle(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export interface ExchangeParts {
  readonly senders: Senders;
  readonly staple: Staple;
}

/** The exchange of envelopes: one inbox and one outbox for all tenants of the node. */
export function createExchange(context: NodeContext, { senders, staple }: ExchangeParts): Exchange {
  const handlers = new Map<EnvelopeKind, EnvelopeHandler>();
  const inbox = createInbox(context, senders, handlers);
  const courier = createCourier(context, { staple, handlers, receive: inbox.receive });
  return {
    handle: (handler) => void handlers.set(handler.kind, handler),
    receive: inbox.receive,
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
  const sealed = await Promise.all(
    messages.map((message) =>
      seal(context, message, previous.get(envelopeKey(message.from.id, message.thread))),
    ),
  );
  const rows = sealed.map(({ envelope, digest, message }) => ({
    tenantId: message.from.id,
    threadId: message.thread,
    digest,
    to: message.to,
    envelope,
    direction: 'out' as const,
    storedAt: message.moment.at,
  }));
  await insertEnvelopes(tx, rows);
  await enqueue(tx, rows, context.clock.now());
  return sealed;
}
