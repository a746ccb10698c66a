import { concatBytes, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { fromMultibase64Url, toMultibase64Url } from '../multibase.ts';
import { MINIMUM_ENTRIES } from './bitstring.ts';

/** Bytes of the largest list that is unpacked: 8 million entries. */
const MAX_BYTES = 1_048_576;
/** Characters of the longest encoded list that is read: a list of random bits does not shrink. */
const MAX_ENCODED = 2_097_152;
const PIECE = 1024;

/** A list as it is published: gzip, then base64url with the multibase prefix 'u' (Bitstring Status List 1.0, section 2.2). */
export async function encodeStatusList(bits: Uint8Array): Promise<string> {
  const packed = new Blob([new Uint8Array(bits)]).stream().pipeThrough(new CompressionStream('gzip'));
  return toMultibase64Url(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/**
 * The bits of a published list. Unpacking stops at the limit, so that a small hostile list can't fill the memory. Refuses
 * other encodings, broken gzip, and lists shorter than the minimum.
 */
export async function decodeStatusList(text: string, path = ''): Promise<Result<Uint8Array>> {
  if (text.length > MAX_ENCODED) return refused(tooLarge(path));
  const packed = fromMultibase64Url(text);
  if (!packed) return refused(malformed('the encoded list is not multibase base64url', path));
  const bits = await inflate(packed, path);
  if (!bits.ok) return bits;
  const length = bits.value.length * 8;
  if (length >= MINIMUM_ENTRIES) return bits;
  const params = { length, minimum: MINIMUM_ENTRIES };
  return refused(credentialsCatalogue.refuse('CRED_STATUS_LIST_SHORT', { path, params }));
}

async function inflate(packed: Uint8Array, path: string): Promise<Result<Uint8Array>> {
  const reader = inPieces(packed).pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > MAX_BYTES) return refused(await stop(reader, path));
      chunks.push(part.value);
    }
  } catch {
    return refused(malformed('the encoded list is not gzip data', path));
  }
  return ok(concatBytes(...chunks));
}

/** Handed over in small pieces: a browser may unpack a whole piece at once, a thousandfold, before anybody can stop it. */
function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + PIECE)));
      at += PIECE;
    },
  });
}

async function stop(reader: ReadableStreamDefaultReader<Uint8Array>, path: string): Promise<Refusal> {
  await reader.cancel();
  return tooLarge(path);
}

function tooLarge(path: string): Refusal {
  return credentialsCatalogue.refuse('CRED_STATUS_LIST_TOO_LARGE', { path, params: { limit: MAX_BYTES } });
}

function malformed(detail: string, path: string): Refusal {
  return credentialsCatalogue.refuse('CRED_STATUS_LIST_MALFORMED', { path, params: { detail } });
}
