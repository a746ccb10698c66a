import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../../found.ts';
import { plainDecimal } from '../../ubl/number.ts';
import { dateAt } from '../dates.ts';
import type { EdiReader } from '../reader.ts';
import { elementAt, elementOf, every, first, placeOf, type Segment } from '../segment.ts';
import { partyOf } from './parties.ts';
import { unitOf } from './units.ts';

/** X12 204: a shipper tenders a load to a road carrier: shipping instructions for the truck bill of lading. */
export const readLoadTender: EdiReader['read'] = ({ segments }) => {
  const b2 = first(segments, 'B2');
  const goods = goodsOf(segments);
  return group({
    number: elementAt(b2, 4),
    issueDate: dateAt(every(segments, 'G62', '37', '10')[0], 2),
    shipper: partyOf(segments, 'SH', 'SF'),
    consignee: partyOf(segments, 'CN', 'ST'),
    carrier: carrierOf(b2),
    orderNumbers: items(unique(every(segments, 'L11').filter((l11) => elementOf(l11, 2) === 'PO'))),
    grossWeight: weightOf(first(segments, 'L3'), 1, undefined),
    lines: items(goods),
  });
};

function unique(segments: readonly Segment[]): Found<string>[] {
  const seen = new Set<string>();
  return segments.flatMap((segment) => {
    const number = elementOf(segment, 1) ?? '';
    if (seen.has(number)) return [];
    seen.add(number);
    return [elementAt(segment, 1)];
  });
}

function carrierOf(b2: Segment | undefined): Found<JsonObject> {
  const scac = elementOf(b2, 2);
  if (!b2 || !scac) return nothing;
  return group({
    name: leaf(scac, placeOf(b2, 2)),
    identifiers: items([group({ scheme: leaf('scac', placeOf(b2, 2)), value: leaf(scac, placeOf(b2, 2)) })]),
  });
}

/** Each stop repeats the goods; those of the first stop that has any are the load. */
function goodsOf(segments: readonly Segment[]): Found<JsonObject>[] {
  const stops = segments.flatMap((segment, index) => (segment.tag === 'S5' ? [index] : []));
  const start = stops[0] ?? 0;
  const load = segments.slice(start, stops[1]);
  return every(load, 'L5').map((l5, index) => {
    const at8 = load.slice(load.indexOf(l5)).find(({ tag }) => tag === 'AT8');
    return group({
      number: leaf(String(index + 1), placeOf(l5)),
      description: elementAt(l5, 2),
      grossWeight: elementOf(at8, 1) === 'G' ? weightOf(at8, 3, elementOf(at8, 2)) : nothing,
    });
  });
}

/** AT803 with the unit of AT802; L301 is in pounds (L302 says gross or net). */
function weightOf(segment: Segment | undefined, index: number, unit: string | undefined): Found<JsonObject> {
  const digits = elementOf(segment, index);
  if (!segment || !digits) return nothing;
  return group({
    value: leaf(plainDecimal(digits), placeOf(segment, index)),
    unit: firstOf(leaf(unitOf(unit ?? 'L'), placeOf(segment, index))),
  });
}
