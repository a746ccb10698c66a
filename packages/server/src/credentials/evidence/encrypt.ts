import type { EvidenceFile } from '@portolan/credentials';
import {
  type EncryptedDocument,
  encryptFor,
  type Recipient,
  recipientOfDidKey,
} from '@portolan/credentials/confidential';
import { combine, type JsonObject, ok, type Result } from '@portolan/kernel';

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
  const recipients = combine(
    await Promise.all(named.map((one) => (typeof one === 'string' ? recipientOfDidKey(one) : ok(one)))),
  );
  if (!recipients.ok) return recipients;
  const document = await encryptFor(file as unknown as JsonObject, recipients.value);
  if (!document.ok) return document;
  return ok({ document: document.value, recipients: recipients.value.map(({ id }) => id) });
}
