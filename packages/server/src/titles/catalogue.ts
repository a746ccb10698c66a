import { defineCatalogue } from '@portolan/kernel';

/** What registering and moving a title refuses. */
export const titleCatalogue = defineCatalogue('titles', {
  NODE_TITLE_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'No title {title} is known here.',
    mend: 'Ask the carrier that signed the bill of lading whether it was registered as a title.',
  },
  NODE_TITLE_NOT_NEGOTIABLE: {
    fault: 'sender',
    status: 422,
    message: 'The document {title} is no bill of lading to order that your organization signed.',
    mend: 'Sign a bill of lading with "toOrder": true; only its signer can register it as a title.',
    cite: 'UNCITRAL Model Law on Electronic Transferable Records, article 10',
  },
  NODE_TITLE_REGISTERED: {
    fault: 'sender',
    status: 409,
    message: 'The bill of lading {title} is registered as a title already.',
    mend: 'Open the title in the list of titles.',
  },
  NODE_TITLE_NOT_HOLDER: {
    fault: 'sender',
    status: 409,
    message:
      'Only the holder of title {title} can endorse or surrender it, and the sender is not its holder.',
    mend: 'Ask the holder; the title shows who it is.',
    cite: 'UNCITRAL Model Law on Electronic Transferable Records, article 11 (control)',
  },
  NODE_TITLE_MOVED: {
    fault: 'sender',
    status: 409,
    message: 'Title {title} was moved before: its step {seq} is taken.',
    mend: 'It cannot be sold twice. Settle with the buyer; the chain of the title shows who holds it now.',
    cite: 'UNCITRAL Model Law on Electronic Transferable Records, article 10(1)(b)(i) (singularity)',
  },
  NODE_TITLE_SURRENDERED: {
    fault: 'sender',
    status: 409,
    message: 'Title {title} was surrendered to the carrier and moves no more.',
    mend: 'The goods are delivered against it; there is nothing left to sell.',
  },
  NODE_TITLE_SELF: {
    fault: 'sender',
    status: 422,
    message: 'The title would go to whoever holds it already.',
    mend: 'Name another party.',
  },
  NODE_TITLE_RECEIVER: {
    fault: 'sender',
    status: 422,
    message: 'The home of title {title} does not know {to} and cannot tell it of the title.',
    mend: 'Ask the carrier to enter the node of the new holder among its peers, or name another party.',
  },
  NODE_TITLE_HOME: {
    fault: 'sender',
    status: 403,
    message: 'Only {home}, the signer of the bill, tells the state of title {title}.',
    mend: 'Disregard the message; ask the signer of the bill.',
  },
});
