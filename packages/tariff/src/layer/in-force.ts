import type { TariffLine } from '../edition/line.ts';
import { holdsOn } from '../reference/dated.ts';
import type { TariffReference } from '../reference/reference.ts';
import type { DutyLayer, Measure, Stacking } from './layer.ts';
import { type NamedMeasure, namedLayers } from './named.ts';
import { orderLayers } from './stack.ts';

/** The layers of one date, as far as they were known at one moment. */
export interface LayersInForce {
  readonly date: string;
  readonly layers: readonly LayerInForce[];
  /** What touches a line of the edition of that date when its goods are of an origin. */
  fitting(line: TariffLine, origin: string): Fitting;
}

export interface LayerInForce {
  readonly layer: DutyLayer;
  readonly rows: readonly Measure[];
  /** Layers that keep this one off the value they charge. */
  readonly excludedBy: readonly Stacking[];
}

export interface Fitting {
  /** Rows of each layer that name number and origin, in the order of `layers`; empty where none does. */
  readonly rows: readonly (readonly Measure[])[];
  /** Measures that may touch it and are only named. */
  readonly named: readonly NamedMeasure[];
}

/** Entries repeat numbers: what fits one is kept, up to this many. */
const KEPT_NUMBERS = 20_000;
/** Dates of one batch of entries lie close together. */
const KEPT_DATES = 64;
const KEPT_ORIGINS = 300;

type Tables = Pick<TariffReference, 'dutyLayers' | 'layers' | 'stacking' | 'scopes'>;
const kept = new WeakMap<Tables, Map<string, LayersInForce>>();

/** What is in force on the date and was known by `knownAt`; worked out once for each pair. */
export function layersInForce(reference: Tables, date: string, knownAt: string): LayersInForce {
  const known = knownAt.slice(0, 10);
  const moments = kept.get(reference) ?? new Map<string, LayersInForce>();
  kept.set(reference, moments);
  const key = `${date} ${known}`;
  const found = moments.get(key) ?? prepare(reference, date, known);
  if (moments.size >= KEPT_DATES) moments.clear();
  moments.set(key, found);
  return found;
}

function prepare(
  { dutyLayers, layers, stacking, scopes }: Tables,
  date: string,
  known: string,
): LayersInForce {
  const rules = stacking.filter((row) => holdsOn(row, date));
  const ordered = orderLayers(dutyLayers, rules).map(
    (layer): LayerInForce => ({
      layer,
      rows: layer.rows.filter((row) => holdsOn(row, date) && wasKnown(row, known)),
      excludedBy: rules.filter(({ relation, other }) => relation === 'excludes' && other === layer.id),
    }),
  );
  const current = layers.filter((layer) => holdsOn(layer, date));
  const origins = new Map<string, readonly (readonly ListedRow[])[]>();
  const rowsOf = (origin: string): readonly (readonly ListedRow[])[] => {
    const found = origins.get(origin) ?? ordered.map(({ rows }) => rowsForOrigin(rows, origin));
    if (origins.size < KEPT_ORIGINS) origins.set(origin, found);
    return found;
  };
  const numbers = new Map<string, Fitting>();
  return {
    date,
    layers: ordered,
    fitting: (line, origin) => {
      const key = line.hts + origin;
      const before = numbers.get(key);
      if (before !== undefined) return before;
      const hits = scopes.naming(line.hts, date);
      const lists = new Set(hits.map(({ scope, heading }) => listKey(scope, heading)));
      const rows = rowsOf(origin).map((listed, at) => rowsFor(ordered[at]?.layer, listed, line.hts, lists));
      const found = { rows, named: namedLayers(current, line, origin, hits) };
      if (numbers.size >= KEPT_NUMBERS) numbers.clear();
      numbers.set(key, found);
      return found;
    },
  };
}

/** A row that was not yet published, or was known to be void, decides nothing at that moment. */
function wasKnown({ from, knownAt = from, supersededAt }: Measure, known: string): boolean {
  return knownAt <= known && (supersededAt === undefined || known < supersededAt);
}

/** A row with the key of the list that must name the number, where it asks for one. */
interface ListedRow {
  readonly row: Measure;
  readonly list?: string;
}

function listKey(scope: string, heading: string): string {
  return `${scope} ${heading}`;
}

function rowsForOrigin(rows: readonly Measure[], origin: string): ListedRow[] {
  return rows
    .filter(({ origins, notOrigins }) => (origins?.includes(origin) ?? true) && !notOrigins?.includes(origin))
    .map((row) => {
      const { scope, list = row.heading } = row;
      return scope === undefined ? { row } : { row, list: listKey(scope, list) };
    });
}

const NO_ROWS: readonly Measure[] = [];

function rowsFor(
  layer: DutyLayer | undefined,
  listed: readonly ListedRow[],
  hts: string,
  lists: ReadonlySet<string>,
): readonly Measure[] {
  if (layer === undefined || layer.notChapters.includes(hts.slice(0, 2))) return NO_ROWS;
  const fitting = listed.filter(
    ({ row, list }) => (list === undefined || lists.has(list)) && namesNumber(row, hts),
  );
  return fitting.length === 0 ? NO_ROWS : fitting.map(({ row }) => row);
}

function namesNumber({ prefixes, notPrefixes }: Measure, hts: string): boolean {
  if (notPrefixes?.some((prefix) => hts.startsWith(prefix))) return false;
  return prefixes?.some((prefix) => hts.startsWith(prefix)) ?? true;
}
