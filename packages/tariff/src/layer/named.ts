import type { Goods } from '../duty/goods.ts';
import type { NotComputed } from '../duty/result.ts';
import type { NamedLayer } from './layer.ts';
import type { ScopeHit } from './scope.ts';

/**
 * The measures beside the base rate that may touch the line and whose amount is not computed.
 * `layers` are those in force on the date, `hits` the lists of numbers that name the line on it.
 */
export function namedLayers(
  layers: readonly NamedLayer[],
  goods: Goods,
  hits: readonly ScopeHit[],
): NotComputed[] {
  return layers.flatMap((layer) => {
    if (!touchesOrigin(layer, goods.input.originCountry)) return [];
    const grounds = groundsOf(layer, goods, hits);
    if (grounds === undefined) return [];
    const { id, name, cite } = layer;
    const why = grounds === '' ? layer.why : `${layer.why} (${grounds})`;
    return [{ layer: id, name, line: goods.input.number, why, cite }];
  });
}

function touchesOrigin({ origins }: NamedLayer, origin: string): boolean {
  return origins === undefined || origins.includes(origin);
}

/** What shows that the layer may touch the line; blank where it may touch every line, undefined where nothing does. */
function groundsOf(layer: NamedLayer, { line }: Goods, hits: readonly ScopeHit[]): string | undefined {
  const { footnotes, footnoteWords, prefixes, scope } = layer;
  if ((footnotes ?? footnoteWords ?? prefixes ?? scope) === undefined) return '';
  const cited = footnotes === undefined ? [] : headingsAmong(line.headings, footnotes);
  const listed = hits.filter((hit) => hit.scope === scope).map(({ heading }) => heading);
  const named = new Set([...cited, ...listed]);
  if (named.size > 0) return [...named].filter((heading) => heading !== '').join(', ');
  if (footnoteWords?.some((words) => line.footnotes.some((note) => note.includes(words)))) return '';
  return prefixes?.some((prefix) => line.hts.startsWith(prefix)) ? '' : undefined;
}

function headingsAmong(headings: readonly string[], beginnings: readonly string[]): string[] {
  return headings.filter((heading) => beginnings.some((beginning) => heading.startsWith(beginning)));
}
