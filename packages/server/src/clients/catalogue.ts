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
});
