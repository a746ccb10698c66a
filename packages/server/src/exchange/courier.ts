import type { Delivery } from '@portolan/contract';
import { type Digest, type JsonObject, millisecondsBetween } from '@portolan/kernel';
import type { NodeContext } from '../platform/context.ts';
import { bodyLimits } from '../platform/limits.ts';
import { withTransaction } from '../platform/transaction.ts';
import { pack, type ReceiptsOf, type Staple } from './carry.ts';
import type { EnvelopeKind, Parcel } from './envelope.ts';
import { maxEnvelopes } from './inbox.ts';
import { loadsOf } from './loads.ts';
import { answersKept, lease, nextDue, postpone, settle, type Waiting } from './outbox.ts';
import { peersByDid } from './peers.ts';
import type { EnvelopeHandler } from './received.ts';
import type { SealedEnvelope } from './seal.ts';
import { tenantsByDid } from './tenants.ts';
import { httpTransport, type Transport } from './transport.ts';

export interface CourierParts {
  readonly staple: Staple;
  readonly receiptsOf?: ReceiptsOf;
  readonly handlers: ReadonlyMap<EnvelopeKind, EnvelopeHandler>;
  /** The inbox of this node: a receiver here is served by the same code as one elsewhere. */
  readonly receive: Transport;
}

