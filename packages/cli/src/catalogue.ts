import { defineCatalogue } from '@portolan/kernel';

/** What the command line refuses on its own, before or beside a node. */
export const cliCatalogue = defineCatalogue('cli', {
  CLI_ORDER_UNKNOWN: {
    fault: 'sender',
    message: 'Your organization holds no order {number}, and there is no folder of that name.',
    mend: 'List your orders with "portolan order", or name a folder of papers.',
  },
  CLI_NODE_UNREACHABLE: {
    fault: 'node',
    message: 'No node answers at {url} ({reason}).',
    mend: 'Start one with "portolan start", or name another with --node or PORTOLAN_NODE.',
  },
  CLI_NODE_URL: {
    fault: 'sender',
    message: '"{url}" is not the address of a node.',
    mend: 'Give an address such as http://127.0.0.1:8321.',
  },
  CLI_NODE_ANSWER: {
    fault: 'node',
    message: '{url} answered with {status} and nothing that this command understands.',
    mend: 'Check that the address is that of a Portolan node of the same version.',
  },
  CLI_MEMBER_UNKNOWN: {
    fault: 'sender',
    message: 'The node has no sample member "{member}".',
    mend: 'Use one of: {members}.',
  },
  CLI_MEMBER_REMOTE: {
    fault: 'sender',
    message: 'Sample members sign in only on this machine, and {url} is another.',
    mend: 'Use a token with --token or PORTOLAN_TOKEN.',
  },
  CLI_FILE_UNREADABLE: {
    fault: 'sender',
    message: '{file} cannot be read: {reason}.',
    mend: 'Check the path and that you may read it.',
  },
  CLI_SPEED: {
    fault: 'sender',
    message: '"{speed}" is no number of keystrokes an hour.',
    mend: 'Give a whole number between 500 and 60000, such as 8000.',
  },
  CLI_FOLDER_EMPTY: {
    fault: 'sender',
    message: '{folder} has no documents.',
    mend: 'Put the documents of one shipment there: UBL XML, JSON, CSV or signed credentials.',
  },
  CLI_NOT_JSON: {
    fault: 'sender',
    message: '{file} does not hold {expected}.',
    mend: 'Correct the file, and run the command again.',
  },
  CLI_DRAFT_OPEN: {
    fault: 'filer',
    message: 'The draft {id} is not complete: there is nothing yet that could be signed.',
    mend: 'Answer its open questions first.',
  },
  CLI_OPTION_INVALID: {
    fault: 'sender',
    message: '{option} cannot be "{value}".',
    mend: 'Write {expected}.',
  },
  CLI_TARIFF_LINE_UNKNOWN: {
    fault: 'sender',
    message: 'Edition {edition} has nothing for "{query}".',
    mend: 'Try fewer words, or the first four or six digits of the number.',
  },
  CLI_TARIFF_NAME_TAKEN: {
    fault: 'sender',
    message: 'Tariff data named "{name}" is here already, with other content.',
    mend: 'Import under another name, or withdraw the first: portolan tariff withdraw {name}.',
  },
  CLI_TARIFF_DATA_UNKNOWN: {
    fault: 'sender',
    message: 'No imported tariff data is named "{name}".',
    mend: 'Look at "portolan tariff list"; what comes with the command cannot be withdrawn.',
  },
  CLI_DRAFT_BLOCKED: {
    fault: 'filer',
    message: 'The entry was not filed: {count} points must be settled first.',
    mend: 'Settle what is listed above: answer with --answer, take offered corrections with --fix, or correct a document.',
  },
  CLI_FILES_REFUSED: {
    fault: 'filer',
    message: 'The entry was not filed: {count} of the files could not be taken.',
    mend: 'Correct or remove the files listed above.',
  },
  CLI_RECEIPTS_PENDING: {
    fault: 'node',
    message: 'The log has not yet sealed every receipt of {entryNumber}.',
    mend: 'Run the command again in a moment.',
  },
});

export type CliCode = keyof typeof cliCatalogue.entries;
