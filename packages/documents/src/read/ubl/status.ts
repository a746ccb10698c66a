import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf, nothing } from '../found.ts';
import { momentOf } from '../moment.ts';
import { at, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { namedParty, place } from './named.ts';
import { text } from './values.ts';

/** Status codes of UN/CEFACT Recommendation 24 that tell where goods are. */
const kinds: Readonly<Record<string, string>> = {
  '1': 'arrived',
  '13': 'picked-up',
  '21': 'delivered',
  '24': 'departed',
  '29': 'gate-in',
  '31': 'in-transit',
  '48': 'loaded',
  '70': 'gate-out',
  '74': 'received',
  '83': 'unloaded',
};

/** A UBL TransportationStatus or TransportProgressStatus as events. */
export function readTransportStatus(root: XmlElement): Found<JsonObject> {
  const stated = childrenOf(root, 'TransportEvent').map((event) => eventOf(root, event));
  const expected = childrenOf(root, 'TransportSchedule').flatMap(scheduled);
  const events = [...stated, ...expected];
  return group({
    number: text(at(root, 'ID')),
    reportedBy: namedParty(at(root, 'SenderParty')),
    events: items(events.length > 0 ? events : [eventOf(root, undefined)]),
  });
}

/** An event; without any, what the report says of the consignment as a whole. */
function eventOf(root: XmlElement, event: XmlElement | undefined): Found<JsonObject> {
  const status = at(event, 'CurrentStatus') ?? at(root, 'Consignment', 'TransportHandlingUnit', 'Status');
  const code = at(status, 'ConditionCode') ?? at(root, 'TransportExecutionStatusCode');
  const day = at(event, 'OccurrenceDate') ?? at(root, 'IssueDate');
  const time = event && at(event, 'OccurrenceDate') ? at(event, 'OccurrenceTime') : at(root, 'IssueTime');
  return group({
    kind: leaf(kinds[textOf(code) ?? ''] ?? 'other', code?.path ?? root.path),
    certainty: leaf('actual', (event ?? root).path),
    ...moment(day, time),
    words: firstOf(
      text(at(status, 'StatusReason')),
      text(at(status, 'Description')),
      text(at(root, 'Description')),
      text(code),
    ),
    place: firstOf(place(at(event, 'Location')), place(at(root, 'StatusLocation'))),
    transportDocuments: items(
      childrenOf(root, 'Consignment').map((consignment) =>
        text(at(consignment, 'CarrierAssignedID') ?? at(consignment, 'ID')),
      ),
    ),
    containers: items(
      childrenOf(at(root, 'Consignment'), 'TransportHandlingUnit').flatMap((unit) =>
        childrenOf(unit, 'TransportEquipment').map((equipment) => text(at(equipment, 'ID'))),
      ),
    ),
  });
}

const expectations = [
  ['EstimatedArrivalTransportEvent', 'arrived', 'estimated'],
  ['ActualArrivalTransportEvent', 'arrived', 'actual'],
  ['EstimatedDepartureTransportEvent', 'departed', 'estimated'],
  ['ActualDepartureTransportEvent', 'departed', 'actual'],
] as const;

function scheduled(schedule: XmlElement): Found<JsonObject>[] {
  return expectations.flatMap(([name, kind, certainty]) => {
    const event = at(schedule, name);
    if (!event) return [];
    return [
      group({
        kind: leaf(kind, event.path),
        certainty: leaf(certainty, event.path),
        ...moment(
          at(event, 'OccurrenceDate') ?? at(event, 'Period', 'StartDate'),
          at(event, 'OccurrenceTime') ?? at(event, 'Period', 'StartTime'),
        ),
        place: place(at(schedule, 'StatusLocation')),
      }),
    ];
  });
}

function moment(day: XmlElement | undefined, time: XmlElement | undefined): Record<string, Found> {
  const date = textOf(day)?.slice(0, 10);
  if (!day || !date) return { date: nothing };
  const found = momentOf(`${date}T${textOf(time) ?? ''}`) ?? momentOf(date);
  return { date: leaf(found?.date, day.path), at: leaf(found?.at, time?.path ?? day.path) };
}
