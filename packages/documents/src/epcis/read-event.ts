import {
  type Instant,
  isRecord,
  type JsonObject,
  type JsonValue,
  ok,
  parseInstant,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { epcisCatalogue } from './catalogue.ts';
import { isObject, shortFraction } from './check-values.ts';
import { type Prefixes, prefixesOf } from './context.ts';
import {
  type EpcisEvent,
  type EpcisEventType,
  type EpcisQuantity,
  type EpcisReference,
  epcisEventTypes,
} from './event.ts';
import { fault, type Place, shown } from './fault.ts';
import { eventShapes } from './fields.ts';
import { bareValue, type Vocabulary, vocabularies } from './vocabulary.ts';

/**
 * Reads one event, with every fault it has. Refuses unknown types and fields, missing mandatory fields, values outside the
 * vocabularies and times without a zone (EPCIS 2.0, section 7.4).
 */
export function readEpcisEvent(value: JsonValue, path = '', outer?: Prefixes): Result<EpcisEvent> {
  if (!isRecord(value)) return refused(refuseType(path, value));
  const raw = value as JsonObject;
  const type = epcisEventTypes.find((known) => known === raw.type);
  if (!type) return refused(refuseType(`${path}/type`, raw.type));
  const found: Refusal[] = [];
  const place: Place = { path, prefixes: prefixesOf(raw['@context'], outer), found };
  const { fields, required } = eventShapes[type];
  isObject({ fields, required, name: type })(raw, place);
  checkIdentifiers(raw, type, place);
  return found.length > 0 ? refused(found) : ok(eventOf(raw, type));
}

/** An event must say what it is about; an empty list says nothing. */
function checkIdentifiers(raw: JsonObject, type: EpcisEventType, place: Place): void {
  const { oneOf } = eventShapes[type];
  const says = (field: string) =>
    Array.isArray(raw[field]) ? raw[field].length > 0 : raw[field] !== undefined;
  if (!oneOf.some(says)) fault(place, 'DOC_EPCIS_NO_IDENTIFIER', { type, fields: oneOf.join(', ') });
}

function refuseType(path: string, found: JsonValue | undefined): Refusal {
  return epcisCatalogue.refuse('DOC_EPCIS_EVENT_TYPE', { path, params: { found: shown(found) } });
}

/** Only called once every field holds. */
function eventOf(raw: JsonObject, type: EpcisEventType): EpcisEvent {
  const text = (field: string) => raw[field] as string | undefined;
  const id = (field: string) => (raw[field] as { id: string } | undefined)?.id;
  return {
    type,
    ...optional('eventId', text('eventID')),
    eventTime: timeOf(raw.eventTime),
    zone: raw.eventTimeZoneOffset as string,
    ...optional('action', text('action') as EpcisEvent['action']),
    ...optional('bizStep', bare(text('bizStep'), vocabularies.bizStep)),
    ...optional('disposition', bare(text('disposition'), vocabularies.disposition)),
    ...optional('readPoint', id('readPoint')),
    ...optional('bizLocation', id('bizLocation')),
    epcs: [...list<string>(raw.epcList), ...list<string>(raw.childEPCs)],
    quantities: [...quantitiesOf(raw.quantityList), ...quantitiesOf(raw.childQuantityList)],
    ...optional('parentId', text('parentID')),
    inputEpcs: list(raw.inputEPCList),
    inputQuantities: quantitiesOf(raw.inputQuantityList),
    outputEpcs: list(raw.outputEPCList),
    outputQuantities: quantitiesOf(raw.outputQuantityList),
    ...optional('transformationId', text('transformationID') || undefined),
    transactions: references(raw.bizTransactionList, 'bizTransaction', vocabularies.transactionType),
    sources: references(raw.sourceList, 'source', vocabularies.sourceDestinationType),
    destinations: references(raw.destinationList, 'destination', vocabularies.sourceDestinationType),
    ...optional('error', errorOf(raw.errorDeclaration as JsonObject | undefined)),
    ...optional('ilmd', raw.ilmd as JsonObject | undefined),
    raw,
  };
}

function errorOf(error: JsonObject | undefined): EpcisEvent['error'] {
  if (!error) return undefined;
  return {
    declaredAt: timeOf(error.declarationTime),
    ...optional('reason', bare(error.reason as string | undefined, vocabularies.errorReason)),
    corrections: list(error.correctiveEventIDs),
  };
}

function quantitiesOf(value: JsonValue | undefined): EpcisQuantity[] {
  return list<JsonObject>(value).map(({ epcClass, quantity, uom }) => ({
    epcClass: epcClass as string,
    ...optional('quantity', quantity === undefined ? undefined : decimalText(quantity as number)),
    ...optional('uom', uom as string | undefined),
  }));
}

/** JSON numbers as the decimal text they were written with, never in powers of ten. */
function decimalText(value: number): string {
  const text = String(value);
  return /e/i.test(text) ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

function references(value: JsonValue | undefined, field: string, words: Vocabulary): EpcisReference[] {
  return list<JsonObject>(value).map((item) => ({
    ...optional('type', bare(item.type as string | undefined, words)),
    id: item[field] as string,
  }));
}

function bare(text: string | undefined, vocabulary: Vocabulary): string | undefined {
  return text === undefined ? undefined : bareValue(text, vocabulary);
}

function timeOf(value: JsonValue | undefined): Instant {
  const time = parseInstant(shortFraction(String(value)));
  if (!time.ok) throw new Error('an event was read before it was checked');
  return time.value;
}

function list<T extends JsonValue>(value: JsonValue | undefined): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [name in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in K]: V });
}
