import { type CryptoPort, ok, type Refusal, type Result, refused, resolvePointer } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { readCompact } from '../jose/compact.ts';
import { openPayload } from './open.ts';
import { joinSdJwt, splitSdJwt } from './token.ts';

/**
 * Leaves out of a token every disclosure but those the pointers name, and what these need or hold (RFC 9901, section 6.1):
 * what a holder shows. Refuses pointers under which nothing stands, open or disclosable.
 */
export function discloseSdJwt(
  token: string,
  pointers: readonly string[],
  crypto: Pick<CryptoPort, 'sha256'>,
): Result<string> {
  const parts = splitSdJwt(token);
  if (!parts.ok) return parts;
  const compact = readCompact(parts.value.jwt);
  if (!compact.ok) return compact;
  const opened = openPayload(compact.value.payload, parts.value.disclosures, crypto);
  if (!opened.ok) return opened;
  const { places, payload } = opened.value;
  const missing = pointers.find((pointer) => !stands(payload, pointer));
  if (missing !== undefined) return refused(unknownPointer(missing));
  const disclosures = parts.value.disclosures.filter((text) => {
    const place = places.get(text) as string;
    return pointers.some((pointer) => within(place, pointer) || within(pointer, place));
  });
  return ok(joinSdJwt({ jwt: parts.value.jwt, disclosures }));
}

/** Whether `inner` is the place `outer`, or lies below it. */
function within(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function stands(payload: unknown, pointer: string): boolean {
  return pointer.startsWith('/') && resolvePointer(payload, pointer) !== undefined;
}

function unknownPointer(pointer: string): Refusal {
  return credentialsCatalogue.refuse('CRED_POINTER', { params: { pointer: pointer.slice(0, 200) } });
}
