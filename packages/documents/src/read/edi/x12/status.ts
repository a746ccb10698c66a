import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../../found.ts';
import { dateAt } from '../dates.ts';
import type { EdiReader } from '../reader.ts';
import { elementAt, elementOf, every, first, loops, placeOf, type Segment } from '../segment.ts';
import { regionCountry } from './regions.ts';

/** AT701 and AT703 (X12 data elements 1650 and 1652): what happened, or what is expected. */
const kinds: Readonly<Record<string, readonly [kind: string, certainty: string]>> = {
  X3: ['gate-in', 'actual'],
  CP: ['loaded', 'actual'],
  AM: ['loaded', 'actual'],
  AF: ['picked-up', 'actual'],
  P1: ['departed', 'actual'],
  X6: ['in-transit', 'actual'],
  X4: ['in-transit', 'actual'],
  X1: ['arrived', 'actual'],
  D1: ['delivered', 'actual'],
  CD: ['departed', 'actual'],
  J1: ['delivered', 'actual'],
  AV: ['available', 'actual'],
  CT: ['customs-released', 'actual'],
  K1: ['other', 'actual'],
  SD: ['delayed', 'actual'],
  AA: ['picked-up', 'planned'],
  AB: ['delivered', 'planned'],
  AG: ['delivered', 'estimated'],
  AC: ['arrived', 'estimated'],
};

/** X12 214: status of a shipment by road. Times are local and without zone, so that only the day is taken. */
export const readStatus: EdiReader['read'] = ({ segments }) => {
  const b10 = first(segments, 'B10');
  const events = loops(segments, 'AT7', ['LX', 'SE']).map((loop) => eventOf(loop, b10, segments));
  return group({
    number: elementAt(b10, 1),
    reportedBy: group({ name: elementAt(b10, 3), identifiers: scac(b10) }),
    events: items(events),
  });
};

function scac(b10: Segment | undefined): Found {
  const code = elementOf(b10, 3);
  if (!b10 || !code || !/^[A-Z]{2,4}$/.test(code)) return nothing;
  return items([group({ scheme: leaf('scac', placeOf(b10, 3)), value: leaf(code, placeOf(b10, 3)) })]);
}

function eventOf(
  loop: readonly Segment[],
  b10: Segment | undefined,
  all: readonly Segment[],
): Found<JsonObject> {
  const [at7] = loop;
  const code = elementOf(at7, 1) ?? elementOf(at7, 3) ?? '';
  const [kind, certainty] = kinds[code] ?? ['other', 'actual'];
  const origin = at7 ? placeOf(at7, 1) : '';
  return group({
    kind: leaf(kind, origin),
    certainty: leaf(certainty, origin),
    date: dateAt(at7, 5),
    words: leaf(code, origin),
    place: placeAt(first(loop, 'MS1')),
    transportDocuments: items([elementAt(b10, 2), elementAt(b10, 1)]),
    conveyance: group({ trailer: elementAt(first(loop, 'MS2'), 2) }),
    orderNumbers: items(
      every(all, 'L11')
        .filter((l11) => elementOf(l11, 2) === 'PO')
        .map((l11) => elementAt(l11, 1)),
    ),
  });
}

function placeAt(ms1: Segment | undefined): Found<JsonObject> {
  const country = regionCountry(elementOf(ms1, 2));
  return group({
    name: elementAt(ms1, 1),
    country: firstOf(elementAt(ms1, 3), ms1 && country ? leaf(country, placeOf(ms1, 2)) : nothing),
  });
}
