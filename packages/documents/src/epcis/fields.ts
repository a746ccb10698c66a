import { isRecord } from '@portolan/kernel';
import {
  type Check,
  isAnything,
  isDay,
  isExtensions,
  isListOf,
  isNumber,
  isObject,
  isOneOf,
  isOneOrMore,
  isText,
  isTime,
  isTrueOrFalse,
  isUri,
  isWordOf,
  isZone,
} from './check-values.ts';
import type { EpcisEventType } from './event.ts';
import { actions, vocabularies } from './vocabulary.ts';

const quantity = isObject({
  name: 'quantity element',
  required: ['epcClass'],
  fields: { epcClass: isUri, quantity: isNumber, uom: isText },
});

const place = isObject({ name: 'place', required: ['id'], fields: { id: isUri } });

function reference(value: 'bizTransaction' | 'source' | 'destination', name: string): Check {
  const words =
    value === 'bizTransaction' ? vocabularies.transactionType : vocabularies.sourceDestinationType;
  const required = value === 'bizTransaction' ? [value] : ['type', value];
  return isListOf(isObject({ name, required, fields: { type: isWordOf(words), [value]: isUri } }));
}

const errorDeclaration = isObject({
  name: 'error declaration',
  required: ['declarationTime'],
  fields: {
    declarationTime: isTime,
    reason: isWordOf(vocabularies.errorReason),
    correctiveEventIDs: isListOf(isUri),
  },
});

const persistentDisposition = isObject({
  name: 'persistent disposition',
  fields: {
    set: isListOf(isWordOf(vocabularies.disposition)),
    unset: isListOf(isWordOf(vocabularies.disposition)),
  },
});

const times = { time: isTime, startTime: isTime, endTime: isTime };
const device = {
  deviceID: isUri,
  deviceMetadata: isUri,
  rawData: isUri,
  dataProcessingMethod: isUri,
  bizRules: isUri,
};

const sensorReport = isObject({
  name: 'sensor report',
  fields: {
    ...times,
    ...device,
    ...{ type: isText, exception: isText, microorganism: isUri, chemicalSubstance: isUri, component: isText },
    ...{ value: isNumber, minValue: isNumber, maxValue: isNumber, meanValue: isNumber, sDev: isNumber },
    ...{ percRank: isNumber, percValue: isNumber, uom: isText, stringValue: isText },
    ...{
      booleanValue: isTrueOrFalse,
      hexBinaryValue: isText,
      uriValue: isUri,
      coordinateReferenceSystem: isUri,
    },
  },
});

const sensorElement = isObject({
  name: 'sensor element',
  required: ['sensorReport'],
  fields: {
    sensorMetadata: isObject({ name: 'sensor metadata', fields: { ...times, ...device } }),
    sensorReport: isListOf(sensorReport),
  },
});

/** A link to a certificate, or details in the GS1 Web Vocabulary, whose dates are dates. */
const certification: Check = (value, at) => {
  if (!isRecord(value)) return isUri(value, at);
  checkDates(value, at);
};
const checkDates: Check = (value, at) => {
  if (!isRecord(value)) return;
  for (const [field, part] of Object.entries(value)) {
    const inner = { ...at, path: `${at.path}/${field}` };
    if (/Date$/.test(field)) isDay(part as never, inner);
    else checkDates(part as never, inner);
  }
};

const common = {
  '@context': isAnything,
  type: isText,
  eventTime: isTime,
  eventTimeZoneOffset: isZone,
  recordTime: isTime,
  eventID: isUri,
  errorDeclaration,
  certificationInfo: isOneOrMore(certification),
  bizStep: isWordOf(vocabularies.bizStep),
  disposition: isWordOf(vocabularies.disposition),
  persistentDisposition,
  readPoint: place,
  bizLocation: place,
  bizTransactionList: reference('bizTransaction', 'business transaction'),
  sourceList: reference('source', 'source'),
  destinationList: reference('destination', 'destination'),
  sensorElementList: isListOf(sensorElement),
} satisfies Record<string, Check>;

const action = { action: isOneOf(actions) };
const uris = isListOf(isUri);
/** Systems write an empty name where nothing was transformed together; it counts as none. */
const uriOrNothing: Check = (value, at) => (value === '' ? undefined : isUri(value, at));
const quantities = isListOf(quantity);
const children = { parentID: isUri, childEPCs: uris, childQuantityList: quantities };
const ilmd = { ilmd: isExtensions('instance/lot master data') };

/** The fields of an event type, those it must have, and of which of them it must have at least one (EPCIS 2.0, section 7.4). */
export interface EventShape {
  readonly fields: Readonly<Record<string, Check>>;
  readonly required: readonly string[];
  readonly oneOf: readonly string[];
}

const whenFields = ['eventTime', 'eventTimeZoneOffset'];

export const eventShapes: Readonly<Record<EpcisEventType, EventShape>> = {
  ObjectEvent: {
    fields: { ...common, ...action, ...ilmd, epcList: uris, quantityList: quantities },
    required: [...whenFields, 'action'],
    oneOf: ['epcList', 'quantityList', 'sensorElementList'],
  },
  AggregationEvent: {
    fields: { ...common, ...action, ...children },
    required: [...whenFields, 'action'],
    oneOf: ['parentID', 'childEPCs', 'childQuantityList'],
  },
  AssociationEvent: {
    fields: { ...common, ...action, ...children },
    required: [...whenFields, 'action', 'parentID'],
    oneOf: ['parentID'],
  },
  TransactionEvent: {
    fields: { ...common, ...action, parentID: isUri, epcList: uris, quantityList: quantities },
    required: [...whenFields, 'action', 'bizTransactionList'],
    oneOf: ['epcList', 'quantityList', 'parentID'],
  },
  TransformationEvent: {
    fields: {
      ...common,
      ...ilmd,
      ...{ inputEPCList: uris, inputQuantityList: quantities },
      ...{ outputEPCList: uris, outputQuantityList: quantities, transformationID: uriOrNothing },
    },
    required: whenFields,
    oneOf: ['inputEPCList', 'inputQuantityList', 'outputEPCList', 'outputQuantityList'],
  },
};
