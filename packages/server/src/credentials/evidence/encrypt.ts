import type { EvidenceFile } from '@portolan/credentials';
import {
  type EncryptedDocument,
  encryptFor,
  type Recipient,
  recipientOfDidKey,
} from '@portolan/credentials/confidential';
import { type JsonObject, ok, type Result } from '@portolan/kernel';

/** A file for named recipients, and their names as they stand in it. */
export interface EncryptedFile {
  readonly document: EncryptedDocument;
  readonly recipients: readonly string[];
}

/** Encrypts an evidence file; whoever is named by a did:key opens it with the key that the name is. */
export async function encryptFile(
  file: EvidenceFile,
  named: readonly (string | Recipient)[],
): Promise<Result<EncryptedFile>> {
  const recipients: Recipient[] = [];
  for (const one of named) {
    const recipient = typeof one === 'string' ? await recipientOfDidKey(one) : ok(one);
    if (!recipient.ok) return recipient;
    recipients.push(recipient.value);
  }
  const document = await encryptFor(file as unknown as JsonObject, recipients);
  if (!document.ok) return document;
  return ok({ document: document.value, recipients: recipients.map(({ id }) => id) });
}
