import type { DutyLayer, Stacking } from './layer.ts';

/**
 * The layers in the order in which they are computed: one that precedes or excludes another comes before it; layers
 * that no row relates keep the order of the table. Throws where the rows contradict one another: the table is ours.
 */
export function orderLayers(layers: readonly DutyLayer[], rules: readonly Stacking[]): DutyLayer[] {
  const ordered: DutyLayer[] = [];
  const waiting = [...layers];
  while (waiting.length > 0) {
    const at = waiting.findIndex((layer) => !rules.some((rule) => mustWait(rule, layer, waiting)));
    const [next] = at < 0 ? [] : waiting.splice(at, 1);
    if (next === undefined)
      throw new Error(`stacking rows go in a circle: ${waiting.map(({ id }) => id).join(', ')}`);
    ordered.push(next);
  }
  return ordered;
}

function mustWait(
  { layer: first, other }: Stacking,
  layer: DutyLayer,
  waiting: readonly DutyLayer[],
): boolean {
  return other === layer.id && waiting.some(({ id }) => id === first && id !== layer.id);
}
