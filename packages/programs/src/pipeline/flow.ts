import type { Volume } from '@portolan/documents';
import { convertQuantity, Decimal, type Instant, parseQuantity } from '@portolan/kernel';
import { type Signed, signedOf } from '../signed.ts';

export type FlowKind = 'facility' | 'stock' | 'batch' | 'border' | 'delivery' | 'loss';

export interface FlowNode {
  readonly id: string;
  readonly name: string;
  readonly kind: FlowKind;
}

/** Barrels that went from one place to another. */
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly volume: string;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/**
 * What flowed from where to where between two instants, by papers as they stand: of a ticket and its correction the correction.
 * Cubic metres are counted as barrels by their geometry; a picture needs no more, and what is decided is decided elsewhere.
 */
export function flowOf(papers: readonly Signed[], from: Instant, to: Instant): Flow {
  const flow = new Drawing();
  const corrected = new Set(
    papers.flatMap(({ document }) =>
      'corrects' in document && document.corrects ? [document.corrects.digest] : [],
    ),
  );
  const standing = papers.filter(({ digest }) => !corrected.has(digest));
  const during = (at: string) => from <= new Date(at).toISOString() && new Date(at).toISOString() < to;
  for (const { document } of signedOf(standing, 'LiquidProduction'))
    if (during(document.from)) {
      const facility = flow.node('facility', document.facility.id, document.facility.name);
      flow.link(facility, flow.node('stock', document.lot), document.volume);
    }
  for (const { document } of signedOf(standing, 'LiquidBlend'))
    if (during(document.at)) blended(flow, document);
  for (const { document } of signedOf(standing, 'MeasurementTicket')) {
    if (!during(document.from)) continue;
    const { kind, stock, batch, point, shipper, reported } = document;
    const volume = reported.netStandardVolume;
    const held = flow.node('batch', batch);
    if (kind === 'injection' && stock) flow.link(flow.node('stock', stock), held, volume);
    if (kind === 'border') flow.link(held, flow.node('border', point), volume);
    if (kind === 'delivery')
      flow.link(
        held,
        flow.node('delivery', stock ?? shipper?.did ?? point, shipper?.name ?? stock ?? point),
        volume,
      );
  }
  return flow.drawn();
}

function blended(
  flow: Drawing,
  { number, inputs, outputs, losses = [] }: Signed<'LiquidBlend'>['document'],
): void {
  const [first] = outputs;
  if (!first) return;
  for (const { lot, volume } of inputs)
    flow.link(flow.node('stock', lot), flow.node('stock', first.lot), volume);
  for (const { lot, volume } of outputs.slice(1))
    flow.link(flow.node('stock', first.lot), flow.node('stock', lot), volume);
  for (const { reason, volume } of losses)
    flow.link(flow.node('stock', first.lot), flow.node('loss', `${number} ${reason}`, reason), volume);
}

class Drawing {
  readonly #nodes = new Map<string, FlowNode>();
  readonly #links = new Map<string, { from: string; to: string; volume: Decimal }>();

  /** A lot that is a batch of the line is the same node whatever paper names it. */
  node(kind: FlowKind, id: string, name = id): string {
    const known = this.#nodes.get(id);
    if (!known || (known.kind === 'stock' && kind === 'batch')) this.#nodes.set(id, { id, name, kind });
    return id;
  }

  link(from: string, to: string, volume: Volume): void {
    const barrels = inBarrels(volume);
    const key = JSON.stringify([from, to]);
    const known = this.#links.get(key);
    if (known) known.volume = known.volume.plus(barrels);
    else this.#links.set(key, { from, to, volume: barrels });
  }

  drawn(): Flow {
    const links = [...this.#links.values()]
      .filter(({ from, to, volume }) => from !== to && volume.gt(Decimal.zero))
      .map(({ volume, ...ends }) => ({ ...ends, volume: volume.round(2, 'half-up').toString() }));
    const used = new Set(links.flatMap(({ from, to }) => [from, to]));
    const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : 1);
    return {
      nodes: [...this.#nodes.values()].filter(({ id }) => used.has(id)).sort(byId),
      links: links.sort((left, right) => (left.from + left.to < right.from + right.to ? -1 : 1)),
    };
  }
}

function inBarrels({ value, unit }: Volume): Decimal {
  const measured = parseQuantity({ value, unit });
  const barrels = measured.ok ? convertQuantity(measured.value, 'BLL') : measured;
  return barrels.ok ? Decimal.of(barrels.value.value) : Decimal.zero;
}
