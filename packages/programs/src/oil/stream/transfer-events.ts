import type { Signed } from '../../signed.ts';
import type { OilTables } from '../facts/tables.ts';
import { common, dayOf, nothing, type PaperEvents, quantity, readEvents } from './events.ts';
import { barrelsOf } from './volume.ts';

/** Title to a whole batch passes in the ledger of lots. A part of it passes in the accounts of its owners only. */
export function titleEvents(paper: Signed<'TitleTransfer'>): PaperEvents {
  const { batch, buyer, effectiveAt, seller, volume } = paper.document;
  if (seller.did !== paper.issuer || volume !== undefined || seller.did === buyer.did) return nothing;
  const move = { kind: 'title', lot: batch, from: seller.did, to: buyer.did };
  return readEvents([{ ...common(paper, effectiveAt), ...move }], false);
}

export function custodyEvents(paper: Signed<'CustodyTransfer'>): PaperEvents {
  const { at, from, lot, to } = paper.document;
  if (from.did !== paper.issuer || from.did === to.did) return nothing;
  return readEvents([{ ...common(paper, at), kind: 'custody', lot, from: from.did, to: to.did }], false);
}

/** Stocks as measured or computed by position: always taken, and compared with the book. */
export function stockEvents(paper: Signed<'PipelineStock'>, tables: OilTables): PaperEvents {
  const { at, number, operator, stocks } = paper.document;
  if (operator.did !== paper.issuer) return nothing;
  const read = stocks.map(({ lot, volume }, index) => ({
    lot,
    amount: barrelsOf(
      volume,
      { paper: 'Stock statement', number, path: `/stocks/${index}/volume`, commodity: '', day: dayOf(paper) },
      tables,
    ),
  }));
  const refusals = read.flatMap(({ amount }) => (amount.ok ? [] : amount.refusals));
  const events = readEvents(
    read.flatMap(({ amount, lot }, index) =>
      amount.ok
        ? [
            {
              ...common(paper, at),
              id: `${paper.digest}#stock ${index}`,
              kind: 'measure',
              lot,
              quantity: quantity(amount.value),
            },
          ]
        : [],
    ),
    false,
  );
  return { events: events.events, refusals: [...refusals, ...events.refusals] };
}
