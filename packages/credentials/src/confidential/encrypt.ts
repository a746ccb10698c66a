import {
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  parseJson,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { guardJson } from '../model/guard.ts';
import { isX25519, type Recipient, type RecipientKey } from './recipient.ts';

/** A document that only its recipients can open (RFC 7516, general JSON serialization). */
export type EncryptedDocument = JsonObject;

/** How the content key is wrapped for each recipient (RFC 7518, section 4.6). */
const WRAPPING = 'ECDH-ES+A256KW';
const MAX_RECIPIENTS = 50;

/**
 * Encrypts a document for named recipients (minimal-cipher: XChaCha20-Poly1305, its key wrapped for each recipient's X25519 key).
 * Refuses an empty list, too many recipients, and keys of another kind.
 */
export async function encryptFor(
  document: JsonObject,
  recipients: readonly Recipient[],
): Promise<Result<EncryptedDocument>> {
  if (recipients.length === 0 || recipients.length > MAX_RECIPIENTS)
    return refused(broken(`it has ${recipients.length} recipients`));
  const wrong = recipients.find(({ publicKeyMultibase }) => !isX25519(publicKeyMultibase));
  if (wrong)
    return refused(
      credentialsCatalogue.refuse('CRED_KEY_FORM', { params: { detail: `${wrong.id} is no X25519 key` } }),
    );
  const keys = new Map(recipients.map((recipient) => [recipient.id, recipient]));
  const { Cipher } = await import('@digitalbazaar/minimal-cipher');
  const encrypted = await new Cipher().encryptObject({
    obj: document,
    recipients: recipients.map(({ id }) => ({ header: { kid: id, alg: WRAPPING } })),
    keyResolver: async ({ id }) => ({ type: 'X25519KeyAgreementKey2020', ...keys.get(id) }),
  });
  return ok(JSON.parse(JSON.stringify(encrypted)) as EncryptedDocument);
}

/** The names of those a document is encrypted for; they stand in the open. */
export function recipientsOf({ recipients }: EncryptedDocument): string[] {
  return (Array.isArray(recipients) ? (recipients as unknown[]) : []).flatMap((recipient) => {
    const header = isRecord(recipient) ? recipient.header : undefined;
    return isRecord(header) && typeof header.kid === 'string' ? [header.kid] : [];
  });
}

/** Opens a document with a recipient's key. Refuses what is not encrypted for it and what was altered. */
export async function decryptWith(key: RecipientKey, encrypted: unknown): Promise<Result<JsonValue>> {
  const unsafe = isRecord(encrypted) ? guardJson(encrypted) : broken('it is not a JSON object');
  if (unsafe) return refused(unsafe);
  if (!recipientsOf(encrypted as EncryptedDocument).includes(key.id))
    return refused(credentialsCatalogue.refuse('CRED_CIPHER_RECIPIENT', { params: { recipient: key.id } }));
  const { Cipher } = await import('@digitalbazaar/minimal-cipher');
  const { X25519KeyAgreementKey2020 } = await import('@digitalbazaar/x25519-key-agreement-key-2020');
  const { id, publicKeyMultibase } = key;
  try {
    const keyAgreementKey = new X25519KeyAgreementKey2020({
      id,
      publicKeyMultibase,
      privateKeyMultibase: key.exportSecret(),
    });
    const bytes = await new Cipher().decrypt({ jwe: encrypted as object, keyAgreementKey });
    return bytes ? parseJson(bytes) : refused(broken('it was altered'));
  } catch {
    // The library says in many ways that the text is not what it made; none of them helps the reader.
    return refused(broken('it was altered, or is not of this form'));
  }
}

function broken(detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_CIPHER_BROKEN', { params: { detail } });
}
