import { expectOk } from '@portolan/kernel';
import { amountIn } from '../amount/amount.ts';
import { type FlowEvent, type FlowOutput, isFlow, type StockEvent, type TraceEvent } from '../event/event.ts';
import { compare } from './effective.ts';
import { inTime } from './in-time.ts';
import { type Lot, newLot } from './lot.ts';
import type { TraceState } from './replay.ts';

/**
 * The state of a part of a ledger: events that were accepted already, and lots that they draw on and that were made outside of
 * this part. Nothing is decided anew. Lots of the part have all that these events put in and took; who held a lot before it
 * reached this part is not told.
 */
export function acceptedState(events: readonly TraceEvent[], outside: readonly Lot[] = []): TraceState {
  const lots = new Map<string, Lot>(outside.map((lot) => [lot.id, lot]));
  const flows = inTime(events.filter(isFlow));
  for (const event of flows) {
    for (const output of event.outputs) fill(lots, event, output);
    for (const { lot: id, quantity } of event.inputs) {
      const lot = lots.get(id);
      if (!lot || outside.includes(lot)) continue;
      lot.drawn += expectOk(amountIn(quantity, lot.unit));
      if (lot.lastDrawn === undefined || event.at > lot.lastDrawn) lot.lastDrawn = event.at;
      lot.takenBy.push(event);
    }
  }
  const stocks = events
    .filter((event): event is StockEvent => event.kind === 'measure')
    .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  const none = new Map<string, never>();
  return { lots, flows, stocks, refused: none, waiting: none, superseded: none, conflicts: [] };
}

function fill(lots: Map<string, Lot>, event: FlowEvent, output: FlowOutput): void {
  const lot = lots.get(output.lot) ?? newLot(event, output, { title: undefined, custody: undefined });
  lots.set(lot.id, lot);
  lot.produced += expectOk(amountIn(output.quantity, lot.unit));
  lot.madeBy.push(event);
}
