import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about tickets, days, stocks and the balance of a line. */
export const movementCodes = {
  OIL_PAPER_FOREIGN: {
    fault: 'signer',
    message: '{paper} {number} is of {author} and signed by {signer}: it moves nothing.',
    mend: 'Have who it is of sign it.',
  },
  OIL_TICKET_NUMBER_TWICE: {
    fault: 'signer',
    message: '{paper} number {number} stands on two papers that differ; the one known first counts.',
    mend: 'Give the second a number of its own, or let it say that it corrects the first.',
    cite: '43 CFR 3174.12',
  },
  OIL_TICKETS_OVERLAP: {
    fault: 'signer',
    message:
      'Tickets {number} and {other} of meter {point} both measure the time from {from} to {to}: {outcome}.',
    mend: 'Have one of the two corrected.',
    cite: '43 CFR 3174.12',
  },
  OIL_TOTALIZER_GAP: {
    fault: 'signer',
    message: 'Meter {point} closed at {closed} on ticket {number} and opened at {opened} on {next}.',
    mend: 'Have the ticket between them handed in, or the reading corrected.',
    cite: '43 CFR 3174.12',
  },
  OIL_METER_UNKNOWN: {
    fault: 'signer',
    message: 'Ticket {number} is of meter {point}, which the profile of the line does not name.',
    mend: 'Have the operator sign a profile with this meter, or the ticket corrected.',
  },
  OIL_METER_KIND: {
    fault: 'signer',
    message: 'Ticket {number} measures {kind} at {point}, which is of kind {known} by the profile.',
    mend: 'Have the ticket or the profile corrected.',
  },
  OIL_DAY_MISSING: {
    fault: 'signer',
    message: 'No ticket of the border meter covers {day} from {from} to {to}.',
    mend: 'Have the ticket of that time handed in; one of no flow says so with a volume of 0.',
    cite: '19 CFR 151.42',
  },
  OIL_DAY_LENGTH: {
    fault: 'signer',
    message: 'Ticket {number} covers {covered} hours of {day}, a day of {hours} hours at this meter.',
    mend: 'Have the ticket close when the day of the meter ends; its clock changed that day.',
  },
  OIL_BATCH_REUSED: {
    fault: 'signer',
    message: 'Batch {batch} was delivered empty at {emptied} and is filled again by ticket {number} at {at}.',
    mend: 'Give the new batch a number of its own.',
  },
  OIL_STOCK_NEGATIVE: {
    fault: 'signer',
    message: '{paper} {number} takes {asked} barrels of {lot}; {available} were there.',
    mend: 'Hand in what was put in before, or have the volume corrected.',
  },
  OIL_STEP_REFUSED: {
    fault: 'signer',
    message: '{paper} {number} contradicts the ledger of lots: {reason}',
    mend: 'Have it corrected by who signed it.',
  },
  OIL_STOCK_DIFFERS: {
    fault: 'signer',
    message: 'Statement {number}: {lot} holds {measured} barrels as measured, {book} by the book.',
    mend: 'Have the stock measured again, or the ticket that explains it handed in.',
  },
  OIL_BALANCE_OUTSIDE: {
    fault: 'signer',
    message:
      'The month does not close: {imbalance} barrels are missing at the end; the tariff of the line allows {allowed}.',
    mend: 'Have the tickets and stocks of the month checked; below zero the line gained.',
  },
  OIL_SHIPPER_IMBALANCE: {
    fault: 'signer',
    message: '{owner}: the statement of the line says {stated} {what} of {batch}, the papers give {found}.',
    mend: 'Settle the imbalance with the operator, or have the statement corrected.',
  },
  OIL_MONTH_CORRECTED: {
    fault: 'signer',
    message: '{paper} {before} was corrected by {after}: {from} barrels became {to}. {reason}',
    mend: '{proposal}',
    cite: '19 CFR 159.36; 81 FR 89482',
  },
} as const satisfies Record<string, CatalogueEntry>;
