import { concatBytes, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { fromMultibase58, toMultibase58 } from '../multibase.ts';
import { isSmallOrder } from './weak-keys.ts';

/** The multicodec of an Ed25519 public key, 0xed, as an unsigned varint. */
const ED25519_PUBLIC = Uint8Array.of(0xed, 0x01);
const KEY_LENGTH = 32;

/** The Multikey text of a raw Ed25519 public key (Controlled Identifiers 1.0, section 2.2.2). Throws on another length. */
export function toMultikey(publicKey: Uint8Array): string {
  if (publicKey.length !== KEY_LENGTH) throw new RangeError('an Ed25519 public key has 32 bytes');
  return toMultibase58(concatBytes(ED25519_PUBLIC, publicKey));
}

/** The raw key of a Multikey text. Refuses other bases, other algorithms, other lengths and points of small order. */
export function fromMultikey(text: string, path = ''): Result<Uint8Array> {
  const bytes = fromMultibase58(text);
  if (!bytes) return refused(badForm('it is not multibase base58btc text', path));
  if (bytes[0] !== ED25519_PUBLIC[0] || bytes[1] !== ED25519_PUBLIC[1])
    return refused(badForm('its multicodec is not that of an Ed25519 public key (ed01)', path));
  if (bytes.length !== ED25519_PUBLIC.length + KEY_LENGTH)
    return refused(badForm(`the key has ${bytes.length - ED25519_PUBLIC.length} bytes instead of 32`, path));
  return checkKey(bytes.slice(ED25519_PUBLIC.length), path);
}

function checkKey(publicKey: Uint8Array, path: string): Result<Uint8Array> {
  return isSmallOrder(publicKey)
    ? refused(credentialsCatalogue.refuse('CRED_KEY_WEAK', { path }))
    : ok(publicKey);
}

function badForm(detail: string, path: string): Refusal {
  return credentialsCatalogue.refuse('CRED_KEY_FORM', { path, params: { detail } });
}
