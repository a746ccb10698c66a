import type { LiquidRole } from '@portolan/documents';
import { inForce } from '@portolan/filing';
import { expectOk } from '@portolan/kernel';
import {
  type Amount,
  addTo,
  amountOf,
  apportion,
  type Composition,
  type Compositions,
  compositions,
  type FlowEvent,
  type TraceState,
} from '@portolan/traceability';
import type { Signed } from '../../signed.ts';
import type { OilTables } from '../facts/tables.ts';
import type { FreeTrade, OriginShare } from '../month/line-month.ts';
import { flowId } from '../stream/events.ts';
import { componentsOf, originKey, readOriginKey } from '../stream/origin.ts';
import { whereBroken } from './break.ts';
import { freeTradeStatus, percentOf } from './free-trade.ts';
import { lotVector, originCountry } from './lot-vector.ts';

/** What the book of lots says of a batch at a moment. */
export interface BatchStatus {
  readonly freeTrade: FreeTrade;
  readonly origin: readonly OriginShare[];
  readonly country: string | undefined;
  /** Whether crude of the importing country is in it. */
  readonly returns: boolean;
}

/** What a batch had been filled with after one more event. */
interface Fill {
  readonly at: string;
  readonly sum: Composition;
  readonly statuses: Map<string, BatchStatus>;
}

/** Make-up and status of batches, each decided once for every change of its make-up. */
export class StatusBook {
  readonly #state: TraceState;
  readonly #made: Compositions;
  readonly #tables: OilTables;
  readonly #fills = new Map<string, readonly Fill[]>();

  constructor(state: TraceState, blends: readonly Signed<'LiquidBlend'>[], tables: OilTables) {
    const roles = rolesOf(blends);
    this.#state = state;
    this.#tables = tables;
    this.#made = compositions(state, undefined, (event, lot, parts) => {
      const role = roles.get(`${event.id} ${lot}`);
      return role === undefined ? parts : takenAs(role, parts);
    });
  }

  /** Of all that had been put into a batch by a moment; of the first of it, where that was later. The day says which rule is in force. */
  at(batch: string, at: string, day: string): BatchStatus {
    const fills = this.#fillsOf(batch);
    const fill = fills.findLast((one) => one.at <= at) ?? fills[0];
    const known = fill?.statuses.get(day);
    if (known) return known;
    const status = this.#statusOf(batch, fill?.sum ?? new Map(), day);
    fill?.statuses.set(day, status);
    return status;
  }

  #fillsOf(batch: string): readonly Fill[] {
    const known = this.#fills.get(batch);
    if (known) return known;
    const events = [...(this.#state.lots.get(batch)?.madeBy ?? [])].sort((a, b) =>
      a.at + a.id < b.at + b.id ? -1 : 1,
    );
    const sum = new Map<string, Amount>();
    const fills: Fill[] = [];
    for (const event of events) {
      addTo(sum, this.#put(event, batch));
      const last = fills.at(-1);
      if (last?.at === event.at) fills.pop();
      fills.push({ at: event.at, sum: new Map(sum), statuses: new Map() });
    }
    this.#fills.set(batch, fills);
    return fills;
  }

  /** What an event put into a batch: what it declares to have produced, or what it drew. */
  #put(event: FlowEvent, batch: string): Composition {
    const output = event.outputs.find(({ lot }) => lot === batch);
    if (!output) return new Map();
    if (output.components) return componentsOf(output.components);
    return apportion(expectOk(amountOf(output.quantity.value)), this.#made.moved.get(event.id) ?? new Map());
  }

  #statusOf(batch: string, composition: Composition, day: string): BatchStatus {
    const rule = inForce(this.#tables.status, day);
    const { reason, returns, state } = freeTradeStatus(composition, rule);
    const vector = lotVector(composition);
    const origin = vector.parts.map(({ amount, country, role }) => ({
      ...(country === undefined ? {} : { country }),
      role,
      percent: percentOf(amount, vector.total),
    }));
    if (state === 'free')
      return {
        freeTrade: { state, ...(rule ? { spi: rule.spi } : {}), reason },
        ...{ origin, returns, country: originCountry(vector) },
      };
    const brokenAt = whereBroken(this.#state, this.#made, rule, batch, state);
    return { freeTrade: { state, reason, brokenAt }, origin, returns, country: originCountry(vector) };
  }
}

/** What blends say that they took each lot as, by event and lot. */
function rolesOf(blends: readonly Signed<'LiquidBlend'>[]): Map<string, LiquidRole> {
  return new Map(
    blends.flatMap(({ digest, document }) =>
      document.inputs.flatMap(({ lot, role }) =>
        role === undefined ? [] : [[`${flowId(digest)} ${lot}`, role] as const],
      ),
    ),
  );
}

/** What is taken as diluent is diluent, wherever it is from; what was diluent before does not become crude by being called so. */
function takenAs(role: LiquidRole, parts: Composition): Composition {
  if (role !== 'diluent') return parts;
  const taken = new Map<string, Amount>();
  for (const [key, amount] of parts) {
    const { country } = readOriginKey(key);
    addTo(taken, new Map([[originKey({ country, role }), amount]]));
  }
  return taken;
}
