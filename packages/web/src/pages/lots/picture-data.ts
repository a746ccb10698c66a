import type { LotTrace, LotView } from '@portolan/contract';
import { convertQuantity } from '@portolan/kernel';
import { type NamedPlace, placeOf } from '@portolan/traceability';
import type { FlowLink, FlowNode } from '../../pictures/flow/flow-picture.tsx';
import type { MapLeg, MapStop } from '../../pictures/map/map-picture.tsx';
import type { TimeLane, TimeMark } from '../../pictures/time/time-picture.tsx';
import type { TreeLink, TreeNode } from '../../pictures/tree/tree-picture.tsx';
import { amountWords, kindWords, shortLot } from './words.ts';

/** The family of a lot as boxes in generations. */
export function familyOf({ lots, links }: LotTrace): { nodes: TreeNode[]; links: TreeLink[] } {
  const seen = new Set<string>();
  return {
    nodes: lots.map(({ lot, commodity, produced, unit, generation }) => ({
      ...{ id: lot, name: shortLot(lot), generation },
      words: `${commodity} ${amountWords(produced, unit)}`,
    })),
    links: links.flatMap(({ from, to }) => {
      if (to === undefined || seen.has(`${from} ${to}`)) return [];
      seen.add(`${from} ${to}`);
      return [{ from, to }];
    }),
  };
}

const LOST = 'lost';

/** What went from which lot into which, as bands; what was lost ends in a node of its own. */
export function flowOf({ lot, lots, links }: LotTrace): { nodes: FlowNode[]; links: FlowLink[] } {
  const unit = lots.find((each) => each.lot === lot)?.unit ?? '';
  const lost = links.some(({ to }) => to === undefined);
  return {
    nodes: [
      ...lots.map((each) => ({
        ...{ id: each.lot, name: shortLot(each.lot) },
        ...(each.lot === lot ? { tone: 'focus' as const } : {}),
      })),
      ...(lost ? [{ id: LOST, name: 'Lost', tone: 'lost' as const }] : []),
    ],
    links: links.map(({ from, to = LOST, amount, unit: own }) => ({
      ...{ from, to, words: amountWords(amount, own) },
      size: sizeIn(amount, own, unit),
    })),
  };
}

/** For drawing alone: in the unit of the lot that the picture is about where it converts, else as a bare number. */
function sizeIn(value: string, own: string, unit: string): number {
  const converted = convertQuantity({ value, unit: own }, unit);
  return Number(converted.ok ? converted.value.value : value);
}

export interface Stop extends MapStop {
  readonly place: string;
  /** What happened there, in the order of time. */
  readonly steps: readonly { readonly at: string; readonly kind: string; readonly lots: readonly string[] }[];
}

/** Where the goods were made into what they are, and the ways between. Steps without a place are not on the way. */
export function journeyOf({ steps, links }: LotTrace): { stops: Stop[]; legs: MapLeg[] } {
  const stops = new Map<string, Stop & { steps: Stop['steps'][number][] }>();
  const madeAt = new Map<string, string>();
  for (const { at, kind, place, inputs, outputs } of steps) {
    if (place === undefined) continue;
    const stop = stops.get(place) ?? { ...pointOf(placeOf(place)), id: place, place, steps: [] };
    const lots = (outputs.length > 0 ? outputs : inputs).map(({ lot }) => lot);
    stop.steps.push({ at, kind, lots });
    stops.set(place, stop);
    for (const { lot } of outputs) if (!madeAt.has(lot)) madeAt.set(lot, place);
  }
  const legs = links.flatMap(({ from: source, to: target, amount, unit }) => {
    const [from, to] = [madeAt.get(source), target === undefined ? undefined : madeAt.get(target)];
    if (from === undefined || to === undefined || from === to) return [];
    return [{ from, to, words: `${amountWords(amount, unit)} of ${shortLot(source)}` }];
  });
  return { stops: [...stops.values()], legs };
}

function pointOf({ name, latitude, longitude, country }: NamedPlace): Omit<MapStop, 'id'> {
  return {
    name,
    ...(latitude !== undefined && longitude !== undefined ? { latitude, longitude } : {}),
    ...(country === undefined ? {} : { country }),
  };
}

/** What happened to each lot of the family; of the lot itself also what was measured and what was refused. */
export function lanesOf({ lot, lots, steps }: LotTrace, view: LotView): TimeLane[] {
  const marks = new Map<string, TimeMark[]>(lots.map((each) => [each.lot, []]));
  for (const { at, kind, inputs, outputs } of steps)
    for (const end of [...inputs, ...outputs]) marks.get(end.lot)?.push({ at, words: kindWords(kind) });
  const own = marks.get(lot) ?? [];
  own.push(
    ...view.stocks.map(
      ({ at, measured }): TimeMark => ({
        ...{ at, tone: 'measured' },
        words: `Measured ${amountWords(measured, view.unit)}`,
      }),
    ),
    ...view.notCounted
      .filter(({ state }) => state === 'refused')
      .map(({ at, kind }): TimeMark => ({ at, tone: 'refused', words: `Refused: ${kindWords(kind)}` })),
  );
  const order = lots.toSorted((a, b) => a.generation - b.generation || (a.made < b.made ? -1 : 1));
  return order.map((each) => ({ id: each.lot, name: shortLot(each.lot), marks: marks.get(each.lot) ?? [] }));
}
