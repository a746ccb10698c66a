import { addSeconds, type CryptoPort, type Digest, type Instant, type JsonObject } from '@portolan/kernel';
import {
  type NoteKey,
  parseNoteKey,
  type VerifiedReceipt,
  verifyReceipt,
  verifyWitnessed,
} from '@portolan/ledger';
import type { Pool } from 'pg';
import type { NodeContext } from '../../platform/context.ts';
import { markSeen, readTrustedLogs, type TrustedLog } from './trusted-logs.ts';

/** Receipts that came along with credentials, for one tenant. */
export interface CarriedReceipts {
  readonly tenantId: string;
  readonly digests: ReadonlySet<Digest>;
  readonly receipts: readonly JsonObject[];
}

type ReceiptContext = Pick<NodeContext, 'pool' | 'crypto' | 'clock'>;

/** Clocks of two nodes may differ by this much, and a receipt may be under way this long before its log is seen again. */
const toleratedSeconds = 300;

interface Taken {
  readonly tenantId: string;
  readonly digest: Digest;
  readonly receipt: JsonObject;
  /** The log or the witness whose word it is, and by when it says the document existed. */
  readonly voucher: string;
  readonly at: Instant;
}

/** A receipt that a trusted log vouches for. */
interface OfLog extends Taken {
  readonly verified: VerifiedReceipt;
}

/**
 * Keeps receipts of logs that are trusted here, and those of any log that a trusted witness has cosigned. A receipt that does not
 * hold, is vouched for by nobody who is trusted, is for something that did not come with it, or has a time that its log's growth
 * contradicts is passed over: without it the first receipt here is the signing time, so that nothing is gained by sending a false one.
 */
export async function takeForeignReceipts(
  { pool, crypto, clock }: ReceiptContext,
  carried: readonly CarriedReceipts[],
): Promise<void> {
  if (carried.every(({ receipts }) => receipts.length === 0)) return;
  const trusted = (await readTrustedLogs(pool)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
  if (trusted.length === 0) return;
  const now = clock.now();
  const logs = trusted.filter(({ kind }) => kind === 'log');
  const taken = (await Promise.all(carried.map((one) => verified(crypto, logs, one)))).flat();
  const standing = taken.filter(({ verified: { origin, index, at } }) =>
    isPossible(
      logs.find((log) => log.origin === origin),
      { index, at },
      now,
    ),
  );
  const witnesses = keysOf(
    crypto,
    trusted.filter(({ kind }) => kind === 'witness'),
  );
  const witnessed = (await Promise.all(carried.map((one) => cosigned(crypto, witnesses, one)))).flat();
  const past = witnessed.filter(({ at }) => at <= addSeconds(now, toleratedSeconds));
  await keep(pool, [...standing, ...past], now);
  for (const [origin, group] of Map.groupBy(standing, (one) => one.verified.origin))
    await markSeen(pool, origin, Math.max(...group.map((one) => one.verified.size)), now);
}

function keysOf(crypto: CryptoPort, trusted: readonly TrustedLog[]): NoteKey[] {
  return trusted.flatMap(({ noteKey }): NoteKey[] => {
    const key = parseNoteKey(crypto, noteKey);
    return key.ok ? [key.value] : [];
  });
}

/** What trusted witnesses say of the receipts: the time of the cosignature, whatever time the log states. */
async function cosigned(
  crypto: CryptoPort,
  witnesses: readonly NoteKey[],
  { tenantId, digests, receipts }: CarriedReceipts,
): Promise<Taken[]> {
  if (witnesses.length === 0) return [];
  const results = await Promise.all(receipts.map((receipt) => verifyWitnessed(crypto, receipt, witnesses)));
  return results.flatMap((result, index) => {
    const receipt = receipts[index] as JsonObject;
    const seen = result.ok ? result.value : [];
    return seen.flatMap(({ statement: { digest }, witness, at }): Taken[] =>
      digests.has(digest) ? [{ tenantId, digest, receipt, voucher: witness, at }] : [],
    );
  });
}

async function verified(
  crypto: CryptoPort,
  logs: readonly TrustedLog[],
  { tenantId, digests, receipts }: CarriedReceipts,
): Promise<OfLog[]> {
  const keys = keysOf(crypto, logs);
  const results = await Promise.all(receipts.map((receipt) => verifyReceipt(crypto, receipt, { keys })));
  return results.flatMap((result, index) => {
    if (!result.ok || !digests.has(result.value.statement.digest)) return [];
    const { statement, origin, at } = result.value;
    const receipt = receipts[index] as JsonObject;
    return [{ tenantId, digest: statement.digest, receipt, voucher: origin, at, verified: result.value }];
  });
}

/**
 * Whether the log can have held the leaf at the time it states: not in the future; and a leaf beyond what was seen of the log
 * was added after that, so that it can't state an earlier time.
 */
export function isPossible(
  log: Pick<TrustedLog, 'seenSize' | 'seenAt'> | undefined,
  { index, at }: Pick<VerifiedReceipt, 'index' | 'at'>,
  now: Instant,
): boolean {
  if (!log || at > addSeconds(now, toleratedSeconds)) return false;
  const { seenSize, seenAt } = log;
  return seenAt === undefined || index < seenSize || at >= addSeconds(seenAt, -toleratedSeconds);
}

async function keep(pool: Pool, taken: readonly Taken[], now: Instant): Promise<void> {
  if (taken.length === 0) return;
  const once = [
    ...new Map(
      taken
        .toSorted((left, right) => (left.at > right.at ? -1 : 1))
        .map((one) => [`${one.tenantId} ${one.digest} ${one.voucher}`, one]),
    ).values(),
  ];
  await pool.query({
    name: 'foreign-receipts-keep',
    text: `insert into foreign_receipts (tenant_id, digest, origin, stated_at, received_at, receipt)
           select tenant_id, digest, origin, stated_at, $1, receipt
           from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::json[])
             as given (tenant_id, digest, origin, stated_at, receipt)
           on conflict (tenant_id, digest, origin) do update
           set stated_at = excluded.stated_at, receipt = excluded.receipt
           where excluded.stated_at < foreign_receipts.stated_at`,
    values: [
      now,
      once.map(({ tenantId }) => tenantId),
      once.map(({ digest }) => digest),
      once.map(({ voucher }) => voucher),
      once.map(({ at }) => at),
      once.map(({ receipt }) => JSON.stringify(receipt)),
    ],
  });
}
