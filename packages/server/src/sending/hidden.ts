import { discloseSdJwt, envelopedCredential, isEnvelopedCredential } from '@portolan/credentials';
import { documentOfSubject, hideableMembers, isDocumentType } from '@portolan/documents';
import {
  type Digest,
  digestJson,
  expectOk,
  isRecord,
  type JsonObject,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import { withTransaction } from '../platform/transaction.ts';
import type { TradeContext } from '../trade/context.ts';
import type { Act } from '../trade/draft/steps.ts';
import { heldCredential } from '../trade/evidence/held.ts';
import { signedEvidence } from '../trade/evidence/item.ts';
import { credentialBytes, evidenceRow } from '../trade/evidence/taken.ts';
import { verifyBatch } from '../trade/evidence/verify.ts';
import { insertEvidence, readEvidence } from '../trade/store/evidence.ts';
import { sendingCatalogue } from './catalogue.ts';

/**
 * The same documents with nothing shown that their issuers let their holder hide: what was derived is kept among the sender's own
 * papers, and sent in the place of the whole. A document with nothing to hide stays as it is. Refuses one with something between the
 * parties alone that was signed as a whole: nothing of it can be hidden.
 */
export async function hiddenDocuments(
  context: TradeContext,
  act: Act,
  digests: readonly Digest[],
): Promise<Result<Digest[]>> {
  const credentials = await credentialsOf(context, act.tenant.id, digests);
  const hidden: Digest[] = [];
  for (const [index, digest] of digests.entries()) {
    const credential = credentials.get(digest);
    if (credential && isEnvelopedCredential(credential))
      hidden.push(await keepHidden(context, act, credential));
    else if (credential && hasConfidential(credential))
      return refused(
        sendingCatalogue.refuse('NODE_DOCUMENT_WHOLE', { path: `/digests/${index}`, params: { digest } }),
      );
    else hidden.push(digest);
  }
  return ok(hidden);
}

/** Keeps a `vc+sd-jwt` with none of its disclosures among the tenant's own papers; answers its digest. */
export async function keepHidden(
  context: TradeContext,
  { tenant, moment }: Act,
  whole: JsonObject,
): Promise<Digest> {
  const token = String(whole.id).slice(String(whole.id).indexOf(',') + 1);
  const shown = envelopedCredential(expectOk(discloseSdJwt(token, [], context.crypto)));
  const digest = digestJson(context.crypto, shown);
  const { verdicts } = await verifyBatch(context, tenant.id, new Map([[digest, shown]]), moment);
  const verdict = verdicts.get(digest);
  const evidence = verdict && signedEvidence(shown, verdict);
  if (!evidence) throw new Error('a document was signed that does not read without what may be hidden');
  const taken = { evidence, content: credentialBytes(shown), format: 'credential' };
  await withTransaction(context.pool, (tx) =>
    insertEvidence(tx, [evidenceRow(taken, tenant.id, moment.at, tenant.did)]),
  );
  return digest;
}

function hasConfidential(credential: JsonObject): boolean {
  const { credentialSubject: subject, type } = credential;
  const named = [type ?? []].flat().find(isDocumentType);
  if (!named || !isRecord(subject)) return false;
  return hideableMembers(named, documentOfSubject(subject as JsonObject)).length > 0;
}

async function credentialsOf(
  { pool }: TradeContext,
  tenantId: string,
  digests: readonly Digest[],
): Promise<Map<string, JsonObject>> {
  const [held, issued] = await Promise.all([
    readEvidence(pool, tenantId, digests),
    pool.query<{ digest: string; credential: JsonObject }>({
      name: 'sending-hidden',
      text: 'select digest, credential from issued_credentials where tenant_id = $1 and digest = any($2)',
      values: [tenantId, digests],
    }),
  ]);
  const received = [...held.values()].filter((row) => row.class === 'signed');
  return new Map([
    ...received.map((row): [string, JsonObject] => [row.digest, heldCredential(row)]),
    ...issued.rows.map((row): [string, JsonObject] => [row.digest, row.credential]),
  ]);
}
