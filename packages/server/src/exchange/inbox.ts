import type { Delivery } from '@portolan/contract';
import {
  type Digest,
  digestJson,
  type JsonObject,
  type JsonValue,
  type Refusal,
  type Result,
} from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { originalsOf } from '../credentials/originals.ts';
import { type CarriedReceipts, takeForeignReceipts } from '../log/foreign/take-receipts.ts';
import type { NodeContext } from '../platform/context.ts';
import { withTransaction } from '../platform/transaction.ts';
import { exchangeCatalogue } from './catalogue.ts';
import { type EnvelopeKind, type Parcel, uuidOf } from './envelope.ts';
import { inspect, type Surroundings } from './inspect.ts';
import {
  type EnvelopeHandler,
  Overtaken,
  type Prepared,
  type Received,
  type RefusedEnvelope,
} from './received.ts';
import type { Senders } from './senders.ts';
import { type EnvelopeName, envelopeKey, insertEnvelopes, storedAnswers } from './store.ts';
import { tenantsByDid } from './tenants.ts';

/** Most envelopes that one request may carry. */
export const maxEnvelopes = 128;
const maxAttempts = 5;

export interface Inbox {
  /** Takes envelopes: one answer for each, in order. Those taken are durable, with all they changed, on return. */
  receive(parcels: readonly Parcel[]): Promise<Delivery[]>;
}

type InboxContext = Pick<NodeContext, 'pool' | 'clock' | 'crypto' | 'logger'>;
type Handlers = ReadonlyMap<EnvelopeKind, EnvelopeHandler>;

/** A group of one kind with what its handler made of it. */
interface Group {
  readonly handler: EnvelopeHandler;
  readonly received: readonly Received[];
  readonly prepared: readonly Prepared<unknown>[];
}

/**
 * The one door for envelopes, from tenants of this node and from other nodes alike. A batch is verified together,
 * prepared per kind, and stored in one transaction; an envelope received before gets its first answer again.
 */
export function createInbox(context: InboxContext, senders: Senders, handlers: Handlers): Inbox {
  return {
    async receive(parcels) {
      const answers = new Map<Parcel, Delivery>();
      const firsts = firstOfEach(parcels);
      const fresh = await open(context, senders, [...new Set(firsts)], answers);
      for (let attempt = 1; fresh.size > 0; attempt += 1) {
        await answerKnown(context, fresh, answers);
        const groups = await prepareGroups(handlers, fresh);
        if (attempt < maxAttempts && (await storedMeanwhile(context, groups))) continue;
        if (await store(context, groups, fresh, answers, attempt)) break;
      }
      return firsts.map((parcel) => answers.get(parcel) as Delivery);
    },
  };
}

/** For each parcel the first of the batch that is the same envelope: a message sent twice at once is one message. */
function firstOfEach(parcels: readonly Parcel[]): Parcel[] {
  const firsts = new Map<string, Parcel>();
  return parcels.map((parcel) => {
    const { to, id, proof } = parcel.envelope;
    const key = JSON.stringify([to, id, proof.proofValue ?? null]);
    const first = firsts.get(key) ?? parcel;
    firsts.set(key, first);
    return first;
  });
}

/** Inspects all parcels; the refused ones are answered at once. */
async function open(
  context: InboxContext,
  senders: Senders,
  parcels: readonly Parcel[],
  answers: Map<Parcel, Delivery>,
): Promise<Map<Received, Parcel>> {
  const now = context.clock.now();
  const dids = parcels.flatMap(({ envelope }) => [envelope.from, envelope.to]);
  const [tenants, documents] = await Promise.all([
    tenantsByDid(context.pool, dids),
    senders.documents([...new Set(parcels.map(({ envelope }) => envelope.from))], now),
  ]);
  const around = { crypto: context.crypto, now, tenants, senders: documents };
  const results = await Promise.all(parcels.map((parcel) => inspect(parcel, around)));
  await inspectAnew(senders, parcels, around, results);
  const fresh = new Map<Received, Parcel>();
  for (const [index, result] of results.entries()) {
    const parcel = parcels[index] as Parcel;
    if (result.ok) fresh.set(result.value, parcel);
    else {
      const digest = digestJson(context.crypto, parcel.envelope as unknown as JsonValue);
      answers.set(parcel, refusal(parcel.envelope.id, digest, result.refusals));
    }
  }
  await takeForeignReceipts(context, [...fresh].map(carriedReceipts));
  return fresh;
}

function carriedReceipts([{ receiver, credentials }, { receipts = [] }]: [
  Received,
  Parcel,
]): CarriedReceipts {
  // A log holds what the issuer signed, whatever of it is shown.
  const digests = new Set([...credentials.keys(), ...originalsOf(credentials, nodeCrypto).values()]);
  return { tenantId: receiver.id, digests, receipts };
}

/** Looks again at parcels signed with a key that is not known, when their senders' keys were asked for anew. */
async function inspectAnew(
  senders: Senders,
  parcels: readonly Parcel[],
  around: Surroundings,
  results: Result<Received>[],
): Promise<void> {
  const unknown = [...results.entries()].filter(
    ([, result]) => !result.ok && result.refusals.some(({ code }) => code === 'CRED_KEY_UNKNOWN'),
  );
  if (unknown.length === 0 || !senders.relearn) return;
  const dids = [...new Set(unknown.map(([index]) => (parcels[index] as Parcel).envelope.from))];
  await senders.relearn(dids);
  const anew = { ...around, senders: await senders.documents(dids, around.now) };
  for (const [index] of unknown) results[index] = await inspect(parcels[index] as Parcel, anew);
}

