import type { LotBecame, LotRow, LotShare } from '@portolan/contract';
import { type Share, type TraceState, textOf, whatBecameOf } from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';
import { namesIn } from './ledger-events.ts';
import { holderView, lotViews, type StoredLotRow } from './lot-rows.ts';
import { readPart } from './part.ts';
import { percentOf } from './percent.ts';

/** The recall set of a lot, with quantities. Says so instead where it is too wide to be computed at once. */
export async function becameView(db: Queryable, tenantId: string, row: StoredLotRow): Promise<LotBecame> {
  const { lot, commodity, unit, produced } = row;
  const heading = { lot, commodity, unit, produced: textOf(BigInt(produced)) };
  const part = await readPart(db, tenantId, lot, 'down');
  if (part.cut) return { ...heading, left: [], ever: [], ended: [], cut: part.cut };
  const { left, ever, ended } = whatBecameOf(part.state, lot);
  const reached = new Set([...left, ...ever].map((share) => share.lot));
  const rows = [...part.lots.values()].filter((each) => reached.has(each.lot));
  const views = new Map((await lotViews(db, tenantId, rows)).map((view) => [view.lot, view]));
  const names = await namesIn(
    db,
    ended.map(({ event }) => event),
  );
  return {
    ...heading,
    left: left.map(shareView(views)),
    ever: ever.map(shareView(views)),
    ended: ended.map(({ event: { id, kind, at, by, place, inputs }, amount }) => ({
      ...{ event: id, kind, at, by: holderView(by, names) },
      ...(place === undefined ? {} : { place }),
      lots: inputs.map((input) => input.lot),
      amount: textOf(amount),
      unit: unitOf(part.state, inputs[0]?.lot) ?? unit,
    })),
  };
}

function unitOf(state: TraceState, lot = ''): string | undefined {
  return state.lots.get(lot)?.unit;
}

function shareView(views: ReadonlyMap<string, LotRow>): (share: Share) => LotShare {
  return ({ lot, amount, of }) => {
    const view = views.get(lot);
    if (!view) throw new Error(`lot ${lot} of a recall set is not stored`);
    const { commodity, unit, pool, owner, custodian } = view;
    return {
      ...{ lot, commodity, unit, pool },
      ...{ amount: textOf(amount), of: textOf(of), percent: percentOf(amount, of) },
      ...(owner ? { owner } : {}),
      ...(custodian ? { custodian } : {}),
    };
  };
}
