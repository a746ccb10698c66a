import { ok, type Result, refused } from '@portolan/kernel';
import { type DutyLayer, type DutyMeasure, DutyMeasureSchema } from '@portolan/tariff';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { Type } from 'typebox';
import Value from 'typebox/value';
import { shelfCatalogue } from '../catalogue.ts';
import { kindNames } from './kinds.ts';

/** A row of a layer that is computed: a rate, or an exclusion from one, with its dates and the goods it names. */
export type LayerMeasure = DutyMeasure & { readonly layer: string };

const MeasuresSchema = Type.Array(
  Type.Object({ layer: Type.String({ maxLength: 60 }), ...DutyMeasureSchema.properties }),
  { maxItems: 10_000 },
);

/**
 * Reads rows for the layers that the program computes. Refuses other shapes, and a layer or list that it
 * does not know: such a row would never apply, and nobody would be told.
 */
export function readMeasures(value: unknown): Result<readonly LayerMeasure[]> {
  if (!Value.Check(MeasuresSchema, value)) {
    const [error] = Value.Errors(MeasuresSchema, value);
    return unreadable(error?.instancePath ?? '', error?.message ?? 'unknown shape');
  }
  const { dutyLayers, scopes } = loadEmbeddedReference();
  const known = new Set(dutyLayers.map(({ id }) => id));
  for (const [index, { layer, scope }] of value.entries()) {
    if (!known.has(layer))
      return unreadable(
        `/${index}/layer`,
        `"${layer}" is no layer that is computed; take one of ${[...known].join(', ')}`,
      );
    if (scope !== undefined && !scopes.names.has(scope))
      return unreadable(`/${index}/scope`, `no list is called "${scope}"; name the goods by prefixes`);
  }
  return ok(value);
}

function unreadable(path: string, problem: string): Result<never> {
  const params = { kind: kindNames.measures, problem: path === '' ? problem : `${path}: ${problem}` };
  return refused(shelfCatalogue.refuse('NODE_TARIFF_FILE', { path: `/file${path}`, params }));
}

/** The layers with imported rows before their own: of the rows in force the first that fits decides. */
export function withMeasures(
  layers: readonly DutyLayer[],
  measures: readonly LayerMeasure[],
): readonly DutyLayer[] {
  if (measures.length === 0) return layers;
  return layers.map((layer) => {
    const further = measures.filter((measure) => measure.layer === layer.id);
    return { ...layer, rows: [...further.map(({ layer: _, ...row }) => row), ...layer.rows] };
  });
}
