import type { SecuredDocument } from '@portolan/credentials';
import type { Evidence, ReadFile } from '@portolan/documents';
import {
  canonicalize,
  expectOk,
  type Instant,
  type JsonObject,
  parseJson,
  type Refusal,
  utf8,
} from '@portolan/kernel';
import { verdictText } from '../dossier/canonical.ts';
import type { EvidenceRow } from '../store/evidence.ts';
import type { OriginalFile } from './originals.ts';

/** A file or credential that was read and verified, ready to be kept. */
export interface Taken {
  readonly evidence: Evidence;
  /** The exact bytes that the digest is of. */
  readonly content: Uint8Array;
  readonly format: string;
  readonly mediaType?: string;
  /** The file that it was read from, where its own bytes are ours: a mapped spreadsheet, an interchange of several messages. */
  readonly original?: OriginalFile;
}

/** The bytes that a credential's digest is of: its canonical form, which is made here unless it is at hand. */
export function credentialBytes(credential: JsonObject, secured?: SecuredDocument): Uint8Array {
  const bytes = secured?.bytes ?? utf8(canonicalize(credential));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The bytes that a file's digest is of: of JSON its canonical form, of anything else the file as it is. */
export function fileContent({ format }: Pick<ReadFile, 'format'>, bytes: Uint8Array): Uint8Array {
  if (!isJson(format)) return bytes;
  return utf8(canonicalize(expectOk(parseJson(bytes, { maxBytes: bytes.length }))));
}

/** Formats whose digest is of the canonical form. */
function isJson(format: ReadFile['format']): boolean {
  return format === 'json' || format === 'epcis' || format.startsWith('dcsa-');
}

/** The row of taken evidence in one tenant's store. */
export function evidenceRow(
  { evidence, content, format, mediaType }: Taken,
  tenantId: string,
  receivedAt: Instant,
  receivedFrom: string,
): EvidenceRow {
  const { verdict } = evidence;
  return {
    tenant_id: tenantId,
    digest: evidence.digest as EvidenceRow['digest'],
    class: evidence.class,
    type: evidence.type,
    format,
    file_name: evidence.fileName ?? null,
    media_type: mediaType ?? null,
    content,
    issuer: evidence.issuer ?? null,
    verdict: verdict ? verdictText(verdict) : null,
    signed_at: verdict?.signedAt.instant ?? null,
    signed_source: verdict?.signedAt.source ?? null,
    received_at: receivedAt,
    received_from: receivedFrom,
  };
}

const foundations = new Set(['integrity', 'issuer', 'schema']);

/**
 * Why a credential supports nothing, whatever a program's rules look at: it was altered, nobody answers for it, or it
 * isn't the document it claims to be. One that is merely expired or revoked is for the rules.
 */
export function unfounded({ verdict }: Evidence, path: string): Refusal[] {
  if (!verdict || verdict.verified) return [];
  const failed = verdict.fragments.filter(
    ({ name, outcome }) => outcome === 'failed' && foundations.has(name),
  );
  return failed
    .flatMap(({ refusals }) => refusals)
    .map((refusal) => ({ ...refusal, path: path + refusal.path }));
}
