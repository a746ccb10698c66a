import type { Verdict } from '@portolan/credentials';
import { type Evidence, readFile } from '@portolan/documents';
import { expectOk, type JsonObject } from '@portolan/kernel';
import { readKept } from '../dossier/kept.ts';
import type { EvidenceRow } from '../store/evidence.ts';
import { importedEvidence, signedEvidence } from './item.ts';

/**
 * Evidence read back from the store: from the bytes that the digest is of. Throws when they no longer read, since
 * only what reads is ever stored. `verdict` replaces the stored one where a decision recorded its own.
 */
export function heldEvidence(row: EvidenceRow, verdict: Verdict | undefined = storedVerdict(row)): Evidence {
  const evidence = row.class === 'signed' && verdict ? fromCredential(row, verdict) : fromFile(row);
  if (!evidence) throw new Error(`stored evidence ${row.digest} holds no document`);
  return evidence;
}

/** The credential as it was received. */
export function heldCredential({ content }: EvidenceRow): JsonObject {
  // Its bytes were read as JSON of a stranger before they were kept.
  return readKept<JsonObject>(content);
}

function storedVerdict({ verdict }: EvidenceRow): Verdict | undefined {
  return verdict === null ? undefined : (JSON.parse(verdict) as Verdict);
}

function fromCredential(row: EvidenceRow, verdict: Verdict): Evidence | undefined {
  return signedEvidence(heldCredential(row), verdict, row.file_name);
}

function fromFile({ file_name, media_type, content }: EvidenceRow): Evidence | undefined {
  const file = {
    name: file_name ?? 'document',
    bytes: content,
    ...(media_type ? { mediaType: media_type } : {}),
  };
  return importedEvidence(expectOk(readFile(file)));
}
