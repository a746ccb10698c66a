import type { Goods } from '../duty/goods.ts';
import type { NotComputed } from '../duty/result.ts';
import type { NamedLayer } from './layer.ts';
import type { ScopeHit } from './scope.ts';

/**
 * The measures beside the base rate that may touch the line and whose amount is not computed.
 * `layers` are those in force on the date, `hits` the lists of numbers that name the line on it, `settled` the
 * measures about which the filer has said enough.
 */
export function namedLayers(
  layers: readonly NamedLayer[],
  goods: Goods,
  hits: readonly ScopeHit[],
  settled: readonly string[] = [],
): NotComputed[] {
  const named: NotComputed[] = [];
  for (const layer of layers) {
    if (settled.includes(layer.id) || !touchesOrigin(layer, goods.input.originCountry)) continue;
    const grounds = groundsOf(layer, goods, hits);
    if (grounds === undefined) continue;
    const { id, name, cite } = layer;
    const why = grounds === '' ? layer.why : `${layer.why} (${grounds})`;
    named.push({ layer: id, name, line: goods.input.number, why, cite });
  }
  return named;
}

function touchesOrigin({ origins }: NamedLayer, origin: string): boolean {
  return origins === undefined || origins.includes(origin);
}

/** What shows that the layer may touch the line; blank where it may touch every line, undefined where nothing does. */
function groundsOf(layer: NamedLayer, { line }: Goods, hits: readonly ScopeHit[]): string | undefined {
  const { footnotes, footnoteWords, prefixes, scope } = layer;
  if ((footnotes ?? footnoteWords ?? prefixes ?? scope) === undefined) return '';
  if (prefixes?.some((prefix) => line.hts.startsWith(prefix))) return '';
  if (footnoteWords?.some((words) => line.footnotes.some((note) => note.includes(words)))) return '';
  const cited = footnotes === undefined ? [] : headingsAmong(line.headings, footnotes);
  const listed = scope === undefined ? [] : hits.filter((hit) => hit.scope === scope);
  if (cited.length === 0 && listed.length === 0) return undefined;
  const named = new Set([...cited, ...listed.map(({ heading }) => heading)]);
  return [...named].filter((heading) => heading !== '').join(', ');
}

function headingsAmong(headings: readonly string[], beginnings: readonly string[]): string[] {
  return headings.filter((heading) => beginnings.some((beginning) => heading.startsWith(beginning)));
}
