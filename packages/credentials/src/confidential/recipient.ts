import { ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { isDidKey } from '../did/did-key.ts';
import { fromMultikey } from '../did/multikey.ts';
import { fromMultibase58 } from '../multibase.ts';

/** Somebody a document is encrypted for: the name of the key, and the X25519 public key as Multikey (z6LS…). */
export interface Recipient {
  readonly id: string;
  readonly publicKeyMultibase: string;
}

/** A key that opens what was encrypted for its owner. The secret stands in no member. */
export interface RecipientKey extends Recipient {
  /** The secret as Multikey, to be encrypted at once. */
  exportSecret(): string;
}

/** The multicodec of an X25519 public key, as an unsigned varint. */
const X25519_PUBLIC = [0xec, 0x01];
const KEY_LENGTH = 32;

/** Makes a key for opening documents; `id` is its name in the owner's DID document. */
export async function generateRecipientKey(id: string): Promise<RecipientKey> {
  const { X25519KeyAgreementKey2020 } = await import('@digitalbazaar/x25519-key-agreement-key-2020');
  const { publicKeyMultibase, privateKeyMultibase } = await X25519KeyAgreementKey2020.generate();
  return recipientKey({ id, publicKeyMultibase }, privateKeyMultibase);
}

/** A key for opening documents from its two parts. */
export function recipientKey(recipient: Recipient, secret: string): RecipientKey {
  return { ...recipient, exportSecret: () => secret };
}

/**
 * The recipient that a did:key of an Ed25519 key stands for: its one key, taken over to X25519 (did:key 0.7, section 3.1.3).
 * Refuses other identifiers, which say in their documents which key encrypts for them.
 */
export async function recipientOfDidKey(did: string): Promise<Result<Recipient>> {
  const multikey = did.slice('did:key:'.length);
  const key = isDidKey(did) ? fromMultikey(multikey) : undefined;
  if (!key?.ok) {
    const params = { did: did.slice(0, 100), detail: 'it is not a did:key of an Ed25519 key' };
    return key ?? refused(credentialsCatalogue.refuse('CRED_DID_MALFORMED', { params }));
  }
  const { X25519KeyAgreementKey2020 } = await import('@digitalbazaar/x25519-key-agreement-key-2020');
  const publicKeyMultibase = X25519KeyAgreementKey2020.convertFromEdPublicKey({
    publicKeyMultibase: multikey,
  });
  return ok({ id: `${did}#${publicKeyMultibase}`, publicKeyMultibase });
}

/** Whether the text is an X25519 public key. */
export function isX25519(publicKeyMultibase: string): boolean {
  const bytes = fromMultibase58(publicKeyMultibase);
  return (
    bytes !== undefined &&
    bytes.length === X25519_PUBLIC.length + KEY_LENGTH &&
    X25519_PUBLIC.every((byte, at) => bytes[at] === byte)
  );
}
