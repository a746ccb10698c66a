import { ok, type Result, refused } from '@portolan/kernel';
import { type DutyLayer, type DutyMeasure, DutyMeasureSchema } from '@portolan/tariff';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { Type } from 'typebox';
import Value from 'typebox/value';
import { shelfCatalogue } from '../catalogue.ts';
import { kindNames } from './kinds.ts';
import { type KnownPeriod, KnownPeriodSchema, withPeriods } from './known-periods.ts';

/** A row of a layer that is computed: a rate, or an exclusion from one, with its dates and the goods it names. */
export type LayerMeasure = DutyMeasure & { readonly layer: string };

/** What is imported of a layer: a row of it, or for how long its rows are known to be all. */
export type LayerRow = LayerMeasure | KnownPeriod;

const MeasuresSchema = Type.Array(
  Type.Union([
    Type.Object({ layer: Type.String({ maxLength: 60 }), ...DutyMeasureSchema.properties }),
    KnownPeriodSchema,
  ]),
  { maxItems: 10_000 },
);

/**
 * Reads rows for the layers that the program computes. Refuses other shapes, and a layer or list that it
 * does not know, and a period of a layer that is always known: such a row would never apply, and nobody would be told.
 */
export function readMeasures(value: unknown): Result<readonly LayerRow[]> {
  if (!Value.Check(MeasuresSchema, value)) {
    const [error] = Value.Errors(MeasuresSchema, value);
    return unreadable(error?.instancePath ?? '', error?.message ?? 'unknown shape');
  }
  const { dutyLayers, scopes } = loadEmbeddedReference();
  const known = new Map(dutyLayers.map((layer) => [layer.id, layer]));
  for (const [index, row] of value.entries()) {
    const layer = known.get(row.layer);
    if (!layer)
      return unreadable(
        `/${index}/layer`,
        `"${row.layer}" is no layer that is computed; take one of ${[...known.keys()].join(', ')}`,
      );
    if (isPeriod(row)) {
      if (layer.horizon === undefined) return unreadable(`/${index}/layer`, 'all of this layer is known');
      if (row.to < row.from) return unreadable(`/${index}/to`, 'it is before the first day');
      continue;
    }
    const { scope } = row;
    if (scope !== undefined && !scopes.names.has(scope))
      return unreadable(`/${index}/scope`, `no list is called "${scope}"; name the goods by prefixes`);
  }
  return ok(value);
}

function isPeriod(row: LayerRow): row is KnownPeriod {
  return 'known' in row;
}

function unreadable(path: string, problem: string): Result<never> {
  const params = { kind: kindNames.measures, problem: path === '' ? problem : `${path}: ${problem}` };
  return refused(shelfCatalogue.refuse('NODE_TARIFF_FILE', { path: `/file${path}`, params }));
}

/** The layers with imported rows before their own (of the rows in force the first that fits decides), and known for longer. */
export function withMeasures(
  layers: readonly DutyLayer[],
  imported: readonly LayerRow[],
): readonly DutyLayer[] {
  if (imported.length === 0) return layers;
  const measures = imported.filter((row): row is LayerMeasure => !isPeriod(row));
  const periods = imported.filter(isPeriod);
  return layers.map((given) => {
    const layer = withPeriods(
      given,
      periods.filter((period) => period.layer === given.id),
    );
    const further = measures.filter((measure) => measure.layer === layer.id);
    return { ...layer, rows: [...further.map(({ layer: _, ...row }) => row), ...layer.rows] };
  });
}
