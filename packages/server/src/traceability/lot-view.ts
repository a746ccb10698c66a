import type { LotPart, LotView } from '@portolan/contract';
import { ok, type Result, refused } from '@portolan/kernel';
import { type Composition, compositions, sumOf, textOf } from '@portolan/traceability';
import type { TradeContext } from '../trade/context.ts';
import { partyNames } from '../trade/entry/parties.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { accountOf, type Span, stocksOf } from './account.ts';
import { tracingCatalogue } from './catalogue.ts';
import { keyOf } from './keys.ts';
import { storedTransfers } from './known.ts';
import { notCounted } from './ledger-events.ts';
import { holderView, lotsByKey, lotViews, type StoredLotRow } from './lot-rows.ts';
import { type Part, readPart } from './part.ts';
import { percentOf } from './percent.ts';
import { withdrawnUnder } from './withdrawn.ts';

const mostNotCounted = 200;

/** The stored row of a lot. Refuses one that the tenant's ledger doesn't have. */
export async function findLot(db: Queryable, tenantId: string, lot: string): Promise<Result<StoredLotRow>> {
  const row = (await lotsByKey(db, tenantId, [keyOf(lot)])).get(keyOf(lot));
  if (row) return ok(row);
  return refused(tracingCatalogue.refuse('NODE_LOT_UNKNOWN', { path: '/lot', params: { lot } }));
}

/** All that the ledger says of one lot. */
export async function lotView(
  context: TradeContext,
  tenantId: string,
  lot: string,
  span: Span,
): Promise<Result<LotView>> {
  const db = context.pool;
  const found = await findLot(db, tenantId, lot);
  if (!found.ok) return found;
  const row = found.value;
  const [[view], account, holders, part, stocks, open] = await Promise.all([
    lotViews(db, tenantId, [row]),
    accountOf(db, tenantId, row.lot_key, span),
    holdersOf(db, tenantId, row),
    readPart(db, tenantId, lot, 'up'),
    stocksOf(db, tenantId, row),
    notCounted(db, tenantId, lot, mostNotCounted),
  ]);
  const family = [row.lot_key, ...[...part.lots.values()].map(({ lot_key }) => lot_key)];
  const withdrawn = await withdrawnUnder(context, { tenantId, lotKey: row.lot_key, family });
  if (!view) throw new Error('a lot that was read has no view');
  const composition = compositionOf(part, lot);
  const findings = [...withdrawn, ...stocks.findings];
  return ok({ ...view, account, holders, composition, stocks: stocks.stocks, findings, notCounted: open });
}

/** Who held title and custody, from the beginning on. */
async function holdersOf(
  db: Queryable,
  tenantId: string,
  { lot, lot_key, made, owner, custodian }: StoredLotRow,
): Promise<LotView['holders']> {
  const transfers = (await storedTransfers(db, tenantId, [lot_key])).get(lot) ?? [];
  const first = [
    { what: 'title' as const, id: owner },
    { what: 'custody' as const, id: custodian },
  ].flatMap(({ what, id }) => (id === null ? [] : [{ what, id, since: made }]));
  const later = transfers.map(({ kind, to, at, id }) => ({ what: kind, id: to, since: at, event: id }));
  const all = [...first, ...later];
  const names = await partyNames(
    db,
    all.map(({ id }) => id),
  );
  return all.map(({ id, ...rest }) => ({ ...rest, holder: holderView(id, names) }));
}

function compositionOf({ state, cut }: Part, lot: string): LotView['composition'] {
  if (cut) return { made: [], left: [], cut };
  const { made, left } = compositions(state);
  return { made: partsOf(made.get(lot)), left: partsOf(left.get(lot)) };
}

function partsOf(composition: Composition = new Map()): LotPart[] {
  const whole = sumOf(composition);
  return [...composition]
    .sort(([a, one], [b, other]) => (one === other ? (a < b ? -1 : 1) : one > other ? -1 : 1))
    .map(([key, amount]) => ({ key, amount: textOf(amount), percent: percentOf(amount, whole) }));
}
