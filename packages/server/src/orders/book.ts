import {
  documentTypes,
  type Evidence,
  type MatchFinding,
  matchOrders,
  type OrderFile,
  orderFile,
  orderStageOf,
} from '@portolan/documents';
import type { CryptoPort } from '@portolan/kernel';
import { matchPolicyOf } from '../clients/match-policy.ts';
import type { TradeContext } from '../trade/context.ts';
import { heldEvidence } from '../trade/evidence/held.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import type { EvidenceRow } from '../trade/store/evidence.ts';
import { capturedPapers } from './events.ts';
import { filingRecords } from './filed.ts';

/** All orders of a tenant with their papers and what the match found. */
export interface OrderBook {
  readonly file: OrderFile;
  readonly findings: readonly MatchFinding[];
  /** What is older than the book reaches, and so is in none of its orders. */
  readonly left: BookLimits;
}

/** How many of each kind, and the paper from which a book of earlier ones begins. */
export interface BookLimits {
  readonly back?: string;
  readonly papers: number;
  readonly filings: number;
  readonly events: number;
}

/** Papers on the way from order to arrival; the newest so many of them make the book. */
const types = documentTypes.filter((type) => orderStageOf(type) !== undefined);
const MOST_PAPERS = 5000;
const MOST_BOOKS = 16;

interface Kept {
  readonly stamp: string;
  readonly book: Promise<OrderBook>;
}

const books = new WeakMap<object, Map<string, Kept>>();

/**
 * The order book of a tenant, made from the evidence that it holds. It is kept until evidence, filings or decisions join or the
 * tolerances of a client change; the stamp is one small query, so that a book is never older than the answer that it gives.
 */
export async function orderBook(
  { pool, crypto }: Pick<TradeContext, 'pool' | 'crypto'>,
  tenantId: string,
  back?: string,
): Promise<OrderBook> {
  const kept = books.get(pool) ?? new Map<string, Kept>();
  books.set(pool, kept);
  const stamp = await stampOf(pool, tenantId);
  const key = `${tenantId} ${back ?? ''}`;
  const before = kept.get(key);
  if (before?.stamp === stamp) return before.book;
  const book = makeBook(pool, crypto, tenantId, back);
  kept.delete(key);
  kept.set(key, { stamp, book });
  const [oldest] = kept.keys();
  if (kept.size > MOST_BOOKS && oldest !== undefined) kept.delete(oldest);
  book.catch(() => kept.delete(key));
  return book;
}

async function stampOf(db: Queryable, tenantId: string): Promise<string> {
  const { rows } = await db.query<{ stamp: string }>({
    name: 'orders-stamp',
    text: `select concat_ws(' ',
             (select concat(count(*), ' ', max(received_at)) from evidence where tenant_id = $1 and type = any($2)),
             (select concat(count(*), ' ', max(stored_at)) from filings where tenant_id = $1),
             (select concat(count(*), ' ', max(decided_at)) from decisions where tenant_id = $1),
             (select concat(count(*), ' ', max(updated_at)) from client_tolerances where tenant_id = $1),
             (select concat(count(*), ' ', max(updated_at)) from clients where tenant_id = $1),
             (select count(*) from entry_milestones where tenant_id = $1),
             (select count(*) from epcis_captures where tenant_id = $1 and not running)) as stamp`,
    values: [tenantId, types],
  });
  return rows[0]?.stamp ?? '';
}

async function makeBook(
  db: Queryable,
  crypto: CryptoPort,
  tenantId: string,
  back?: string,
): Promise<OrderBook> {
  const [since, digest] = back?.split(' ') ?? [];
  const [papers, captured, policy] = await Promise.all([
    db.query<EvidenceRow & { total: number }>({
      name: 'orders-evidence',
      text: `select *, count(*) over ()::int as total from evidence
             where tenant_id = $1 and type = any($2)
               and ($3::timestamptz is null or received_at < $3 or (received_at = $3 and digest >= $4))
             order by received_at desc, digest limit ${MOST_PAPERS}`,
      values: [tenantId, types, since ?? null, digest ?? null],
    }),
    capturedPapers(db, crypto, tenantId),
    matchPolicyOf(db, tenantId),
  ]);
  const held = papers.rows.map((row) => heldEvidence(row)).filter(isSound);
  const evidence = [...held, ...captured.evidence];
  const known = new Map(held.map((item) => [item.digest, item]));
  const filed = await filingRecords(db, tenantId, known, back !== undefined);
  const left = (papers.rows[0]?.total ?? 0) - papers.rows.length;
  const half = papers.rows[Math.floor(papers.rows.length / 2)];
  const file = orderFile(evidence, filed.records);
  return {
    file,
    findings: matchOrders(file, evidence, policy),
    left: {
      papers: left,
      filings: filed.left,
      events: captured.left,
      // Papers of one order come over weeks: half of a book stands in the one before it, so that few orders are cut.
      ...(left > 0 && half ? { back: `${half.received_at} ${half.digest}` } : {}),
    },
  };
}

/** A credential that was altered, or that nobody answers for, is no paper of an order. */
function isSound({ verdict }: Evidence): boolean {
  const foundations =
    verdict?.fragments.filter(({ name }) => name === 'integrity' || name === 'schema') ?? [];
  return foundations.every(({ outcome }) => outcome !== 'failed');
}
