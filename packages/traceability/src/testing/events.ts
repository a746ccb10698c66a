import { expectOk } from '@portolan/kernel';
import type { FlowEvent, FlowOutput, StockEvent, TraceEvent, TransferEvent } from '../event/event.ts';
import { readTraceEvent } from '../event/read-event.ts';

/** Minutes into a sample day, as an instant. */
export function minute(minutes: number): string {
  return new Date(Date.UTC(2026, 5, 1) + minutes * 60_000).toISOString();
}

interface Side {
  readonly lot: string;
  readonly quantity: string;
}

interface Made extends Side {
  readonly commodity?: string;
  readonly pool?: boolean;
  readonly components?: FlowOutput['components'];
  readonly owner?: string;
  readonly custodian?: string;
}

interface Told {
  readonly id: string;
  readonly at: number;
  readonly knownAt?: number;
  readonly by?: string;
  readonly corrects?: string;
  readonly unit?: string;
  readonly base?: string;
}

interface Flow extends Told {
  readonly kind: FlowEvent['kind'];
  readonly inputs?: readonly Side[];
  readonly outputs?: readonly Made[];
  readonly losses?: readonly { readonly quantity: string; readonly reason: string }[];
}

/** A flow in kilograms by one sample party, unless told otherwise. */
export function flow(told: Flow): FlowEvent {
  const measured = (value: string) => ({
    value,
    unit: told.unit ?? 'KGM',
    ...(told.base ? { base: told.base } : {}),
  });
  return read({
    ...heading(told),
    kind: told.kind,
    inputs: (told.inputs ?? []).map(({ lot, quantity }) => ({ lot, quantity: measured(quantity) })),
    outputs: (told.outputs ?? []).map(({ quantity, commodity = 'ore', ...rest }) => ({
      ...rest,
      commodity,
      quantity: measured(quantity),
    })),
    losses: (told.losses ?? []).map(({ quantity, reason }) => ({ quantity: measured(quantity), reason })),
  }) as FlowEvent;
}

export function stock(told: Told & Side): StockEvent {
  const quantity = {
    value: told.quantity,
    unit: told.unit ?? 'KGM',
    ...(told.base ? { base: told.base } : {}),
  };
  return read({ ...heading(told), kind: 'measure', lot: told.lot, quantity }) as StockEvent;
}

export function transfer(
  told: Told & {
    readonly lot: string;
    readonly from: string;
    readonly to: string;
    readonly kind?: 'custody';
  },
): TransferEvent {
  const { lot, from, to } = told;
  return read({
    ...heading({ by: from, ...told }),
    kind: told.kind ?? 'title',
    lot,
    from,
    to,
  }) as TransferEvent;
}

export function voided(told: Told & { readonly corrects: string }): TraceEvent {
  return read({ ...heading(told), kind: 'void' });
}

function heading({ id, at, knownAt = at, by = 'did:example:mill', corrects }: Told) {
  return { id, at: minute(at), knownAt: minute(knownAt), by, ...(corrects ? { corrects } : {}) };
}

function read(value: unknown): TraceEvent {
  return expectOk(readTraceEvent(value));
}
