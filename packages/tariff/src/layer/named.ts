import type { NotComputed } from '../duty/result.ts';
import type { TariffLine } from '../edition/line.ts';
import type { NamedLayer } from './layer.ts';
import type { ScopeHit } from './scope.ts';

/** A measure that may touch goods of a number and an origin, and why. */
export type NamedMeasure = Omit<NotComputed, 'line'>;

/**
 * The measures beside the base rate that may touch goods of the line and whose amount is not computed.
 * `layers` are those in force on the date, `hits` the lists of numbers that name the line on it.
 */
export function namedLayers(
  layers: readonly NamedLayer[],
  line: TariffLine,
  origin: string,
  hits: readonly ScopeHit[],
): NamedMeasure[] {
  return layers.flatMap((layer) => {
    if (!(layer.origins?.includes(origin) ?? true)) return [];
    const grounds = groundsOf(layer, line, hits);
    if (grounds === undefined) return [];
    const { id, name, cite } = layer;
    return [{ layer: id, name, why: grounds === '' ? layer.why : `${layer.why} (${grounds})`, cite }];
  });
}

/** The same on one line of an entry, without those about which the filer has said enough. */
export function namedOn(
  line: number,
  measures: readonly NamedMeasure[],
  settled: readonly string[],
): NotComputed[] {
  return measures
    .filter(({ layer }) => !settled.includes(layer))
    .map(({ layer, name, why, cite }) => ({ layer, name, line, why, cite }));
}

/** What shows that the layer may touch the line; blank where it may touch every line, undefined where nothing does. */
function groundsOf(layer: NamedLayer, line: TariffLine, hits: readonly ScopeHit[]): string | undefined {
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
