import { type DidCache, type DidDocument, didCache } from '@portolan/credentials';
import { ok, type Result } from '@portolan/kernel';
import type { NodeContext } from '../../platform/context.ts';
import { mayAsk } from '../../platform/outbound/allowed.ts';
import type { FetchText } from '../../platform/outbound/fetch-text.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { didAddress, fetchDid } from './fetch-document.ts';
import { type KnownKeys, knownKeys } from './known-keys.ts';
import { fetchDenied, isPublishedDid, peerOrigins } from './learn-keys.ts';
import { recordDidDocument } from './record-keys.ts';

export type AskingContext = Pick<NodeContext, 'pool' | 'clock' | 'config' | 'crypto'>;

const MAX_KEPT = 1000;
const LONGEST_SECONDS = 3600;
const MAX_AT_ONCE = 20;
/** An address that gave nothing is asked again after this. */
const PAUSE_MS = 60_000;

interface Asked {
  readonly at: number;
  readonly answer: Promise<Result<DidDocument>>;
}

interface Memory {
  readonly documents: DidCache;
  /** Addresses asked lately; whoever needs one meanwhile gets the same answer. */
  readonly asked: Map<string, Asked>;
}

const memoryBy = new WeakMap<object, Memory>();

/**
 * The documents of did:web and did:webvh parties elsewhere, asked for only where the operator allows it, kept as long as their
 * publisher says and an hour at the most. Each answer is the document, or why there is none. Other methods and keys held here
 * are absent: nobody is to be asked for them.
 */
export async function askedDocuments(
  context: AskingContext,
  dids: readonly string[],
  held: ReadonlySet<string>,
  fetchText?: FetchText,
): Promise<ReadonlyMap<string, Result<DidDocument>>> {
  const wanted = [...new Set(dids)].filter((did) => isPublishedDid(did) && !held.has(did));
  if (wanted.length === 0) return new Map();
  const memory = memoryOf(context.pool);
  const hosts = context.config.fetchFrom ?? [];
  const allowed = { hosts, origins: await peerOrigins(context.pool) };
  const answers = wanted.slice(0, MAX_AT_ONCE).map(async (did): Promise<[string, Result<DidDocument>]> => {
    const kept = memory.documents.get(did, context.clock.now());
    if (kept) return [did, ok(kept)];
    const url = didAddress(did);
    if (!url.ok) return [did, url];
    if (!mayAsk(url.value, allowed)) return [did, fetchDenied(did, url.value)];
    const known = memory.asked.get(did) ?? { at: performance.now(), answer: ask(context, did, fetchText) };
    memory.asked.set(did, known);
    return [did, await known.answer];
  });
  return new Map(await Promise.all(answers));
}

/**
 * What is known here of some DIDs, and what their publishers say now where they may be asked. Of a party that is on record the
 * record counts, brought up to date: a key once revoked stays revoked.
 */
export async function freshKeys(
  context: AskingContext,
  dids: readonly string[],
  fetchText?: FetchText,
): Promise<KnownKeys> {
  const known = await knownKeys(context.pool, dids);
  const asked = await askedDocuments(context, dids, known.held, fetchText);
  const found = [...asked].flatMap(([did, document]) =>
    document.ok ? ([[did, document.value]] as const) : [],
  );
  if (found.length === 0) return known;
  const recorded = await knownKeys(
    context.pool,
    found.flatMap(([did]) => (known.documents.has(did) ? [did] : [])),
  );
  const current = found.map(([did, document]): [string, DidDocument] => {
    const { deactivated } = document;
    const kept = recorded.documents.get(did) ?? document;
    return [did, deactivated === undefined ? kept : { ...kept, deactivated }];
  });
  return { ...known, documents: new Map([...known.documents, ...current]) };
}

function memoryOf(pool: object): Memory {
  const memory = memoryBy.get(pool) ?? { documents: didCache(MAX_KEPT, LONGEST_SECONDS), asked: new Map() };
  memoryBy.set(pool, memory);
  const now = performance.now();
  for (const [did, { at }] of memory.asked)
    if (now - at >= PAUSE_MS || memory.asked.size > MAX_KEPT) memory.asked.delete(did);
  return memory;
}

async function ask(
  context: AskingContext,
  did: string,
  fetchText: FetchText | undefined,
): Promise<Result<DidDocument>> {
  const { pool, clock, crypto } = context;
  const at = clock.now();
  const fetched = await fetchDid(did, { crypto, at }, fetchText);
  if (!fetched.ok) return fetched;
  const { document, keptSeconds } = fetched.value;
  const { documents } = await knownKeys(pool, [did]);
  if (documents.has(did)) await withTransaction(pool, (tx) => recordDidDocument(tx, document, at));
  const memory = memoryOf(pool);
  memory.documents.put(did, document, at, keptSeconds);
  // What was had is kept by its own time from here on.
  memory.asked.delete(did);
  return ok(document);
}
