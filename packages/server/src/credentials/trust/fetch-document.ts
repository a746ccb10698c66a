import {
  type DidDocument,
  didWebUrl,
  isDidWebvh,
  parseDidDocument,
  verifyWebvhLog,
  webvhAddress,
  webvhDocument,
} from '@portolan/credentials';
import { type CryptoPort, type Instant, ok, parseJson, type Result, refused } from '@portolan/kernel';
import { type FetchText, fetchTextWith, whyNot } from '../../platform/outbound/fetch-text.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';

const limits = {
  accept: 'application/did+json, application/jsonl, application/json, text/jsonl',
  maxBytes: 1024 * 1024,
  timeoutMs: 10_000,
};
/** How long a did:web may be kept, which says nothing of it itself. */
const WEB_KEPT_SECONDS = 300;

/** A document as its publisher gave it, and for how long it may be kept. */
export interface FetchedDocument {
  readonly document: DidDocument;
  readonly keptSeconds: number;
}

/** What a history is verified with. */
export interface HistoryTrust {
  readonly crypto: CryptoPort;
  readonly at: Instant;
}

/**
 * Fetches the document of a did:web, or the history of a did:webvh, which is verified entry by entry. Whether the place may be
 * asked is for the caller to know (`mayAsk`). Redirects are not followed, so that the name and nobody else answers for its keys.
 */
export async function fetchDid(
  did: string,
  trust: HistoryTrust,
  fetchText: FetchText = fetchTextWith(limits),
): Promise<Result<FetchedDocument>> {
  const url = didAddress(did);
  if (!url.ok) return url;
  const text = await textAt(did, url.value, fetchText);
  if (!text.ok) return text;
  if (isDidWebvh(did)) return readHistory(did, text.value, trust, fetchText);
  const document = readDidDocument(did, text.value);
  return document.ok ? ok({ document: document.value, keptSeconds: WEB_KEPT_SECONDS }) : document;
}

/** The address at which a did:web or a did:webvh is published. */
export function didAddress(did: string): Result<string> {
  if (!isDidWebvh(did)) return didWebUrl(did);
  const address = webvhAddress(did);
  return address.ok ? ok(address.value.log) : address;
}

/** Reads the document of a DID. Refuses one of another DID, and what is none. */
export function readDidDocument(did: string, text: string): Result<DidDocument> {
  const json = parseJson(text, { maxBytes: limits.maxBytes });
  return json.ok ? parseDidDocument(json.value, did) : json;
}

/** Verifies the text of a did.jsonl; where witnesses approve its entries, their proofs are fetched from beside it. */
export async function readHistory(
  did: string,
  log: string,
  trust: HistoryTrust,
  fetchText?: FetchText,
): Promise<Result<FetchedDocument>> {
  const witnesses = fetchText && log.includes('"witness"') ? await witnessesOf(did, fetchText) : undefined;
  const history = await verifyWebvhLog(
    did,
    { log, ...(witnesses === undefined ? {} : { witnesses }) },
    trust,
  );
  if (!history.ok) return history;
  return ok({ document: webvhDocument(history.value), keptSeconds: history.value.ttl });
}

async function witnessesOf(did: string, fetchText: FetchText): Promise<unknown> {
  const address = webvhAddress(did);
  const text = address.ok ? await fetchText(address.value.witnesses).catch(() => undefined) : undefined;
  const json = text === undefined ? undefined : parseJson(text, { maxBytes: limits.maxBytes });
  return json?.ok ? json.value : undefined;
}

async function textAt(did: string, url: string, fetchText: FetchText): Promise<Result<string>> {
  try {
    return ok(await fetchText(url));
  } catch (error) {
    const params = { did, url, reason: whyNot(error) };
    return refused(credentialServiceCatalogue.refuse('NODE_DID_UNREACHABLE', { path: '/did', params }));
  }
}
