import { type CryptoPort, isRecord, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { keyOfProof } from './key-of-proof.ts';
import type { Witnesses } from './parameters.ts';

/** An entry that witnesses must approve. */
export interface WitnessedEntry {
  readonly versionId: string;
  readonly witnesses: Witnesses | undefined;
}

/** Proofs of the largest file that is looked at. */
const MAX_PROOFS = 1000;

/**
 * Whether every entry has the approvals it needs (did:webvh 1.0, "Verifying Witness Proofs During Resolution"). A witness that
 * approved a later published entry approved those before it; proofs for entries that are not in the log count for nothing.
 */
export async function checkWitnesses(
  entries: readonly WitnessedEntry[],
  file: unknown,
  crypto: CryptoPort,
): Promise<Result<true>> {
  if (entries.every(({ witnesses }) => witnesses === undefined)) return ok(true);
  const latest = await latestApprovals(entries, file, crypto);
  for (const [index, { witnesses }] of entries.entries()) {
    if (!witnesses) continue;
    const have = witnesses.ids.filter((id) => (latest.get(id) ?? -1) >= index).length;
    if (have >= witnesses.threshold) continue;
    const params = { entry: index + 1, have, need: witnesses.threshold };
    return refused(credentialsCatalogue.refuse('CRED_WEBVH_WITNESS', { params }));
  }
  return ok(true);
}

/** The place of the latest published entry that each witness approved. */
async function latestApprovals(
  entries: readonly WitnessedEntry[],
  file: unknown,
  crypto: CryptoPort,
): Promise<Map<string, number>> {
  const latest = new Map<string, number>();
  const known = new Set(entries.flatMap(({ witnesses }) => witnesses?.ids ?? []));
  let left = MAX_PROOFS;
  for (const item of Array.isArray(file) ? (file as unknown[]) : []) {
    if (!isRecord(item)) continue;
    const place = entries.findIndex(({ versionId }) => versionId === item.versionId);
    if (place === -1) continue;
    const approved: JsonObject = { versionId: item.versionId as string };
    for (const proof of [item.proof].flat().slice(0, left)) {
      left -= 1;
      const id = `did:key:${await keyOfProof(approved, proof, crypto)}`;
      if (known.has(id)) latest.set(id, Math.max(place, latest.get(id) ?? -1));
    }
  }
  return latest;
}
