import { defineCatalogue } from '@portolan/kernel';

/** What the node refuses about imported tariff data; what the tariff itself refuses is in the tariff room's catalogue. */
export const shelfCatalogue = defineCatalogue('node', {
  NODE_TARIFF_NAME: {
    fault: 'sender',
    message: '"{name}" cannot be the name of imported tariff data.',
    mend: 'Take 3 to 60 lower-case letters, digits, dots and hyphens, such as 2026-rev-9.',
  },
  NODE_TARIFF_NAME_TAKEN: {
    fault: 'sender',
    message: 'Tariff data named "{name}" is here already, with other content.',
    mend: 'Import under another name; withdraw the first if it was a mistake.',
    status: 409,
  },
  NODE_TARIFF_FIELD: {
    fault: 'sender',
    message: 'The field "{field}" of the import does not fit: {problem}.',
    mend: 'Give {expected}.',
  },
  NODE_TARIFF_FILE: {
    fault: 'sender',
    message: 'The file cannot be imported as {kind}: {problem}.',
    mend: 'Compare it with the example of this kind in the guide; nothing of it was kept.',
  },
  NODE_TARIFF_FULL: {
    fault: 'sender',
    message:
      'The tariff data that was imported already fills its place: {items} items of {megabytes} MB at most.',
    mend: 'Withdraw what is not used any more, or ask the operator to import it for the whole node.',
    status: 409,
  },
  NODE_TARIFF_DATA_UNKNOWN: {
    fault: 'sender',
    message: 'There is no imported tariff data named "{name}" that you may withdraw.',
    mend: 'Look at the list of data at hand; what came with the program cannot be withdrawn.',
    status: 404,
  },
  NODE_TARIFF_EDITION_UNKNOWN: {
    fault: 'sender',
    message: 'No edition "{edition}" is at hand.',
    mend: 'Take one of: {editions}; or import it.',
    status: 404,
  },
});
