import type { Digest, Instant } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { TradeContext } from '../context.ts';
import { standingRow } from '../evidence/standing.ts';
import { evidenceRow } from '../evidence/taken.ts';
import { titleOfDocument } from '../evidence/view.ts';
import { addCaseEvidence } from '../store/case-evidence.ts';
import { type EvidenceRow, insertEvidence } from '../store/evidence.ts';
import { addStanding } from '../store/standing.ts';
import type { AnsweredEvidence } from './answers.ts';
import { type OpaqueFile, opaqueFormat, type Papers } from './attachments.ts';
import { keepLeaf } from './leaves.ts';

/** Evidence that came with answers stands behind that of all versions of the filing. */
export const answerPosition = 900_000;

export interface Keeping {
  readonly tenantId: string;
  readonly caseId: string;
  readonly at: Instant;
  readonly from: string;
  /** Disclosed to this tenant alone. */
  readonly sealed: boolean;
}

/** Keeps what shows an answer in a tenant's own evidence; documents stand in the case, too. Answers the digests that are new. */
export async function keepPapers(
  tx: PoolClient,
  { documents, records }: Papers,
  { tenantId, caseId, at, from, sealed }: Keeping,
): Promise<ReadonlySet<string>> {
  const fresh = await insertEvidence(tx, [
    ...documents.map((document) => evidenceRow(document, tenantId, at, from)),
    ...records.map((record) => recordRow(record, tenantId, at, from)),
  ]);
  await addStanding(
    tx,
    documents.flatMap(({ evidence }) => standingRow(evidence, tenantId) ?? []),
  );
  await addCaseEvidence(
    tx,
    documents.map(({ evidence }, index) => ({
      tenant_id: tenantId,
      case_id: caseId,
      digest: evidence.digest as Digest,
      position: answerPosition + index,
      sealed,
      added_at: at,
      added_by: from,
    })),
  );
  return fresh;
}

/** Takes the documents of a refused answer out of the case; they stay in the own evidence. */
export async function dropPapers(
  tx: PoolClient,
  { tenantId, caseId, from }: Pick<Keeping, 'tenantId' | 'caseId' | 'from'>,
  digests: readonly string[],
): Promise<void> {
  await tx.query({
    name: 'answer-papers-drop',
    text: `delete from case_evidence where tenant_id = $1 and case_id = $2 and digest = any($3)
           and added_by = $4 and position >= $5`,
    values: [tenantId, caseId, digests, from, answerPosition],
  });
}

/** Commits the new documents of an answer to the log, so that they have their time from somebody other than their signer. */
export async function logPapers(
  context: TradeContext,
  tx: PoolClient,
  { documents, records }: Papers,
  fresh: ReadonlySet<string>,
  { tenantId, caseId, at }: Keeping,
): Promise<void> {
  for (const { evidence } of documents)
    if (fresh.has(evidence.digest))
      await keepLeaf(context, tx, {
        ...{ tenantId, caseId, at, title: titleOfDocument(evidence), digest: evidence.digest as Digest },
        kind: evidence.class === 'signed' ? 'credential' : 'document',
      });
  for (const { digest, name } of records)
    if (fresh.has(digest))
      await keepLeaf(context, tx, { tenantId, caseId, at, title: name, digest, kind: 'document' });
}

/** The documents of an answer by name, as this node reads them. */
export function namesOf({ documents, records }: Papers): AnsweredEvidence[] {
  return [
    ...documents.map(({ evidence }) => ({
      digest: evidence.digest,
      title: titleOfDocument(evidence).slice(0, 500),
      type: evidence.type as string,
    })),
    ...records.map(({ digest, name }) => ({ digest, title: name.slice(0, 200), type: 'Attachment' })),
  ];
}

function recordRow(file: OpaqueFile, tenantId: string, receivedAt: Instant, from: string): EvidenceRow {
  return {
    tenant_id: tenantId,
    digest: file.digest,
    class: 'imported',
    type: 'Attachment',
    format: opaqueFormat,
    file_name: file.name,
    media_type: file.mediaType ?? null,
    content: file.bytes,
    issuer: null,
    verdict: null,
    signed_at: null,
    signed_source: null,
    received_at: receivedAt,
    received_from: from,
  };
}