export interface Courier {
  deliver(sealed: readonly SealedEnvelope[]): Promise<Map<Digest, Delivery | undefined>>;
  nudge(): void;
  idle(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

type Listener = (delivery: Delivery | undefined) => void;
const shortestSleepMs = 50;
const longestSleepMs = 60_000;
/** The database may be restarting. */
const afterFailureMs = 1000;

/**
 * Empties the outbox: to tenants of this node in process, to configured peers over HTTP. What can't be delivered waits
 * and is tried again; what was taken leaves the outbox together with the change that the answer makes here.
 */
export function createCourier(context: NodeContext, parts: CourierParts): Courier {
  const listeners = new Map<Digest, Listener[]>();
  const underWay = new Set<Promise<void>>();
  let round: Promise<void> | undefined;
  let wanted = false;
  let running = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  function report(digest: Digest, delivery: Delivery | undefined): void {
    for (const listener of listeners.get(digest) ?? []) listener(delivery);
    listeners.delete(digest);
  }

  function heard(digest: Digest): Promise<[Digest, Delivery | undefined]> {
    const { promise, resolve } = Promise.withResolvers<[Digest, Delivery | undefined]>();
    listeners.set(digest, [...(listeners.get(digest) ?? []), (delivery) => resolve([digest, delivery])]);
    return promise;
  }

  function nudge(): void {
    if (stopped) return;
    wanted = true;
    round ??= rounds().finally(() => {
      round = undefined;
      // Somebody may have asked while the last round was falling asleep.
      if (wanted) nudge();
    });
  }

  async function rounds(): Promise<void> {
    while (wanted) {
      wanted = false;
      try {
        await carryDue();
      } catch (error) {
        context.logger.warn({ err: error }, 'outbox round failed');
        return sleep(afterFailureMs);
      }
    }
    await sleepUntilDue();
  }

  async function carryDue(): Promise<void> {
    for (;;) {
      const waiting = await lease(context.pool, context.clock.now());
      if (waiting.length === 0) return;
      for (const { transport, items } of await destinations(context, waiting, parts.receive)) {
        const task: Promise<void> = carry(context, parts, transport, items, report).finally(() => {
          underWay.delete(task);
          // An answer may have put further envelopes into the outbox.
          nudge();
        });
        underWay.add(task);
      }
    }
  }

  async function sleepUntilDue(): Promise<void> {
    const now = context.clock.now();
    const due = running ? await nextDue(context.pool).catch(() => now) : undefined;
    if (due !== undefined) sleep(Math.max(millisecondsBetween(now, due), shortestSleepMs));
  }

  function sleep(ms: number): void {
    clearTimeout(timer);
    if (!running) return;
    timer = setTimeout(nudge, Math.min(ms, longestSleepMs));
    timer.unref();
  }

  async function idle(): Promise<void> {
    nudge();
    // A delivery may put further envelopes into the outbox.
    while (round || underWay.size > 0) {
      await round;
      await Promise.all(underWay);
    }
  }

  return {
    nudge,
    idle,
    async deliver(sealed) {
      const attempts = sealed.map(({ digest }) => heard(digest));
      nudge();
      // A round that was under way may have delivered before anybody listened.
      for (const [digest, delivery] of await answersKept(context.pool, sealed)) report(digest, delivery);
      return new Map(await Promise.all(attempts));
    },
    start() {
      running = true;
      stopped = false;
      nudge();
    },
    async stop() {
      running = false;
      stopped = true;
      clearTimeout(timer);
      await round;
      await Promise.all(underWay);
    },
  };
}

interface Destination {
  /** Undefined where no node is known for the receiver: the envelope waits for an operator to enter one. */
  readonly transport: Transport | undefined;
  readonly items: readonly Waiting[];
}

/** Groups envelopes by where they go. */
async function destinations(
  context: NodeContext,
  waiting: readonly Waiting[],
  local: Transport,
): Promise<Destination[]> {
  const dids = waiting.map(({ to }) => to);
  const [tenants, peers] = await Promise.all([
    tenantsByDid(context.pool, dids),
    peersByDid(context.pool, dids),
  ]);
  const groups = Map.groupBy(waiting, ({ to }) => (tenants.has(to) ? 'here' : peers.get(to)?.baseUrl));
  return [...groups].flatMap(([place, items]) => {
    const transport = place === 'here' ? local : place === undefined ? undefined : httpTransport(place);
    return chunks(items, maxEnvelopes).map((chunk) => ({ transport, items: chunk }));
  });
}

/** Carries what goes to one place, in requests that the receiver takes; one that fails holds up no other. */
async function carry(
  context: NodeContext,
  parts: CourierParts,
  transport: Transport | undefined,
  items: readonly Waiting[],
  report: Report,
): Promise<void> {
  try {
    if (!transport) throw new Error('no node is known for the receiver');
    const receiptsOf = transport === parts.receive ? undefined : parts.receiptsOf;
    const parcels: Parcel[] = await pack(context.pool, items, parts.staple, receiptsOf);
    const packed = items.map((item, index) => ({ item, parcel: parcels[index] as Parcel }));
    for (const load of loadsOf(packed, ({ parcel }) => parcel.bytes ?? 0, bodyLimits.load))
      await carryLoad(context, parts.handlers, transport, load, report);
  } catch (error) {
    await putBack(context, items, error, report);
  }
}

type Report = (digest: Digest, delivery: Delivery | undefined) => void;

interface Packed {
  readonly item: Waiting;
  readonly parcel: Parcel;
}

/** Carries one load; whatever fails puts the whole load back, since sending again is harmless. */
async function carryLoad(
  context: NodeContext,
  handlers: CourierParts['handlers'],
  transport: Transport,
  load: readonly Packed[],
  report: Report,
): Promise<void> {
  const items = load.map(({ item }) => item);
  try {
    const deliveries = await transport(load.map(({ parcel }) => parcel));
    await keepAnswers(context, handlers, items, deliveries);
    for (const [index, { digest }] of items.entries()) report(digest, deliveries[index]);
  } catch (error) {
    await putBack(context, items, error, report);
  }
}

async function putBack(
  context: NodeContext,
  items: readonly Waiting[],
  error: unknown,
  report: Report,
): Promise<void> {
  const reason = error instanceof Error ? error.message : 'unknown';
  context.logger.warn({ reason, envelopes: items.length }, 'envelopes not delivered, tried again later');
  await postpone(context.pool, items, reason, context.clock.now()).catch(() => undefined);
  for (const { digest } of items) report(digest, undefined);
}

async function keepAnswers(
  context: NodeContext,
  handlers: ReadonlyMap<EnvelopeKind, EnvelopeHandler>,
  items: readonly Waiting[],
  deliveries: readonly Delivery[],
): Promise<void> {
  const answered = items.map((item, index) => ({ ...item, delivery: deliveries[index] as Delivery }));
  await withTransaction(context.pool, async (tx) => {
    await settle(
      tx,
      answered.map((item) => ({ ...item, answer: item.delivery as unknown as JsonObject })),
    );
    for (const [kind, group] of Map.groupBy(answered, ({ envelope }) => envelope.kind))
      await handlers.get(kind)?.answered?.(tx, group);
  });
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
