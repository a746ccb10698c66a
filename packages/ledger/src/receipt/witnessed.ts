import { below, type CryptoPort, type Instant, ok, type Result, refused } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { parseCheckpoint } from '../note/checkpoint.ts';
import type { NoteKey } from '../note/key.ts';
import { verifyNote } from '../note/verify.ts';
import { parseReceipt } from './parse.ts';
import type { Statement } from './statement.ts';
import { includedIn } from './verify.ts';

/** What a cosigned receipt proves: at `at` the witness had seen a log that held the statement. */
export interface WitnessedReceipt {
  readonly statement: Statement;
  readonly origin: string;
  readonly index: number;
  readonly size: number;
  /** Name of the witness. */
  readonly witness: string;
  /** When it cosigned; whole seconds. */
  readonly at: Instant;
}

/**
 * Verifies a receipt by the cosignatures on its checkpoint (C2SP tlog-cosignature), whoever keeps the log: a witness signs the
 * root with its own time, so that what lies under the root is not younger. The time that the statement itself gives is not
 * looked at. One result for each cosignature of one of `witnesses`; refuses a receipt without any, a checkpoint of another log, a
 * leaf that is not under this root, and a cosignature that was altered.
 */
export async function verifyWitnessed(
  crypto: CryptoPort,
  receipt: unknown,
  witnesses: readonly NoteKey[],
): Promise<Result<readonly WitnessedReceipt[]>> {
  const parsed = parseReceipt(receipt);
  if (!parsed.ok) return parsed;
  const keys = witnesses.filter(({ type }) => type === 'cosignature-v1');
  const note = below('/checkpoint', await verifyNote(crypto, parsed.value.receipt.checkpoint, keys));
  if (!note.ok) return note;
  const checkpoint = below('/checkpoint', parseCheckpoint(note.value.text));
  if (!checkpoint.ok) return checkpoint;
  const included = includedIn(crypto, parsed.value, checkpoint.value);
  if (!included.ok) return included;
  const { statement, origin, index } = parsed.value.receipt;
  const { size } = checkpoint.value;
  const seen = note.value.signatures.flatMap(({ key, at }): WitnessedReceipt[] =>
    at === undefined ? [] : [{ statement, origin, index, size, witness: key.name, at }],
  );
  if (seen.length > 0) return ok(seen);
  const params = { found: 0, needed: 1 };
  return refused(ledgerCatalogue.refuse('LEDGER_WITNESSES_MISSING', { path: '/checkpoint', params }));
}
