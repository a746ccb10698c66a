import {
  below,
  type CryptoPort,
  type Digest,
  type Instant,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { leafHash } from '../merkle/hash.ts';
import { verifyInclusion } from '../merkle/inclusion.ts';
import type { Checkpoint } from '../note/checkpoint.ts';
import type { NoteKey } from '../note/key.ts';
import { type OpenedCheckpoint, openCheckpoint, type WitnessedAt } from '../note/open-checkpoint.ts';
import { type ParsedReceipt, parseReceipt } from './parse.ts';
import { commit, type Statement } from './statement.ts';

/** Whom the reader of a receipt trusts, and what they hold in hand. */
export interface ReceiptTrust {
  /** Keys of logs, and of witnesses, that the reader got from a source other than the receipt. */
  readonly keys: readonly NoteKey[];
  /** The digest of the document at hand, if the receipt must be for that document. */
  readonly expectDigest?: Digest;
  /** How many witnesses of `keys` must have cosigned; none unless said. */
  readonly witnesses?: number;
}

/** What a good receipt proves: the log `origin` held the statement, made at `at`, when it had `size` leaves. */
export interface VerifiedReceipt {
  readonly at: Instant;
  readonly index: number;
  readonly size: number;
  readonly origin: string;
  readonly statement: Statement;
  readonly key: NoteKey;
  readonly witnesses: readonly WitnessedAt[];
}

/**
 * Verifies a receipt offline: shape, signed checkpoint of that very log, commitment and inclusion. Never throws on bad
 * input; the refusals point into the receipt.
 */
export async function verifyReceipt(
  crypto: CryptoPort,
  receipt: unknown,
  trust: ReceiptTrust,
): Promise<Result<VerifiedReceipt>> {
  const parsed = parseReceipt(receipt);
  if (!parsed.ok) return parsed;
  const other = otherDocument(parsed.value, trust.expectDigest);
  if (other) return other;
  const checkpoint = below(
    '/checkpoint',
    await openCheckpoint(crypto, parsed.value.receipt.checkpoint, trust.keys),
  );
  if (!checkpoint.ok) return checkpoint;
  return prove(crypto, parsed.value, checkpoint.value, trust.witnesses ?? 0);
}

function prove(
  crypto: CryptoPort,
  parsed: ParsedReceipt,
  checkpoint: OpenedCheckpoint,
  needed: number,
): Result<VerifiedReceipt> {
  const { index, origin, statement } = parsed.receipt;
  const { size, key, witnesses } = checkpoint;
  const included = includedIn(crypto, parsed, checkpoint);
  if (!included.ok) return included;
  const found = new Set(witnesses.map(({ name }) => name)).size;
  if (found < needed) return refuse('LEDGER_WITNESSES_MISSING', '/checkpoint', { found, needed });
  return ok({ at: statement.at, index, size, origin, statement, key, witnesses });
}

/** Whether the leaf of a receipt stands under a checkpoint of the receipt's own log. */
export function includedIn(
  crypto: CryptoPort,
  { receipt: { index, origin, statement }, salt, path }: ParsedReceipt,
  { origin: found, size, root }: Checkpoint,
): Result<true> {
  if (origin !== found) return refuse('LEDGER_ORIGIN_MISMATCH', '/origin', { found, expected: origin });
  const leaf = leafHash(crypto, commit(crypto, statement, salt));
  return below('/inclusion', verifyInclusion(crypto, { index, size, leaf, path }, root));
}

function otherDocument({ receipt }: ParsedReceipt, expected: Digest | undefined): Result<never> | undefined {
  const found = receipt.statement.digest;
  if (expected === undefined || expected === found) return undefined;
  return refuse('LEDGER_RECEIPT_OTHER_DOCUMENT', '/statement/digest', { found, expected });
}

function refuse(
  code: 'LEDGER_ORIGIN_MISMATCH' | 'LEDGER_WITNESSES_MISSING' | 'LEDGER_RECEIPT_OTHER_DOCUMENT',
  path: string,
  params: Record<string, string | number>,
): Result<never> {
  return refused(ledgerCatalogue.refuse(code, { path, params }));
}
