import { isRecord, type JsonObject, type JsonValue, type Result } from '@portolan/kernel';
import type { EpcisEvent } from '../../epcis/event.ts';
import { readEpcisDocument } from '../../epcis/read-document.ts';
import type { TransportEventKind } from '../../schema/transport-status.ts';
import { type Found, group, items, leaf, nothing } from '../found.ts';
import { type ReadDocument, readDocument } from '../read-document.ts';

/** True for an EPCIS document, whether it is a sound one or not. */
export function isEpcis(value: JsonValue): boolean {
  return isRecord(value) && (value.type === 'EPCISDocument' || value.type === 'EPCISQueryDocument');
}

/** Business steps of the Core Business Vocabulary that tell where goods are on their way. */
const kinds: Readonly<Record<string, TransportEventKind>> = {
  packing: 'packed',
  shipping: 'shipped',
  departing: 'departed',
  loading: 'loaded',
  unloading: 'unloaded',
  arriving: 'arrived',
  receiving: 'received',
  accepting: 'received',
};

/** Reads EPCIS 2.0 events as evidence of shipping and receiving: one report, one event each, those of other steps left out. */
export function readEpcis(value: JsonValue): Result<ReadDocument> {
  const read = readEpcisDocument(value);
  if (!read.ok) return read;
  const { events } = read.value;
  const telling = events
    .map((event, index) => ({ event, origin: `/epcisBody/eventList/${index}` }))
    .filter(({ event }) => Object.hasOwn(kinds, event.bizStep ?? ''));
  const [first] = telling;
  const aside = events.length - telling.length;
  const found = group({
    number: leaf(
      first?.event.eventId ?? (first && `${first.event.bizStep} ${first.event.eventTime}`),
      first?.origin ?? '',
    ),
    events: items(telling.map(({ event, origin }) => eventOf(event, origin))),
  });
  const left = {
    pointer: '/events',
    found: `${aside} events`,
    why: 'their business step says nothing of where goods are on their way',
  };
  return readDocument('TransportStatus', aside > 0 ? { ...found, aside: [...found.aside, left] } : found);
}

function eventOf(event: EpcisEvent, origin: string): Found<JsonObject> {
  return group({
    kind: leaf<string>(kinds[event.bizStep ?? ''], origin),
    certainty: leaf('actual', origin),
    date: leaf(localDay(event), origin),
    at: leaf<string>(event.eventTime.replace(/\.000Z$/, 'Z'), origin),
    place: event.bizLocation ? group({ name: leaf(event.bizLocation.slice(0, 200), origin) }) : nothing,
    orderNumbers: transactions(event, 'po', origin),
    invoiceNumbers: transactions(event, 'inv', origin),
    despatchNumbers: transactions(event, 'desadv', origin),
    transportDocuments: transactions(event, 'bol', origin),
    lines: items([...event.quantities.map((each) => classLine(each, origin)), ...instances(event, origin)]),
  });
}

/** The day by the clock of the place: the moment, moved by the zone that the event gives. */
function localDay({ eventTime, zone }: EpcisEvent): string {
  const parts = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  const minutes = parts ? (Number(parts[2]) * 60 + Number(parts[3])) * (parts[1] === '-' ? -1 : 1) : 0;
  return new Date(Date.parse(eventTime) + minutes * 60_000).toISOString().slice(0, 10);
}

/** The number at the end of a transaction's identifier: 'urn:epcglobal:cbv:bt:0614141073467:1152' is order 1152. */
function transactions(event: EpcisEvent, type: string, origin: string): Found {
  const own = event.transactions.filter((each) => each.type === type);
  return items(own.map(({ id }) => leaf(id.split(/[:/]/).at(-1), origin)));
}

function classLine(
  { epcClass, quantity, uom }: EpcisEvent['quantities'][number],
  origin: string,
): Found<JsonObject> {
  const amount =
    quantity === undefined
      ? nothing
      : group({ value: leaf(quantity, origin), unit: leaf(uom ?? 'C62', origin) });
  return group({ ...identity(epcClass, origin), quantity: amount });
}

/** Serialised items of one class are counted. */
function instances({ epcs }: EpcisEvent, origin: string): Found<JsonObject>[] {
  const counts = new Map<string, number>();
  for (const epc of epcs) {
    const key = classOf(epc);
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) =>
    group({
      ...identity(key, origin),
      quantity: group({ value: leaf(String(count), origin), unit: leaf('C62', origin) }),
    }),
  );
}

function classOf(epc: string): string | undefined {
  const urn = /^urn:epc:id:sgtin:(\d+\.\d+)\./.exec(epc);
  if (urn) return `urn:epc:idpat:sgtin:${urn[1]}.*`;
  return /\/01\/(\d{14})\/21\//.test(epc) ? epc.replace(/\/21\/.*$/, '') : undefined;
}

/** GTIN and lot of a class, from a GS1 Digital Link or an EPC class URN; other classes by their own name. */
function identity(epcClass: string, origin: string): Record<string, Found> {
  const link = /\/01\/(\d{14})(?:\/10\/([^/?]+))?/.exec(epcClass);
  if (link) return { gtin: leaf(link[1], origin), lot: leaf(link[2], origin) };
  const urn = /^urn:epc:(?:class:lgtin|idpat:sgtin):(\d+)\.(\d)(\d*)\.(.+)$/.exec(epcClass);
  if (!urn) return { sku: leaf(epcClass.slice(0, 200), origin) };
  const [, prefix = '', indicator = '', item = '', lot] = urn;
  const lotNumber = lot === '*' ? undefined : lot;
  return { gtin: leaf(withCheckDigit(indicator + prefix + item), origin), lot: leaf(lotNumber, origin) };
}

/** GS1 General Specifications, section 7.9: weights 3 and 1 from the right. */
function withCheckDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return digits + String((10 - (sum % 10)) % 10);
}
