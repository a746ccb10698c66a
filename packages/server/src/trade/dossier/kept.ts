import type { Verdict } from '@portolan/credentials';
import type { Evidence } from '@portolan/documents';
import { type Digest, ok, type Result, refused } from '@portolan/kernel';
import type { Dossier, Observations } from '@portolan/programs';
import { tradeCatalogue } from '../catalogue.ts';
import { heldEvidence } from '../evidence/held.ts';
import type { EvidenceRow } from '../store/evidence.ts';

/** Evidence named by digest with the verdict of the moment; its content is kept once, under the digest. */
export interface EvidenceRef {
  readonly digest: string;
  readonly verdict?: Verdict;
}

export type KeptDossier = Omit<Dossier, 'evidence'> & { readonly evidence: readonly EvidenceRef[] };
type KeptBeside = Omit<KeptDossier, 'entry' | 'provenance'>;
export type KeptObservations = Omit<Observations, 'onRecord'> & { readonly onRecord: readonly EvidenceRef[] };

/** Canonical bytes and their digest: what is kept, and what a decision names. */
export interface KeptBytes {
  readonly bytes: Uint8Array;
  readonly digest: Digest;
}

/** A filing as it is read: its dossier, and the envelope it came in, where this organization received it. */
export interface FiledBytes {
  readonly dossier: Uint8Array;
  readonly envelope: Uint8Array | null;
}

/** A dossier as it is kept for ever: every value that rules look at, evidence by digest. */
export function keptDossier(dossier: Dossier): KeptDossier {
  return { ...dossier, evidence: dossier.evidence.map(refOf) };
}

export function keptObservations(observations: Observations): KeptObservations {
  return { ...observations, onRecord: observations.onRecord.map(refOf) };
}

/** Reads kept bytes back: this node wrote them itself. Throws on damaged ones. */
export function readKept<T>(bytes: Uint8Array): T {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()) as T;
}

/**
 * A kept dossier; what stands in the filing's envelope alone is put back from there (`dossierBytesBeside`). Throws where this
 * organization holds neither.
 */
export function readDossier({ dossier, envelope }: FiledBytes): KeptDossier {
  const kept = readKept<KeptDossier | KeptBeside>(dossier);
  if ('entry' in kept) return kept;
  if (!envelope) throw new Error('a filing is kept without its envelope');
  const { body } = readKept<{ readonly body: Pick<Dossier, 'entry' | 'provenance'> }>(envelope);
  return { ...kept, entry: body.entry, provenance: body.provenance };
}

/** The whole dossier again, with evidence from the store. Refuses when some of it isn't held here. */
export function expandDossier(kept: KeptDossier, held: ReadonlyMap<string, EvidenceRow>): Result<Dossier> {
  const evidence = expand(kept.evidence, held);
  return evidence.ok ? ok({ ...kept, evidence: evidence.value }) : evidence;
}

export function expandObservations(
  kept: KeptObservations,
  held: ReadonlyMap<string, EvidenceRow>,
): Result<Observations> {
  const onRecord = expand(kept.onRecord, held);
  return onRecord.ok ? ok({ ...kept, onRecord: onRecord.value }) : onRecord;
}

function refOf({ digest, verdict }: Evidence): EvidenceRef {
  return { digest, ...(verdict ? { verdict } : {}) };
}

function expand(refs: readonly EvidenceRef[], held: ReadonlyMap<string, EvidenceRow>): Result<Evidence[]> {
  const evidence: Evidence[] = [];
  for (const { digest, verdict } of refs) {
    const row = held.get(digest);
    if (!row) return refused(tradeCatalogue.refuse('NODE_EVIDENCE_NOT_HELD', { params: { digest } }));
    evidence.push(heldEvidence(row, verdict));
  }
  return ok(evidence);
}
