import type { TariffLine } from '../edition/line.ts';
import { holdsOn } from '../reference/dated.ts';
import type { TariffReference } from '../reference/reference.ts';
import type { DutyLayer, Measure, Stacking } from './layer.ts';
import { type NamedMeasure, namedLayers } from './named.ts';
import type { ScopeHit } from './scope.ts';
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
  const numbers = new Map<string, Fitting>();
  return {
    date,
    layers: ordered,
    fitting: (line, origin) => {
      const key = line.hts + origin;
      const before = numbers.get(key);
      if (before !== undefined) return before;
      const hits = scopes.naming(line.hts, date);
      const rows = ordered.map((layer) => rowsFor(layer, line.hts, origin, hits));
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

function rowsFor(
  { layer, rows }: LayerInForce,
  hts: string,
  origin: string,
  hits: readonly ScopeHit[],
): Measure[] {
  if (layer.notChapters.includes(hts.slice(0, 2))) return [];
  return rows.filter((row) => namesOrigin(row, origin) && namesNumber(row, hts, hits));
}

function namesOrigin({ origins, notOrigins }: Measure, origin: string): boolean {
  return (origins?.includes(origin) ?? true) && !(notOrigins?.includes(origin) ?? false);
}

function namesNumber(row: Measure, hts: string, hits: readonly ScopeHit[]): boolean {
  const { scope, list = row.heading, prefixes, notPrefixes } = row;
  if (notPrefixes?.some((prefix) => hts.startsWith(prefix))) return false;
  if (prefixes !== undefined && !prefixes.some((prefix) => hts.startsWith(prefix))) return false;
  return scope === undefined || hits.some((hit) => hit.scope === scope && hit.heading === list);
}
