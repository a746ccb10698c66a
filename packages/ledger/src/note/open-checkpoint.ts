import { type CryptoPort, type Instant, ok, type Result, refused } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { NoteKey } from './key.ts';
import { type VerifiedSignature, verifyNote } from './verify.ts';

/** A witness who has seen this checkpoint, and when. */
export interface WitnessedAt {
  readonly name: string;
  readonly at: Instant;
}

export interface OpenedCheckpoint extends Checkpoint {
  /** The key of the log that signed. */
  readonly key: NoteKey;
  readonly witnesses: readonly WitnessedAt[];
}

/**
 * A checkpoint signed by the trusted key of its own log. The key's name must be the checkpoint's origin: else any
 * trusted log could speak for another.
 */
export async function openCheckpoint(
  crypto: CryptoPort,
  note: string,
  keys: readonly NoteKey[],
): Promise<Result<OpenedCheckpoint>> {
  const verified = await verifyNote(crypto, note, keys);
  if (!verified.ok) return verified;
  const checkpoint = parseCheckpoint(verified.value.text);
  if (!checkpoint.ok) return checkpoint;
  const { signatures } = verified.value;
  const own = signatures.find(({ key }) => key.type === 'ed25519' && key.name === checkpoint.value.origin);
  if (own) return ok({ ...checkpoint.value, key: own.key, witnesses: signatures.flatMap(witnessedAt) });
  const expected = signatures.map(({ key }) => key.name).join(', ');
  const params = { found: checkpoint.value.origin, expected };
  return refused(ledgerCatalogue.refuse('LEDGER_ORIGIN_MISMATCH', { params }));
}

function witnessedAt({ key, at }: VerifiedSignature): WitnessedAt[] {
  return at === undefined ? [] : [{ name: key.name, at }];
}
