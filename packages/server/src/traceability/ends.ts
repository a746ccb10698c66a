import { expectOk } from '@portolan/kernel';
import { amountIn, isFlow, type Measure, type TraceEvent, type TraceState } from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';
import { keyOf } from './keys.ts';
import type { EndRow } from './rows.ts';

/** Where an accepted event touches its lots. */
export function endsOf(event: TraceEvent, state: TraceState): EndRow[] {
  const event_key = keyOf(event.id);
  if (!isFlow(event)) {
    if (event.kind === 'void') return [];
    return [{ lot_key: keyOf(event.lot), side: 's', at: event.at, event_key, amount: undefined, others: [] }];
  }
  const [inputs, outputs] = [event.inputs, event.outputs].map((side) =>
    side.map(({ lot }) => keyOf(lot)),
  ) as [string[], string[]];
  const end = (side: 'i' | 'o', lot: string, quantity: Measure): EndRow => ({
    lot_key: keyOf(lot),
    side,
    at: event.at,
    event_key,
    amount: amountText(state, lot, quantity),
    others: side === 'i' ? outputs : inputs,
  });
  return [
    ...event.inputs.map(({ lot, quantity }) => end('i', lot, quantity)),
    ...event.outputs.map(({ lot, quantity }) => end('o', lot, quantity)),
  ];
}

function amountText(state: TraceState, lot: string, quantity: Measure): string {
  return expectOk(amountIn(quantity, state.lots.get(lot)?.unit ?? quantity.unit)).toString();
}

/** Lots of the other side travel as text, parted by blanks: an array of arrays can't hold rows of different length. */
export async function insertEnds(tx: Queryable, tenantId: string, ends: readonly EndRow[]): Promise<void> {
  if (ends.length === 0) return;
  await tx.query({
    name: 'trace-ends-add',
    text: `insert into trace_ends (tenant_id, lot_key, side, at, event_key, amount, others)
           select $1, e.lot_key, e.side::"char", e.at, e.event_key, e.amount::numeric,
             case when e.others = '' then '{}'::uuid[] else string_to_array(e.others, ' ')::uuid[] end
           from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::uuid[], $6::text[], $7::text[])
             as e (lot_key, side, at, event_key, amount, others)
           on conflict do nothing`,
    values: [
      tenantId,
      ends.map(({ lot_key }) => lot_key),
      ends.map(({ side }) => side),
      ends.map(({ at }) => at),
      ends.map(({ event_key }) => event_key),
      ends.map(({ amount }) => amount ?? null),
      ends.map(({ others }) => others.join(' ')),
    ],
  });
}
