import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../../found.ts';
import { plainDecimal } from '../../ubl/number.ts';
import { dateAt } from '../dates.ts';
import type { EdiReader } from '../reader.ts';
import { elementAt, elementOf, every, first, loops, placeOf, type Segment } from '../segment.ts';
import { itemMembers } from './item.ts';
import { partyOf } from './parties.ts';
import { quantityAt, unitOf } from './units.ts';

interface Level {
  readonly id: string;
  readonly parent: string;
  readonly code: string;
  readonly segments: readonly Segment[];
}

/** X12 856: ship notice. Items (HL level I) belong to the order (level O) that is above them, across tares and packs. */
export const readShipNotice: EdiReader['read'] = ({ segments }) => {
  const levels = loops(segments, 'HL', ['CTT', 'SE']).map(levelOf);
  const byId = new Map(levels.map((level) => [level.id, level]));
  const shipment = levels.find(({ code }) => code === 'S')?.segments ?? [];
  const begin = first(segments, 'BSN');
  const lines = levels.filter(({ code }) => code === 'I');
  return group({
    number: elementAt(begin, 2),
    issueDate: dateAt(begin, 3),
    shipDate: dateAt(first(shipment, 'DTM', '011'), 2),
    shipper: partyOf(shipment, 'SF', 'SH', 'SU', 'VN'),
    consignee: partyOf(shipment, 'ST', 'CN'),
    buyer: partyOf(shipment, 'BY'),
    seller: partyOf(shipment, 'SE', 'SU', 'VN'),
    orderNumbers: items(
      levels
        .filter(({ code }) => code === 'O')
        .map(({ segments: order }) => elementAt(first(order, 'PRF'), 1)),
    ),
    invoiceNumbers: items(every(segments, 'REF', 'IV', 'IK').map((ref) => elementAt(ref, 2))),
    transportDocuments: items(every(shipment, 'REF', 'BM', 'MB', 'CN', 'AW').map((ref) => elementAt(ref, 2))),
    containers: items(every(shipment, 'TD3').map(container)),
    packages: packagesOf(first(shipment, 'TD1')),
    grossWeight: grossOf(first(shipment, 'TD1')),
    lines: items(lines.map((line, index) => shippedLine(line, index, byId))),
  });
};

function levelOf(segments: readonly Segment[]): Level {
  const [hl] = segments;
  return {
    id: elementOf(hl, 1) ?? '',
    parent: elementOf(hl, 2) ?? '',
    code: elementOf(hl, 3) ?? '',
    segments,
  };
}

/** The order above an item; levels that name each other in a circle have none. */
function orderAbove(level: Level, byId: ReadonlyMap<string, Level>): Level | undefined {
  let current = byId.get(level.parent);
  for (let steps = 0; current && steps < 10; steps += 1) {
    if (current.code === 'O') return current;
    current = byId.get(current.parent);
  }
  return undefined;
}

function shippedLine(level: Level, index: number, byId: ReadonlyMap<string, Level>): Found<JsonObject> {
  const { segments } = level;
  const [hl] = segments;
  const lin = first(segments, 'LIN');
  const sn1 = first(segments, 'SN1');
  const order = orderAbove(level, byId);
  return group({
    number: leaf(String(index + 1), hl ? placeOf(hl) : ''),
    orderNumber: elementAt(order && first(order.segments, 'PRF'), 1),
    orderLine: firstOf(elementAt(lin, 1), elementAt(sn1, 1)),
    ...itemMembers(lin, 2, segments),
    lot: elementAt(first(segments, 'REF', 'LT', 'BT'), 2),
    quantity: quantityAt(sn1, 2, 3),
  });
}

function container(td3: Segment): Found<string> {
  const number = [elementOf(td3, 2), elementOf(td3, 3)].filter((part) => part !== undefined).join('');
  return leaf(number || undefined, placeOf(td3, 3));
}

function packagesOf(td1: Segment | undefined): Found<JsonObject> {
  const count = elementOf(td1, 2);
  if (!td1 || !count || !/^[1-9]\d{0,6}$/.test(count)) return nothing;
  return group({
    count: leaf(Number(count), placeOf(td1, 2)),
    kind: firstOf(elementAt(td1, 1), leaf('package', placeOf(td1))),
  });
}

function grossOf(td1: Segment | undefined): Found<JsonObject> {
  const [weight, unit] = [elementOf(td1, 7), elementOf(td1, 8)];
  if (!td1 || !weight || !unit || elementOf(td1, 6) !== 'G') return nothing;
  return group({
    value: leaf(plainDecimal(weight), placeOf(td1, 7)),
    unit: leaf(unitOf(unit), placeOf(td1, 8)),
  });
}
