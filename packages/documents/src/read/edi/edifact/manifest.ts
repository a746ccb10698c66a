import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../../found.ts';
import type { EdiReader } from '../reader.ts';
import { before, elementAt, elementOf, every, first, loops, placeOf, type Segment } from '../segment.ts';
import { dtm, goods, measured, nad, rffs } from './values.ts';

/** EDIFACT IFCSUM: all consignments that a forwarder loads together, as a freight manifest. */
export const readIfcsum: EdiReader['read'] = ({ segments }) => {
  const head = before(segments, 'CNI');
  const tdt = first(head, 'TDT');
  return group({
    number: elementAt(first(head, 'BGM'), 2),
    issueDate: dtm(head, '137'),
    carrier: nad(head, 'CA'),
    conveyance: group({ voyage: elementAt(tdt, 2), name: elementAt(tdt, 8, 4) }),
    arrivalDate: dtm(head, '132', '178'),
    consignments: items(loops(segments, 'CNI', ['UNT']).map((loop) => consignment(loop, head))),
  });
};

function consignment(loop: readonly Segment[], head: readonly Segment[]): Found<JsonObject> {
  const [cni] = loop;
  const own = before(loop, 'GID');
  return group({
    number: firstOf(elementAt(cni, 2), elementAt(cni, 1)),
    shipper: firstOf(nad(own, 'CZ'), nad(head, 'CZ')),
    consignee: nad(own, 'CN', 'DP'),
    containers: items(every(loop, 'EQD', 'CN').map((eqd) => elementAt(eqd, 2))),
    orderNumbers: rffs(own, 'ON'),
    packages: packagesOf(own),
    grossWeight: weightOf(own),
    lines: items(loops(loop, 'GID', ['UNT']).map(goodsItem)),
  });
}

/** CNT qualifier 11 counts packages, 7 is the gross weight (UNTDID 6069). */
function packagesOf(segments: readonly Segment[]): Found<JsonObject> {
  const cnt = first(segments, 'CNT', '11');
  const count = elementOf(cnt, 1, 2) ?? '';
  if (!cnt || !/^[1-9]\d{0,6}$/.test(count)) return nothing;
  const kind = firstOf(elementAt(cnt, 1, 3), leaf('package', placeOf(cnt)));
  return group({ count: leaf(Number(count), placeOf(cnt, 1)), kind });
}

function weightOf(segments: readonly Segment[]): Found<JsonObject> {
  const cnt = first(segments, 'CNT', '7');
  return cnt ? measured(cnt, elementOf(cnt, 1, 2), elementOf(cnt, 1, 3) ?? 'KGM', 1) : nothing;
}

function goodsItem(loop: readonly Segment[]): Found<JsonObject> {
  const [gid] = loop;
  const counted = every(loop, 'MEA').find((mea) => elementOf(mea, 2) === 'UN');
  return group({
    number: elementAt(gid, 1),
    ...goods(loop),
    gtin: nothing,
    quantity: counted
      ? measured(counted, elementOf(counted, 3, 1) ?? elementOf(counted, 2, 2), 'PCE', 3)
      : nothing,
  });
}
