import { readFile } from '@portolan/documents';
import type { Digest } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { importedEvidence, signedEvidence } from '../evidence/item.ts';
import { credentialBytes, evidenceRow, fileContent } from '../evidence/taken.ts';
import { verifyBatch } from '../evidence/verify.ts';
import { addCaseEvidence } from '../store/case-evidence.ts';
import { type EvidenceRow, insertEvidence } from '../store/evidence.ts';

/** The format of a file that is kept as it is: a picture, a scan, a letter. */
export const opaqueFormat = 'file';

interface Placing {
  readonly caseId: string;
  /** Disclosed to this tenant alone. */
  readonly sealed: boolean;
}

/** Keeps what came with an answer: credentials with their verdict, documents, and files of any other kind. */
export async function keepAttachments(
  context: TradeContext,
  tx: PoolClient,
  received: Received,
  { caseId, sealed }: Placing,
): Promise<void> {
  const { receiver, envelope, moment, credentials, files, statusLists } = received;
  const { verdicts } = await verifyBatch(context, receiver.id, credentials, moment, statusLists);
  const signed = [...credentials].flatMap(([digest, credential]) => {
    const verdict = verdicts.get(digest);
    const evidence = verdict && signedEvidence(credential, verdict);
    if (!evidence) return [];
    const taken = { evidence, content: credentialBytes(credential), format: 'credential' };
    return [evidenceRow(taken, receiver.id, moment.at, envelope.from)];
  });
  const loose = [...files.values()].map((file): EvidenceRow => {
    const read = readFile(file, context.crypto);
    if (!read.ok) return opaqueRow(file, receiver.id, moment.at, envelope.from);
    const taken = {
      evidence: importedEvidence(read.value),
      content: fileContent(read.value, file.bytes),
      format: read.value.format,
    };
    return evidenceRow(taken, receiver.id, moment.at, envelope.from);
  });
  const rows = [...signed, ...loose];
  await insertEvidence(tx, rows);
  await addCaseEvidence(
    tx,
    rows.map(({ digest }, index) => ({
      tenant_id: receiver.id,
      case_id: caseId,
      digest,
      position: 900_000 + index,
      sealed,
      added_at: moment.at,
      added_by: envelope.from,
    })),
  );
}

export interface OpaqueFile {
  readonly digest: Digest;
  readonly name: string;
  readonly mediaType?: string;
  readonly bytes: Uint8Array;
}

/** A file that is no trade document, as evidence that is kept and shown, and never computed with. */
export function opaqueRow(
  file: OpaqueFile,
  tenantId: string,
  receivedAt: EvidenceRow['received_at'],
  from: string,
): EvidenceRow {
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
