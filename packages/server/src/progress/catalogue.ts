import { defineCatalogue } from '@portolan/kernel';

/** What recording the progress of an entry refuses. */
export const progressCatalogue = defineCatalogue('progress', {
  NODE_MILESTONE_FUTURE: {
    fault: 'filer',
    status: 422,
    message: '{on} has not come yet: today is {today}.',
    mend: 'Record what happened on the day it happened, or later.',
  },
});
