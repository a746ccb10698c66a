import { defineCatalogue } from '@portolan/kernel';

/** What is refused in EPCIS documents and events (GS1 EPCIS 2.0, Core Business Vocabulary 2.0). */
export const epcisCatalogue = defineCatalogue('epcis', {
  DOC_EPCIS_DOCUMENT: {
    fault: 'sender',
    status: 400,
    message: 'This is not an EPCIS 2.0 document: {detail}.',
    mend: 'Send a JSON object with "@context", "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate" and "epcisBody".',
    cite: 'EPCIS 2.0, section 9.5',
  },
  DOC_EPCIS_CONTEXT: {
    fault: 'sender',
    status: 400,
    message: 'The "@context" is missing or does not name the EPCIS context: {detail}.',
    mend: 'Name https://ref.gs1.org/standards/epcis/epcis-context.jsonld first in "@context".',
    cite: 'EPCIS 2.0, section 10.1',
  },
  DOC_EPCIS_TOO_MANY: {
    fault: 'sender',
    status: 413,
    message: 'The document has {count} events; at most {limit} are taken at once.',
    mend: 'Split the document into several of at most {limit} events.',
    cite: 'EPCIS 2.0, section 12.6',
  },
  DOC_EPCIS_EVENT_TYPE: {
    fault: 'sender',
    status: 400,
    message: '"{found}" is not an event type of EPCIS 2.0.',
    mend: 'Use ObjectEvent, AggregationEvent, TransactionEvent, TransformationEvent or AssociationEvent.',
    cite: 'EPCIS 2.0, section 7.4',
  },
  DOC_EPCIS_MISSING: {
    fault: 'sender',
    status: 400,
    message: '{field} is missing in a {type}.',
    mend: 'Add {field}: {expected}.',
    cite: 'EPCIS 2.0, section 7.4',
  },
  DOC_EPCIS_NO_IDENTIFIER: {
    fault: 'sender',
    status: 400,
    message: 'The {type} says nothing about any object: it has none of {fields}.',
    mend: 'Name the objects in at least one of {fields}.',
    cite: 'EPCIS 2.0, section 7.4',
  },
  DOC_EPCIS_KIND: {
    fault: 'sender',
    status: 400,
    message: '{field} must be {expected}.',
    mend: 'Write {field} as {expected}.',
    cite: 'EPCIS 2.0, section 9.5',
  },
  DOC_EPCIS_TIME: {
    fault: 'sender',
    status: 400,
    message: '{field} is "{found}", which is not a point in time with a zone.',
    mend: 'Write date, time and zone, for example 2026-06-12T14:30:00-06:00.',
    cite: 'EPCIS 2.0, section 7.3.1',
  },
  DOC_EPCIS_DATE: {
    fault: 'sender',
    status: 400,
    message: '{field} is "{found}", which is not a date.',
    mend: 'Write year, month and day, for example 2026-06-12.',
    cite: 'GS1 Web Vocabulary, CertificationDetails',
  },
  DOC_EPCIS_CHOICE: {
    fault: 'sender',
    status: 400,
    message: '{field} is "{found}", which is not a value of the Core Business Vocabulary.',
    mend: 'Use a value of the vocabulary, or a full URI of your own. The standard has: {choices}.',
    cite: 'Core Business Vocabulary 2.0, section 7',
  },
  DOC_EPCIS_URI: {
    fault: 'sender',
    status: 400,
    message: '{field} is "{found}", which is not a URI.',
    mend: 'Give an EPC URI such as urn:epc:id:sgtin:…, a GS1 Digital Link, or another URI.',
    cite: 'EPCIS 2.0, section 6.4',
  },
  DOC_EPCIS_FIELD_UNKNOWN: {
    fault: 'sender',
    status: 400,
    message: '{field} is not a field of {place}.',
    mend: 'Remove it, or give it a namespace of your own: declare a prefix in "@context" and write "prefix:{field}".',
    cite: 'EPCIS 2.0, section 9.1',
  },
  DOC_EPCIS_PREFIX: {
    fault: 'sender',
    status: 400,
    message: 'The prefix "{prefix}" of {field} is not declared.',
    mend: 'Declare "{prefix}" with its namespace in "@context".',
    cite: 'EPCIS 2.0, section 10.1',
  },
});

export type EpcisCode = keyof typeof epcisCatalogue.entries;
