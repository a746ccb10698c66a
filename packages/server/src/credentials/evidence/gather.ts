import { didDocumentJson, type EvidenceFile, makeEvidence, originalDigest } from '@portolan/credentials';
import { type JsonObject, type Result, refused } from '@portolan/kernel';
import { nodeLogId, readIdentity } from '../../log/identity.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext } from '../context.ts';
import { knownKeys } from '../trust/known-keys.ts';
import { referencesOf } from '../trust/references.ts';
import { stapleFor } from '../trust/staple.ts';

/**
 * The evidence file of a credential: its receipt from this node's log, its issuer's status lists of this moment, and the
 * issuer's keys with their times. Refuses a credential that the log has not sealed yet.
 */
export async function gatherEvidence(
  context: CredentialContext,
  credential: JsonObject,
): Promise<Result<EvidenceFile>> {
  const digest = originalDigest(credential, context.crypto);
  const { issuers } = referencesOf([credential]);
  const [receipt, statusList, keys, log] = await Promise.all([
    context.log.receiptForDigest(digest, 'credential'),
    stapleFor(context, [credential]),
    knownKeys(context.pool, [...issuers]),
    readIdentity(context.pool, nodeLogId),
  ]);
  if (!receipt || !log)
    return refused(credentialServiceCatalogue.refuse('NODE_RECEIPT_PENDING', { params: { digest } }));
  const documents = [...keys.documents.values()].map((document) => didDocumentJson(document) as JsonObject);
  return {
    ok: true,
    value: makeEvidence({
      credential,
      receipt: { ...receipt } as unknown as JsonObject,
      statusList,
      keys: [log.noteKey],
      ...(documents.length > 0 ? { didDocuments: documents } : {}),
    }),
  };
}
