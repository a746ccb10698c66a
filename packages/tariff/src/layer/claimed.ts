import type { Refusal } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { Goods } from '../duty/goods.ts';
import type { Edition } from '../edition/edition.ts';
import { formatHtsNumber } from '../edition/hts-number.ts';
import { holdsOn } from '../reference/dated.ts';
import type { TariffReference } from '../reference/reference.ts';
import type { LayerOutcome } from './apply.ts';
import type { DutyLayer, Measure, Stacking } from './layer.ts';

/**
 * Refuses claims of chapter 99 headings that did nothing: a number that the edition has not got, one not in force on
 * the date, one that does not cover the goods, or a second one of the same layer.
 */
export function claimedRefusals(
  goods: Goods,
  outcomes: readonly LayerOutcome[],
  { dutyLayers: layers, stacking }: Pick<TariffReference, 'dutyLayers' | 'stacking'>,
  edition: Edition,
  date: string,
): Refusal[] {
  const used = new Map(outcomes.flatMap(({ layer, step }) => (step.heading ? [[layer, step.heading]] : [])));
  const headings = new Set(used.values());
  return goods.headings.flatMap((number, at) => {
    const heading = formatHtsNumber(number);
    if (!number.startsWith('99') || headings.has(heading)) return [];
    return refusalOf(heading, `${goods.path}/headings/${at}`, {
      goods,
      used,
      layers,
      stacking,
      edition,
      date,
    });
  });
}

interface ClaimContext {
  readonly goods: Goods;
  readonly used: ReadonlyMap<string, string>;
  readonly layers: readonly DutyLayer[];
  readonly stacking: readonly Stacking[];
  readonly edition: Edition;
  readonly date: string;
}

function refusalOf(
  heading: string,
  path: string,
  { goods, used, layers, stacking, edition, date }: ClaimContext,
): Refusal[] {
  const of = layers.find(({ rows }) => rows.some((row) => row.heading === heading));
  const rule = stacking.find((row) => row.heading === heading);
  if (rule !== undefined) return [notForGoods(heading, path, goods, rule.why)];
  if (of === undefined) return unknown(heading, path, goods, edition);
  const rows = of.rows.filter((row) => row.heading === heading);
  const current = rows.filter((row) => holdsOn(row, date));
  if (current.length === 0) {
    const params = { heading, date, validity: validityOf(rows) };
    return [tariffCatalogue.refuse('TARIFF_HEADING_NOT_IN_FORCE', { path, params })];
  }
  const other = used.get(of.id);
  if (other !== undefined && goods.headings.includes(other.replaceAll('.', ''))) {
    const params = { first: heading, second: other, why: `both belong to ${of.name}` };
    return [tariffCatalogue.refuse('TARIFF_CLAIMS_CONFLICT', { path, params })];
  }
  return [notForGoods(heading, path, goods, current[0]?.why ?? of.name)];
}

function notForGoods(heading: string, path: string, { line, input }: Goods, why: string): Refusal {
  const params = { heading, hts: line.hts, origin: input.originCountry, why };
  return tariffCatalogue.refuse('TARIFF_HEADING_NOT_FOR_GOODS', { path, params });
}

/** A heading that no layer knows: not in the schedule, or one whose duty is not computed. A preference may refer to it. */
function unknown(heading: string, path: string, { line }: Goods, edition: Edition): Refusal[] {
  if (edition.line(heading) === undefined) {
    const params = { heading, edition: edition.id };
    return [tariffCatalogue.refuse('TARIFF_HEADING_UNKNOWN', { path, params })];
  }
  if (line.texts.special.includes(heading)) return [];
  return [tariffCatalogue.refuse('TARIFF_HEADING_NOT_COMPUTED', { path, params: { heading } })];
}

function validityOf(rows: readonly Measure[]): string {
  return rows.map(({ from, to }) => (to === undefined ? `from ${from}` : `from ${from} to ${to}`)).join(', ');
}
