import { defineCatalogue } from '@portolan/kernel';

/** What the EPCIS interface refuses; what is wrong with an event itself is the documents room's to say. */
export const epcisServiceCatalogue = defineCatalogue('epcis-service', {
  NODE_EPCIS_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'There is no {what} "{name}" here.',
    mend: 'Check the name; queries show the events, and the list of captures the jobs.',
    cite: 'EPCIS 2.0, section 12.4',
  },
  NODE_EPCIS_PARAMETER: {
    fault: 'sender',
    status: 400,
    message: 'The query parameter {parameter} cannot be used: {reason}.',
    mend: 'Use the parameters of SimpleEventQuery; /docs/api lists them.',
    cite: 'EPCIS 2.0, section 8.2.7.1',
  },
  NODE_EPCIS_TOO_LARGE: {
    fault: 'sender',
    status: 413,
    message: 'The query finds more than {limit} events, as many as maxEventCount allows.',
    mend: 'Narrow the query, or read it page by page without maxEventCount.',
    cite: 'EPCIS 2.0, section 8.2.7.1',
  },
  NODE_EPCIS_PAGE: {
    fault: 'sender',
    status: 400,
    message: 'This is not a token of a next page.',
    mend: 'Take nextPageToken from the Link header of the page before.',
    cite: 'EPCIS 2.0, section 12.5',
  },
  NODE_EPCIS_EVENT_TAKEN: {
    fault: 'sender',
    status: 409,
    message: 'Another event of the name {id} was captured before.',
    mend: 'Give each event a name of its own; to correct one, capture it again with an error declaration and a new event.',
    cite: 'EPCIS 2.0, section 7.4.1.4',
  },
  NODE_EPCIS_BEHAVIOUR: {
    fault: 'sender',
    status: 400,
    message: '"{found}" is not a behaviour of a capture that meets errors.',
    mend: 'Send the header GS1-Capture-Error-Behaviour with rollback or proceed, or leave it out.',
    cite: 'EPCIS 2.0, section 12.6.1',
  },
});
