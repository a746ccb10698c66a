import { disclosedCredential, originalDigest, type Verdict } from '@portolan/credentials';
import type { JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { heldCredential, heldEvidence } from '../trade/evidence/held.ts';
import { signedEvidence } from '../trade/evidence/item.ts';
import { unfounded } from '../trade/evidence/taken.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import type { EvidenceRow } from '../trade/store/evidence.ts';
import { pipelineTypes } from './boards.ts';
import { keepPapers } from './keep-papers.ts';
import { type Paper, paperOf } from './paper.ts';

/** Takes papers of pipelines out of what came in. One that was altered, or for which nobody answers, is no paper of a line. */
export async function takeReceivedPapers(tx: Queryable, rows: readonly EvidenceRow[]): Promise<void> {
  const papers = rows.flatMap((row): Paper[] => {
    if (row.class !== 'signed' || !pipelineTypes.has(row.type)) return [];
    const evidence = heldEvidence(row);
    if (unfounded(evidence, '').length > 0) return [];
    const knownAt = row.signed_at ?? row.received_at;
    const paper = paperOf(row.tenant_id, evidence, heldCredential(row), knownAt);
    return paper ? [paper] : [];
  });
  await keepPapers(tx, papers);
}

export interface IssuedPaper {
  readonly tenantId: string;
  readonly digest: string;
  readonly type: string;
  readonly issued_at: Paper['knownAt'];
  readonly credential: JsonObject;
}

/** Takes a paper that the tenant signed itself; its own log knew it then. */
export async function takeIssuedPaper(tx: Queryable, issued: IssuedPaper): Promise<void> {
  const { tenantId, digest, type, issued_at: at, credential } = issued;
  if (!pipelineTypes.has(type)) return;
  const { issuer } = disclosedCredential(credential, nodeCrypto);
  const verdict: Verdict = {
    ...{ digest: digest as Verdict['digest'], original: originalDigest(credential, nodeCrypto) },
    ...{ verified: true, issuer: typeof issuer === 'string' ? issuer : '', types: [type], fragments: [] },
    ...{ custody: 'node', signedAt: { instant: at, source: 'log' } },
  };
  const evidence = signedEvidence(credential, verdict);
  const paper = evidence && paperOf(tenantId, evidence, credential, at);
  if (paper) await keepPapers(tx, [paper]);
}
