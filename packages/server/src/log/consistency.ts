import { type CryptoPort, ok, type Result, refused, toBase64 } from '@portolan/kernel';
import { consistencyPlan, ledgerCatalogue } from '@portolan/ledger';
import type { Pool } from 'pg';
import { newestCheckpoint } from './checkpoints.ts';
import { Pyramids } from './pyramids.ts';

export interface ConsistencyAnswer {
  readonly first: number;
  readonly second: number;
  /** Hashes in base64, RFC 9162 section 2.1.4. */
  readonly proof: string[];
}

/** The proof that the log of `second` leaves begins with that of `first`. Refuses sizes that the log hasn't reached. */
export async function proveConsistency(
  pool: Pool,
  crypto: CryptoPort,
  logId: number,
  { first, second }: { readonly first: number; readonly second: number },
): Promise<Result<ConsistencyAnswer>> {
  const size = (await newestCheckpoint(pool, logId))?.size ?? 0;
  if (first > second || second > size)
    return refused(ledgerCatalogue.refuse('LEDGER_CONSISTENCY_RANGE', { params: { first, second } }));
  const [proof = []] = await new Pyramids(pool, crypto, logId).prove([
    { plan: consistencyPlan(first, second), size: second },
  ]);
  return ok({ first, second, proof: proof.map(toBase64) });
}
