import type { Instant, Refusal } from '@portolan/kernel';
import { isFlow, type Lot, type TraceEvent, type TraceState } from '@portolan/traceability';
import { bulkInsert } from '../trade/store/bulk.ts';
import { keyOf } from './keys.ts';

export type EventState = 'accepted' | 'refused' | 'waiting' | 'superseded';

export interface EventRow {
  tenant_id: string;
  event_key: string;
  state: EventState;
  known_at: string;
  corrects_key: string | undefined;
  refusals: string | undefined;
  body: string;
  /** Digest of the document that says it, or the name of the captured EPCIS event. */
  source: string | undefined;
}

export interface LotRow {
  tenant_id: string;
  lot_key: string;
  lot: string;
  commodity: string;
  unit: string;
  base: string | undefined;
  pool: string;
  made: string;
  produced: string;
  drawn: string;
  last_drawn: string | undefined;
  last_known: string;
  owner: string | undefined;
  custodian: string | undefined;
  attributes: string | undefined;
}

/** Columns as they travel; the order is that of the rows' members. */
export const eventColumns = {
  tenant_id: 'uuid',
  event_key: 'uuid',
  state: 'text',
  known_at: 'timestamptz',
  corrects_key: 'uuid',
  refusals: 'wide',
  body: 'wide',
  source: 'text',
} as const;

export const lotColumns = {
  tenant_id: 'uuid',
  lot_key: 'uuid',
  lot: 'text',
  commodity: 'text',
  unit: 'text',
  base: 'text',
  pool: 'boolean',
  made: 'timestamptz',
  produced: 'numeric',
  drawn: 'numeric',
  last_drawn: 'timestamptz',
  last_known: 'timestamptz',
  owner: 'text',
  custodian: 'text',
  attributes: 'wide',
} as const;

export const upsertEvents = bulkInsert<EventRow>('trace_events', eventColumns, {
  conflict: `on conflict (tenant_id, event_key) do update
    set state = excluded.state, refusals = excluded.refusals, known_at = excluded.known_at, body = excluded.body`,
});

export const upsertLots = bulkInsert<LotRow>('trace_lots', lotColumns, {
  conflict: `on conflict (tenant_id, lot_key) do update
    set made = excluded.made, produced = excluded.produced, drawn = excluded.drawn, last_drawn = excluded.last_drawn,
      last_known = greatest(trace_lots.last_known, excluded.last_known)`,
});

export function eventRow(
  tenantId: string,
  event: TraceEvent,
  state: EventState,
  refusals?: readonly Refusal[],
  source?: string,
): EventRow {
  return {
    tenant_id: tenantId,
    event_key: keyOf(event.id),
    state,
    known_at: event.knownAt,
    corrects_key: event.corrects === undefined ? undefined : keyOf(event.corrects),
    refusals: refusals && JSON.stringify(refusals),
    body: JSON.stringify(event),
    source,
  };
}

export function lotRow(tenantId: string, lot: Lot, lastKnown: Instant): LotRow {
  return {
    tenant_id: tenantId,
    lot_key: keyOf(lot.id),
    lot: lot.id,
    commodity: lot.commodity,
    unit: lot.unit,
    base: lot.base,
    pool: String(lot.pool),
    made: lot.made,
    produced: lot.produced.toString(),
    drawn: lot.drawn.toString(),
    last_drawn: lot.lastDrawn,
    last_known: lastKnown,
    owner: lot.holders.title.first,
    custodian: lot.holders.custody.first,
    attributes: Object.keys(lot.attributes).length > 0 ? JSON.stringify(lot.attributes) : undefined,
  };
}

/** What an event was found to be. */
export function stateOf(state: TraceState, event: TraceEvent): readonly [EventState, (readonly Refusal[])?] {
  const [refused, waiting] = [state.refused.get(event.id), state.waiting.get(event.id)];
  if (refused) return ['refused', refused];
  if (waiting) return ['waiting', waiting];
  return state.superseded.has(event.id) ? ['superseded'] : ['accepted'];
}

/** The lots that an event names. */
export function lotsOf(event: TraceEvent): string[] {
  if (isFlow(event)) return [...event.inputs, ...event.outputs].map(({ lot }) => lot);
  return event.kind === 'void' ? [] : [event.lot];
}
