import { type JsonObject, parseJson } from '@portolan/kernel';
import type { NodeContext } from '../../platform/context.ts';
import { mayAsk } from '../../platform/outbound/allowed.ts';
import { type FetchText, fetchTextWith } from '../../platform/outbound/fetch-text.ts';
import type { Queryable } from '../queryable.ts';
import { peerOrigins } from './learn-keys.ts';
import type { References } from './references.ts';

export type AskingContext = Pick<NodeContext, 'pool' | 'config'>;

const limits = { accept: 'application/vc, application/json', maxBytes: 4 * 1024 * 1024, timeoutMs: 5000 };
/** A shipment has a handful of issuers. */
const maxAtOnce = 20;
/** An address that gave nothing is asked again after this. */
const pauseMs = 60_000;
const PATH = /^\/status\/[a-z0-9-]{1,40}\/(revocation|suspension)(\/[1-9]\d{0,5})?$/;

interface Asked {
  readonly at: number;
  readonly answer: Promise<JsonObject[]>;
}

/** Addresses asked lately, by database: whoever needs a list meanwhile gets the same answer. */
const askedBy = new WeakMap<object, Map<string, Asked>>();

/**
 * Asks for status lists that nobody has sent, or none that is fresh: an issuer that is a peer at its own node, whatever name
 * the list goes by there; any other only at a host that the operator named. Answers what came; who signed it is not
 * looked at here.
 */
export async function askForLists(
  context: AskingContext,
  wanted: References['lists'],
  fetchText: FetchText = fetchTextWith(limits),
): Promise<JsonObject[]> {
  const asked = askedLately(context.pool);
  const urls = [...wanted.keys()];
  const due = urls.filter((url) => !asked.has(url)).slice(0, maxAtOnce);
  const addresses = due.length > 0 ? addressesOf(context, wanted, due) : undefined;
  for (const url of due) {
    const answer = addresses?.then((found) => ask(found.get(url), fetchText)) ?? Promise.resolve([]);
    asked.set(url, { at: performance.now(), answer });
  }
  const lists = await Promise.all(urls.map((url) => asked.get(url)?.answer ?? []));
  return lists.flat();
}

function askedLately(pool: object): Map<string, Asked> {
  const asked = askedBy.get(pool) ?? new Map<string, Asked>();
  askedBy.set(pool, asked);
  const now = performance.now();
  for (const [url, { at }] of asked) if (now - at >= pauseMs) asked.delete(url);
  return asked;
}

/** Where each list may be asked for; lists that may not be are absent. */
async function addressesOf(
  { pool, config }: AskingContext,
  wanted: References['lists'],
  urls: readonly string[],
): Promise<Map<string, string>> {
  const issuersOf = (url: string) => [...(wanted.get(url) ?? [])];
  const [origins, peers] = await Promise.all([
    peerOrigins(pool),
    originsByDid(pool, urls.flatMap(issuersOf)),
  ]);
  const allowed = { hosts: config.fetchFrom ?? [], origins };
  return new Map(
    urls.flatMap((url): [string, string][] => {
      const [peer] = issuersOf(url).flatMap((did) => peers.get(did) ?? []);
      const address = peer === undefined ? url : addressAt(peer, url);
      return address !== undefined && URL.canParse(address) && mayAsk(address, allowed)
        ? [[url, address]]
        : [];
    }),
  );
}

async function originsByDid(db: Queryable, dids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ did: string; base_url: string }>({
    name: 'ask-lists-peers',
    text: 'select did, base_url from peers where did = any($1)',
    values: [[...new Set(dids)]],
  });
  return new Map(rows.map(({ did, base_url }) => [did, base_url]));
}

/** The same list at the node that the operator entered for its issuer. */
function addressAt(origin: string, url: string): string | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  return PATH.test(path) ? origin + path : undefined;
}

async function ask(address: string | undefined, fetchText: FetchText): Promise<JsonObject[]> {
  const text = address === undefined ? undefined : await fetchText(address).catch(() => undefined);
  const parsed = text === undefined ? undefined : parseJson(text, { maxBytes: limits.maxBytes });
  return parsed?.ok && isObject(parsed.value) ? [parsed.value] : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
