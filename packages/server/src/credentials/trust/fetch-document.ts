import { type DidDocument, didWebUrl, parseDidDocument } from '@portolan/credentials';
import { parseJson, type Result } from '@portolan/kernel';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 256 * 1024;

/** Asks an HTTPS address for its text. */
export type FetchText = (url: string) => Promise<string>;

/**
 * Fetches the document of a did:web. Only done for parties that an officer or operator names, never for a DID that merely
 * stands in a message. Redirects are not followed, so that the name and nobody else answers for its keys.
 */
export async function fetchDidWeb(
  did: string,
  fetchText: FetchText = overHttps,
): Promise<Result<DidDocument>> {
  const url = didWebUrl(did);
  if (!url.ok) return url;
  const json = parseJson(await fetchText(url.value), { maxBytes: MAX_BYTES });
  return json.ok ? parseDidDocument(json.value, did) : json;
}

async function overHttps(url: string): Promise<string> {
  const response = await fetch(url, {
    headers: { accept: 'application/did+json, application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
  return bounded(response.body);
}

async function bounded(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > MAX_BYTES) throw new Error(`a DID document of more than ${MAX_BYTES} bytes`);
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
