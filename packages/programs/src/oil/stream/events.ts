import type { DocumentType } from '@portolan/documents';
import type { Refusal, Result } from '@portolan/kernel';
import { type Amount, readTraceEvent, type TraceEvent, textOf } from '@portolan/traceability';
import type { Signed } from '../../signed.ts';
import type { OilTables } from '../facts/tables.ts';
import { commodityNamed } from '../facts/tables.ts';
import { reportedDensity, ticketDensity } from './density.ts';
import { originComponents, originKey } from './origin.ts';
import { barrelsOf, ledgerUnit } from './volume.ts';

/** What a paper says of lots: its events, or why it says none although it should. */
export interface PaperEvents {
  readonly events: readonly TraceEvent[];
  readonly refusals: readonly Refusal[];
}

export const nothing: PaperEvents = { events: [], refusals: [] };

/** The flow of a paper is named after it, so that every copy gives the same event. */
export function flowId(digest: string): string {
  return `${digest}#flow`;
}

export function quantity(amount: Amount) {
  return { value: textOf(amount), ...ledgerUnit };
}

export function common({ digest, issuer, knownAt }: Signed<DocumentType>, at: string) {
  return { id: flowId(digest), at, knownAt, by: issuer };
}

/** Reads events; of a paper with one that can't be read none counts. `metered` marks what was measured. */
export function readEvents(values: readonly object[], metered: boolean): PaperEvents {
  const results: Result<TraceEvent>[] = values.map((value) => readTraceEvent(value));
  const refusals = results.flatMap((result) => (result.ok ? [] : result.refusals));
  if (refusals.length > 0) return { events: [], refusals };
  const events = results.flatMap((result) => (result.ok ? [result.value] : []));
  return {
    events: metered ? events.map((event) => ({ ...event, metered: true }) as TraceEvent) : events,
    refusals,
  };
}

/** The day on which the log knew a paper: its figures are computed by the facts of then. */
export function dayOf({ knownAt }: Pick<Signed, 'knownAt'>): string {
  return knownAt.slice(0, 10);
}

/** A well or facility fills its stock, which is made of what it says; there from when the period began. */
export function productionEvents(paper: Signed<'LiquidProduction'>, tables: OilTables): PaperEvents {
  const { commodity, density, facility, from, lot, number, owner, producer, volume } = paper.document;
  if (producer.did !== paper.issuer) return nothing;
  const context = { paper: 'Production', number, path: '/volume', commodity, density, day: dayOf(paper) };
  const amount = barrelsOf(volume, context, tables);
  if (!amount.ok) return { events: [], refusals: amount.refusals };
  if (amount.value === 0n) return nothing;
  const output = {
    lot,
    quantity: quantity(amount.value),
    commodity,
    components: originComponents(paper.document, amount.value),
    pool: true,
    owner: owner.did,
    custodian: paper.issuer,
  };
  const place = facility.id.slice(0, 200);
  return readEvents(
    [{ ...common(paper, from), place, kind: 'produce', inputs: [], outputs: [output], losses: [] }],
    false,
  );
}

/** An injection fills a batch out of a stock, a delivery takes of it; at the border it passes, and nothing moves. */
export function ticketEvents(paper: Signed<'MeasurementTicket'>, tables: OilTables): PaperEvents {
  const { batch, commodity, kind, number, operator, point, reported, shipper, stock, to } = paper.document;
  if (operator.did !== paper.issuer || kind === 'border' || kind === 'transfer') return nothing;
  const amount = ticketBarrels(paper, tables);
  if (!amount.ok) return { events: [], refusals: amount.refusals };
  if (amount.value === 0n) return nothing;
  const moved = quantity(amount.value);
  const place = point.slice(0, 200);
  const step = { ...common(paper, to), place, losses: [] };
  const put = (lot: string) => ({ lot, quantity: moved, commodity, pool: true, custodian: paper.issuer });
  const attributes = { ticket: number.slice(0, 400), api: (reported.apiGravity60F ?? '').slice(0, 40) };
  if (kind === 'delivery') {
    const inputs = [{ lot: batch, quantity: moved }];
    return readEvents(
      [
        stock === undefined
          ? { ...step, kind: 'consume', inputs, outputs: [] }
          : { ...step, kind: 'transform', inputs, outputs: [put(stock)] },
      ],
      true,
    );
  }
  const output = { ...put(batch), attributes, ...(shipper ? { owner: shipper.did } : {}) };
  if (stock !== undefined)
    return readEvents(
      [{ ...step, kind: 'transform', inputs: [{ lot: stock, quantity: moved }], outputs: [output] }],
      true,
    );
  // Where it came from is not said: it is of unknown origin.
  const role = commodityNamed(tables, commodity)?.role ?? 'crude';
  const components = [{ key: originKey({ role }), amount: moved.value }];
  return readEvents([{ ...step, kind: 'produce', inputs: [], outputs: [{ ...output, components }] }], true);
}

/** Net standard volume of a ticket in barrels at 60 °F. */
export function ticketBarrels(paper: Signed<'MeasurementTicket'>, tables: OilTables): Result<Amount> {
  const { document } = paper;
  const { commodity, number, reported } = document;
  return barrelsOf(
    reported.netStandardVolume,
    {
      ...{ paper: 'Ticket', number, path: '/reported/netStandardVolume', commodity },
      density: reportedDensity(reported) ?? ticketDensity(document),
      day: dayOf(paper),
    },
    tables,
  );
}

/** Liquids go together; who does it holds them. */
export function blendEvents(paper: Signed<'LiquidBlend'>, tables: OilTables): PaperEvents {
  const { at, inputs, losses = [], number, operator, outputs, point } = paper.document;
  if (operator.did !== paper.issuer) return nothing;
  const commodity = outputs[0]?.commodity ?? '';
  const read = (list: readonly { readonly volume: Parameters<typeof barrelsOf>[0] }[], side: string) =>
    list.map(({ volume }, index) =>
      barrelsOf(
        volume,
        { paper: 'Blend', number, path: `/${side}/${index}/volume`, commodity, day: dayOf(paper) },
        tables,
      ),
    );
  const sides = {
    inputs: read(inputs, 'inputs'),
    outputs: read(outputs, 'outputs'),
    losses: read(losses, 'losses'),
  };
  const refusals = Object.values(sides).flatMap((side) =>
    side.flatMap((one) => (one.ok ? [] : one.refusals)),
  );
  if (refusals.length > 0) return { events: [], refusals };
  const of = (side: keyof typeof sides, index: number) => {
    const amount = sides[side][index];
    return quantity(amount?.ok ? amount.value : 0n);
  };
  return readEvents(
    [
      {
        ...common(paper, at),
        place: point.slice(0, 200),
        kind: 'transform',
        inputs: inputs.map(({ lot }, index) => ({ lot, quantity: of('inputs', index) })),
        outputs: outputs.map((output, index) => ({
          lot: output.lot,
          quantity: of('outputs', index),
          commodity: output.commodity,
          pool: true,
          custodian: paper.issuer,
        })),
        losses: losses.map(({ reason }, index) => ({ reason, quantity: of('losses', index) })),
      },
    ],
    false,
  );
}
