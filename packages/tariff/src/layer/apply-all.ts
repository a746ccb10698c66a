import type { Treatment } from '../chapter98/treatment.ts';
import type { Goods } from '../duty/goods.ts';
import { applyLayer, type LayerOutcome } from './apply.ts';
import { whyNot } from './explain.ts';
import type { BaseFacts } from './facts.ts';
import type { Fitting, LayersInForce } from './in-force.ts';

/** All additional duties of a line in their order, each seeing what those before it charged. */
export function applyLayers(
  goods: Goods,
  base: BaseFacts,
  inForce: LayersInForce,
  fitting: Fitting,
  treatment: Treatment | undefined,
  explain: boolean,
): LayerOutcome[] {
  const outcomes: LayerOutcome[] = [];
  inForce.layers.forEach((at, index) => {
    const rows = fitting.rows[index] ?? [];
    const value = valueFor(at.layer.id, goods, treatment);
    const outcome =
      rows.length === 0
        ? undefined
        : applyLayer(at, { goods, base, rows, value, before: outcomes, treatment });
    if (outcome !== undefined) outcomes.push(outcome);
    else if (explain) outcomes.push(whyNot(at, goods, inForce.date));
  });
  return outcomes;
}

/** Goods of chapter 98 bear most additional duties on the dutiable part only, some on the full value. */
function valueFor(layer: string, goods: Goods, treatment: Treatment | undefined): bigint {
  if (treatment === undefined || treatment.provision.fullValueLayers.includes(layer)) return goods.cents;
  return treatment.dutiable;
}
