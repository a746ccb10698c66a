import { expectOk } from '@portolan/kernel';
import { amountIn, isFlow, type Measure, type TraceEvent, type TraceState } from '@portolan/traceability';
import { keyOf } from './keys.ts';

/** In the order of `endColumns`. */
export type EndRow = readonly [
  tenantId: string,
  lotKey: string,
  side: 'i' | 'o' | 's',
  at: string,
  eventKey: string,
  amount: string | undefined,
  others: string,
];

export const endColumns = ['tenant_id', 'lot_key', 'side', 'at', 'event_key', 'amount', 'others'] as const;

/** Where an accepted event touches its lots. */
export function endsOf(tenantId: string, event: TraceEvent, state: TraceState): EndRow[] {
  const key = keyOf(event.id);
  if (!isFlow(event))
    return event.kind === 'void' ? [] : [[tenantId, keyOf(event.lot), 's', event.at, key, undefined, '{}']];
  const [inputs, outputs] = [event.inputs, event.outputs].map(arrayOf) as [string, string];
  const end = (side: 'i' | 'o', lot: string, quantity: Measure): EndRow => [
    tenantId,
    keyOf(lot),
    side,
    event.at,
    key,
    amountText(state, lot, quantity),
    side === 'i' ? outputs : inputs,
  ];
  return [
    ...event.inputs.map(({ lot, quantity }) => end('i', lot, quantity)),
    ...event.outputs.map(({ lot, quantity }) => end('o', lot, quantity)),
  ];
}

function arrayOf(side: readonly { readonly lot: string }[]): string {
  return `{${side.map(({ lot }) => keyOf(lot)).join(',')}}`;
}

function amountText(state: TraceState, lot: string, quantity: Measure): string {
  return expectOk(amountIn(quantity, state.lots.get(lot)?.unit ?? quantity.unit)).toString();
}
