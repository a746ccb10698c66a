import type { LotView } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import { compareStock, type StockEvent, stockDiffers, textOf } from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';
import { readBody } from './body.ts';
import { namesIn } from './ledger-events.ts';
import { holderView, type StoredLotRow } from './lot-rows.ts';
import { ledgerPolicy } from './policy.ts';

export interface Span {
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

const endOfTime = 'infinity';
const beginningOfTime = '-infinity';

/** The account of a lot over a span of time, from `from` until just before `until`. */
export async function accountOf(
  db: Queryable,
  tenantId: string,
  lotKey: string,
  { from, until }: Span,
): Promise<LotView['account']> {
  const { rows } = await db.query<Record<'opening' | 'received' | 'dispatched' | 'lost', string>>({
    name: 'trace-account',
    // A step of kind "lose" says so once: quotation marks inside a text of its body are escaped.
    text: `select coalesce(sum(case side when 'o' then amount else -amount end) filter (where before), 0) as opening,
             coalesce(sum(amount) filter (where not before and side = 'o'), 0) as received,
             coalesce(sum(amount) filter (where not before and side = 'i' and not lost), 0) as dispatched,
             coalesce(sum(amount) filter (where not before and side = 'i' and lost), 0) as lost
           from (select e.side, e.amount, e.at < $3::timestamptz as before,
                   e.side = 'i' and position('"kind":"lose"' in v.body) > 0 as lost
                 from trace_ends e join trace_events v on v.tenant_id = e.tenant_id and v.event_key = e.event_key
                 where e.tenant_id = $1 and e.lot_key = $2 and e.side in ('i', 'o') and e.at < $4::timestamptz) as moved`,
    values: [tenantId, lotKey, from ?? beginningOfTime, until ?? endOfTime],
  });
  const { opening, received, dispatched, lost } = rows[0] ?? {};
  const [open, came, went, gone] = [opening, received, dispatched, lost].map((text) => BigInt(text ?? 0)) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  return {
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    opening: textOf(open),
    received: textOf(came),
    dispatched: textOf(went),
    lost: textOf(gone),
    closing: textOf(open + came - went - gone),
  };
}

const mostStocks = 200;

/** Stocks that were measured, newest first, each beside the book of its moment; what lies apart is a finding. */
export async function stocksOf(
  db: Queryable,
  tenantId: string,
  row: StoredLotRow,
): Promise<Pick<LotView, 'stocks' | 'findings'>> {
  const { rows } = await db.query<{ body: string; book: string }>({
    name: 'trace-stocks',
    text: `select v.body, (select coalesce(sum(case b.side when 'o' then b.amount else -b.amount end), 0) from trace_ends b
               where b.tenant_id = $1 and b.lot_key = $2 and b.side in ('i', 'o') and b.at <= e.at) as book
           from trace_ends e join trace_events v on v.tenant_id = e.tenant_id and v.event_key = e.event_key
           where e.tenant_id = $1 and e.lot_key = $2 and e.side = 's' and position('"kind":"measure"' in v.body) > 0
           order by e.at desc, e.event_key limit $3`,
    values: [tenantId, row.lot_key, mostStocks],
  });
  const lot = { id: row.lot, unit: row.unit, base: row.base ?? undefined, commodity: row.commodity };
  const names = await namesIn(db, rows.map(readBody));
  const checked = rows.flatMap((each) => {
    const stock = readBody(each) as StockEvent;
    return compareStock(lot, stock, BigInt(each.book), ledgerPolicy).map((check) => ({ stock, check }));
  });
  return {
    stocks: checked.map(({ stock, check }) => ({
      event: check.event,
      at: check.at,
      by: holderView(stock.by, names),
      measured: textOf(check.measured),
      book: textOf(check.book),
      difference: textOf(check.difference),
      within: check.within,
    })),
    findings: checked.filter(({ check }) => !check.within).map(({ check }) => stockDiffers(lot, check)),
  };
}
