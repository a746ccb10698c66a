import { defineCatalogue } from '@portolan/kernel';

/** What an EPCIS event can't say as a trace event, or a trace event as an EPCIS event. */
export const traceEpcisCatalogue = defineCatalogue('traceability-epcis', {
  TRACE_EPCIS_NO_FLOW: {
    fault: 'sender',
    message: 'The {type} is kept as it is: {why}.',
    mend: 'Nothing to mend; it makes, moves or measures no lot.',
    cite: 'EPCIS 2.0, section 7.4',
  },
  TRACE_EPCIS_NO_QUANTITY: {
    fault: 'sender',
    message: 'The {type} states no quantity of {lot}, so the flow of it can not be counted.',
    mend: 'State quantity and unit of measure in the quantity list.',
    cite: 'EPCIS 2.0, section 7.3.3',
  },
  TRACE_EPCIS_CONTRADICTS: {
    fault: 'signer',
    message:
      'The exact trace event inside the EPCIS event says something else than the EPCIS event itself: {field}.',
    mend: 'Have its signer issue the event again.',
  },
  TRACE_EPCIS_VOID_ALONE: {
    fault: 'sender',
    message: 'An event is declared wrong by repeating it; {event} is not at hand.',
    mend: 'Hand in the event that is taken back.',
    cite: 'EPCIS 2.0, section 7.4.1.4',
  },
});
