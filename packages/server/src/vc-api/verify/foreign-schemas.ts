import { type JsonValue, parseJson } from '@portolan/kernel';
import { peerOrigins } from '../../credentials/trust/learn-keys.ts';
import { mayAsk } from '../../platform/outbound/allowed.ts';
import { type FetchText, fetchTextWith } from '../../platform/outbound/fetch-text.ts';
import type { VcContext } from '../context.ts';

const limits = {
  accept: 'application/schema+json, application/json',
  maxBytes: 1024 * 1024,
  timeoutMs: 5000,
};
const MAX_AT_ONCE = 10;
/** Schemas change seldom, and an address that gave nothing is asked again after this too. */
const KEPT_MS = 300_000;
const MAX_KEPT = 500;

interface Kept {
  readonly at: number;
  readonly document: Promise<JsonValue | undefined>;
}

const keptBy = new WeakMap<object, Map<string, Kept>>();

/**
 * The schemas that credentials name (`credentialSchema`), asked for only at hosts that the operator has named. A schema that is
 * not to be had is absent: then the content was not judged by it.
 */
export async function foreignSchemas(
  { pool, config }: Pick<VcContext, 'pool' | 'config'>,
  urls: readonly string[],
  fetchText: FetchText = fetchTextWith(limits),
): Promise<ReadonlyMap<string, JsonValue>> {
  if (urls.length === 0) return new Map();
  const allowed = { hosts: config.fetchFrom ?? [], origins: await peerOrigins(pool) };
  const asked = urls.filter((url) => URL.canParse(url) && mayAsk(url, allowed)).slice(0, MAX_AT_ONCE);
  const kept = keptFor(pool);
  const found = await Promise.all(
    asked.map(async (url): Promise<[string, JsonValue][]> => {
      const known = kept.get(url) ?? { at: performance.now(), document: read(url, fetchText) };
      kept.set(url, known);
      const document = await known.document;
      return document === undefined ? [] : [[url, document]];
    }),
  );
  return new Map(found.flat());
}

function keptFor(pool: object): Map<string, Kept> {
  const kept = keptBy.get(pool) ?? new Map<string, Kept>();
  keptBy.set(pool, kept);
  const now = performance.now();
  for (const [url, { at }] of kept) if (now - at >= KEPT_MS || kept.size > MAX_KEPT) kept.delete(url);
  return kept;
}

async function read(url: string, fetchText: FetchText): Promise<JsonValue | undefined> {
  const text = await fetchText(url).catch(() => undefined);
  const parsed = text === undefined ? undefined : parseJson(text, { maxBytes: limits.maxBytes });
  return parsed?.ok ? parsed.value : undefined;
}
