import { defineCatalogue } from '@portolan/kernel';

/** What comparing many summaries refuses. */
export const compareCatalogue = defineCatalogue('compare', {
  NODE_COMPARE_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Your organization filed no entry that {name} is a summary of.',
    mend: 'Name the file by our entry number, such as ZZ9-0000103-5.txt, where the summary has another number and other bills of lading.',
  },
  NODE_COMPARE_AMBIGUOUS: {
    fault: 'sender',
    status: 409,
    message: 'The bills of lading of {name} stand in several of our entries: {entries}.',
    mend: 'Name the file by the entry that is meant, such as ZZ9-0000103-5.txt.',
  },
  NODE_COMPARE_TOO_MANY: {
    fault: 'sender',
    status: 422,
    message: 'The files hold {count} summaries; {limit} are compared at once.',
    mend: 'Send the rest in further requests; the command line does so by itself.',
  },
});
