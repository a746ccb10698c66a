import { type CryptoPort, constantTimeEqual, type Result, refused } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { verifyConsistency } from '../merkle/consistency.ts';
import { emptyRoot } from '../merkle/hash.ts';
import type { NoteKey } from '../note/key.ts';
import { type OpenedCheckpoint, openCheckpoint } from '../note/open-checkpoint.ts';
import type { WitnessRequest } from './request.ts';

/** How far a witness has cosigned a log. */
export interface SeenLog {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Whether a witness may cosign a checkpoint (C2SP tlog-witness, add-checkpoint): signed by the log's own key, and nothing but a
 * continuation of what it cosigned before. `seen` is undefined for a log that it has never cosigned. Refuses a request that
 * starts from elsewhere, another tree of the same size, and a proof that does not hold.
 */
export async function checkAdvance(
  crypto: CryptoPort,
  { old, proof, note }: WitnessRequest,
  logKey: NoteKey,
  seen: SeenLog | undefined,
): Promise<Result<OpenedCheckpoint>> {
  const opened = await openCheckpoint(crypto, note, [logKey]);
  if (!opened.ok) return opened;
  const { origin, size, root } = opened.value;
  if (old > size)
    return refuse('LEDGER_WITNESS_REQUEST', { detail: `it goes from ${old} leaves back to ${size}` });
  const known = seen ?? { size: 0, root: emptyRoot(crypto) };
  if (old !== known.size) return refuse('LEDGER_WITNESS_SIZE', { origin, known: known.size, old });
  if (old === size && !constantTimeEqual(root, known.root))
    return refuse('LEDGER_WITNESS_SPLIT', { origin, size });
  const consistent = verifyConsistency(crypto, { first: old, second: size, path: proof }, known.root, root);
  return consistent.ok ? opened : consistent;
}

function refuse(
  code: 'LEDGER_WITNESS_REQUEST' | 'LEDGER_WITNESS_SIZE' | 'LEDGER_WITNESS_SPLIT',
  params: Record<string, string | number>,
): Result<never> {
  return refused(ledgerCatalogue.refuse(code, { params }));
}
