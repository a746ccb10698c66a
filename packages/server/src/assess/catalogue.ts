import { defineCatalogue } from '@portolan/kernel';

export const assessCatalogue = defineCatalogue('review', {
  NODE_PROGRAM_UNKNOWN: {
    fault: 'sender',
    message: 'There is no program "{program}" on this node.',
    mend: 'Use the name of a program, for example usmca-cafta.',
    status: 404,
  },
  NODE_REGISTER_UNKNOWN: {
    fault: 'sender',
    message: 'The registers of this trial have no question "{id}".',
    mend: 'Use the id of a question as the review lists it.',
    status: 404,
  },
});
