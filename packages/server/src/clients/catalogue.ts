import { defineCatalogue } from '@portolan/kernel';

/** What keeping a client refuses. */
export const clientCatalogue = defineCatalogue('clients', {
  NODE_CLIENT_UNKNOWN: {
    fault: 'filer',
    status: 404,
    message: 'There is no client with importer number {number}.',
    mend: 'Open the list of clients, or enter the client first.',
  },
  NODE_CLIENT_NUMBER: {
    fault: 'filer',
    status: 422,
    message: '"{number}" is no importer number.',
    mend: 'Use the number of CBP Form 5106, such as 12-3456789AB.',
    cite: '19 CFR 24.5',
  },
  NODE_CLIENT_SURETY: {
    fault: 'filer',
    status: 422,
    message: 'A continuous or single transaction bond has a surety of three digits, and this one has none.',
    mend: 'Enter the surety code of the bond.',
    cite: 'CATAIR record 31',
  },
  NODE_CLIENT_STATEMENT_BOND: {
    fault: 'filer',
    status: 422,
    message: 'Only entries under a continuous bond may stand on a periodic monthly statement.',
    mend: 'Choose daily statement or single payment, or enter the continuous bond.',
    cite: '70 FR 45736, 45737',
  },
  NODE_CLIENT_STATEMENT_DAY: {
    fault: 'filer',
    status: 422,
    message:
      'Working day {day} is too late: the preliminary monthly statement is made by working day {latest} of the month.',
    mend: 'Choose a working day from 1 to {latest}.',
    cite: 'CSMS 63430997',
  },
  NODE_PARTNER_MID: {
    fault: 'filer',
    status: 422,
    message: '"{code}" is no manufacturer identification code.',
    mend: 'Use country, name, street number and city as in MXSAMVAL1250CUL, at most 15 letters and digits; or leave it empty and enter city and country, and the code is made.',
    cite: '19 CFR part 102, appendix',
  },
  NODE_PARTNER_SCAC: {
    fault: 'filer',
    status: 422,
    message: '"{code}" is no carrier code.',
    mend: 'Use two to four letters, or the two characters of an airline.',
    cite: 'CATAIR record 20',
  },
  NODE_PARTNER_UNKNOWN: {
    fault: 'filer',
    status: 404,
    message: 'This client has no such trading partner.',
    mend: 'Open the client: its partners are listed there.',
  },
  NODE_TOLERANCES_UNKNOWN: {
    fault: 'filer',
    status: 404,
    message: 'This client has no tolerances from {from} on.',
    mend: 'Open the client: its tolerances are listed there.',
  },
  NODE_TOLERANCES_DAYS: {
    fault: 'filer',
    status: 422,
    message: 'The last day {until} is before the first day {from}.',
    mend: 'Leave the last day empty, or name a later one.',
  },
});
