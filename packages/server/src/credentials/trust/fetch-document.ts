import { type DidDocument, didWebUrl, parseDidDocument } from '@portolan/credentials';
import { parseJson, type Result, refused } from '@portolan/kernel';
import { type FetchText, fetchTextWith, whyNot } from '../../platform/outbound/fetch-text.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';

const limits = {
  accept: 'application/did+json, application/json',
  maxBytes: 256 * 1024,
  timeoutMs: 10_000,
};

/**
 * Fetches the document of a did:web. Only done for parties that an officer or operator names, never for a DID that merely
 * stands in a message. Redirects are not followed, so that the name and nobody else answers for its keys.
 */
export async function fetchDidWeb(
  did: string,
  fetchText: FetchText = fetchTextWith(limits),
): Promise<Result<DidDocument>> {
  const url = didWebUrl(did);
  if (!url.ok) return url;
  let text: string;
  try {
    text = await fetchText(url.value);
  } catch (error) {
    const params = { did, url: url.value, reason: whyNot(error) };
    return refused(credentialServiceCatalogue.refuse('NODE_DID_UNREACHABLE', { path: '/did', params }));
  }
  return readDidDocument(did, text);
}

/** Reads the document of a DID. Refuses one of another DID, and what is none. */
export function readDidDocument(did: string, text: string): Result<DidDocument> {
  const json = parseJson(text, { maxBytes: limits.maxBytes });
  return json.ok ? parseDidDocument(json.value, did) : json;
}
