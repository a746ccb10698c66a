import { readFromOf } from '@portolan/documents';
import type { Digest, Instant } from '@portolan/kernel';
import { readKept } from '../dossier/kept.ts';
import { opaqueFormat } from '../request/attachments.ts';
import type { EvidenceRow } from '../store/evidence.ts';
import type { UploadedFile } from './intake.ts';

/** A file as somebody sent it, of which documents of our own were made. */
export interface OriginalFile extends UploadedFile {
  readonly digest: Digest;
}

/** The row of an original in one tenant's store: kept and handed out, never computed with. */
export function originalRow(
  { digest, name, mediaType, bytes }: OriginalFile,
  tenantId: string,
  receivedAt: Instant,
  receivedFrom: string,
): EvidenceRow {
  return {
    ...{ tenant_id: tenantId, digest, class: 'imported', type: 'Attachment', format: opaqueFormat },
    ...{ file_name: name, media_type: mediaType ?? null, content: bytes, issuer: null, verdict: null },
    ...{ signed_at: null, signed_source: null, received_at: receivedAt, received_from: receivedFrom },
  };
}

/** Digests of the files that some evidence was read from. */
export function originalsOf(rows: readonly Pick<EvidenceRow, 'format' | 'content'>[]): Digest[] {
  const named = rows.flatMap(({ format, content }) =>
    format === 'json' ? (readFromOf(readKept(content)) ?? []) : [],
  );
  return [...new Set(named)];
}