/** Answers what was received before, here or earlier in this batch, and leaves the rest in `fresh`. */
async function answerKnown(
  context: InboxContext,
  fresh: Map<Received, Parcel>,
  answers: Map<Parcel, Delivery>,
): Promise<void> {
  const names = [...fresh.keys()].map(nameOf);
  const stored = await storedAnswers(context.pool, names);
  for (const [received, parcel] of fresh) {
    const { envelope, digest, receiver } = received;
    const known = stored.get(envelopeKey(receiver.id, envelope.id));
    if (!known) continue;
    fresh.delete(received);
    const same = known.digest === digest;
    answers.set(parcel, same ? again(known.answer) : idReused(envelope.id, digest));
  }
}

function nameOf({ envelope, receiver }: Received): EnvelopeName {
  return { tenantId: receiver.id, threadId: uuidOf(envelope.thread), envelopeId: envelope.id };
}

async function prepareGroups(handlers: Handlers, fresh: ReadonlyMap<Received, Parcel>): Promise<Group[]> {
  const byKind = Map.groupBy(fresh.keys(), ({ envelope }) => envelope.kind);
  return Promise.all(
    [...byKind].map(async ([kind, received]) => {
      const handler = handlers.get(kind) ?? refusingHandler(kind);
      return { handler, received, prepared: await handler.prepare(received) };
    }),
  );
}

/**
 * Whether an envelope that is about to be refused was stored by another request since the look at the store: it is
 * refused only because of itself (its own entry number is taken), and gets the answer that was given to it.
 */
async function storedMeanwhile({ pool }: InboxContext, groups: readonly Group[]): Promise<boolean> {
  const refused = groups.flatMap(({ received, prepared }) => refusedOf(received, prepared));
  if (refused.length === 0) return false;
  const names = refused.map(({ received }) => nameOf(received));
  return (await storedAnswers(pool, names)).size > 0;
}

/** Stores what was prepared; false when another transaction was faster and the batch must be prepared again. */
async function store(
  context: InboxContext,
  groups: readonly Group[],
  fresh: Map<Received, Parcel>,
  answers: Map<Parcel, Delivery>,
  attempt: number,
): Promise<boolean> {
  try {
    await withTransaction(context.pool, async (tx) => {
      const rows = groups.flatMap(takenRows);
      const inserted = await insertEnvelopes(tx, rows);
      if (inserted.size < rows.length) throw new Overtaken('envelope');
      for (const { handler, prepared } of groups) {
        const works = prepared.flatMap((item) => (item.refusals ? [] : [item.work]));
        if (works.length > 0) await handler.commit(tx, works);
      }
      for (const { handler, received, prepared } of groups) {
        const left = refusedOf(received, prepared);
        if (left.length > 0) await handler.refuse?.(tx, left);
      }
    });
  } catch (error) {
    if (!(error instanceof Overtaken) || attempt >= maxAttempts) throw error;
    context.logger.debug({ reason: error.message, attempt }, 'inbox batch prepared again');
    return false;
  }
  for (const { handler, received, prepared } of groups) {
    for (const [index, item] of prepared.entries()) {
      const one = received[index] as Received;
      answers.set(fresh.get(one) as Parcel, answerOf(one, item));
    }
    handler.after?.(prepared.flatMap((item) => (item.refusals ? [] : [item.work])));
  }
  return true;
}

function takenRows({ received, prepared }: Group) {
  return received.flatMap((one, index) => {
    const item = prepared[index] as Prepared<unknown>;
    if (item.refusals) return [];
    const answer = answerOf(one, item) as unknown as JsonObject;
    return [
      {
        tenantId: one.receiver.id,
        digest: one.digest,
        envelope: one.envelope,
        content: one.content,
        direction: 'in' as const,
        storedAt: one.moment.at,
        answer,
      },
    ];
  });
}

function refusedOf(received: readonly Received[], prepared: readonly Prepared<unknown>[]): RefusedEnvelope[] {
  return received.flatMap((one, index) => {
    const refusals = prepared[index]?.refusals;
    return refusals ? [{ received: one, refusals }] : [];
  });
}

function answerOf({ envelope, digest }: Received, prepared: Prepared<unknown>): Delivery {
  if (prepared.refusals) return refusal(envelope.id, digest, prepared.refusals);
  const { filing } = prepared;
  return { id: envelope.id, digest, state: 'taken', refusals: [], ...(filing ? { filing } : {}) };
}

/** A message received before gets its first answer again. */
function again(answer: JsonObject | null): Delivery {
  return { ...(answer as unknown as Delivery), state: 'known' };
}

function refusal(id: string, digest: Digest, refusals: readonly Refusal[]): Delivery {
  return { id, digest, state: 'refused', refusals: [...refusals] };
}

function idReused(id: string, digest: Digest): Delivery {
  const reason = exchangeCatalogue.refuse('NODE_ENVELOPE_ID_REUSED', {
    path: '/envelope/id',
    params: { id },
  });
  return refusal(id, digest, [reason]);
}

/** Nobody here takes this kind. */
function refusingHandler(kind: EnvelopeKind): EnvelopeHandler {
  return {
    kind,
    prepare: async (received) =>
      received.map(({ envelope }) => ({
        refusals: [
          exchangeCatalogue.refuse('NODE_ENVELOPE_KIND', {
            path: '/envelope/kind',
            params: { kind, from: envelope.from },
          }),
        ],
      })),
    commit: async () => undefined,
  };
}
