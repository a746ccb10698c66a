import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about title, allocation, entry and origin. */
export const ownershipCodes = {
  OIL_TITLE_UNKNOWN: {
    fault: 'holder',
    message: 'Nothing at hand says who owned batch {batch} when {volume} barrels of it crossed on {day}.',
    mend: 'Hand in the injection ticket with its shipper, or the operator’s allocation.',
    cite: '19 U.S.C. 1484(a)(2)(B)',
  },
  OIL_TITLE_NEVER_OWNED: {
    fault: 'signer',
    message: 'Transfer {number}: {seller} never had title to any of batch {batch}.',
    mend: 'Hand in the transfer by which the seller came by it, or have this one taken back.',
  },
  OIL_TITLE_OVERDRAWN: {
    fault: 'signer',
    message: 'Transfer {number} passes {asked} barrels of batch {batch}; {seller} had {available}.',
    mend: 'Have the volume corrected.',
  },
  OIL_TITLE_SOLD_TWICE: {
    fault: 'signer',
    message:
      'Transfer {number} passes {asked} barrels of batch {batch} that {seller} had passed on by {other}; the one known first stands.',
    mend: 'Have the second transfer taken back, or its volume corrected.',
  },
  OIL_TITLE_SOLD_ON: {
    fault: 'signer',
    message:
      'Transfer {number} of {at} was known after {seller} had passed the same {asked} barrels of batch {batch} on by {other}.',
    mend: 'A claim that is dated back displaces none that was known before it. Have it taken back.',
  },
  OIL_TITLE_AFTER_DELIVERY: {
    fault: 'signer',
    message:
      'Transfer {number} passes {asked} barrels of batch {batch} at {at}; by then {seller} had {available} that were not delivered.',
    mend: 'What has left the line is sold under the papers of where it is now.',
  },
  OIL_TITLE_AFTER_ENTRY: {
    fault: 'signer',
    message:
      'Transfer {number} of {at}, known at {known}, takes from {seller} what it had entered by then under {other}.',
    mend: 'Have the entry corrected first, or the transfer taken effect after the crossing.',
    cite: '19 U.S.C. 1484(a)(2)(B)',
  },
  OIL_TITLE_AFTER_ALLOCATION: {
    fault: 'signer',
    message:
      'Transfer {number} of {at}, known at {known}, contradicts the operator’s allocation {other} to {seller}.',
    mend: 'Ask the operator to correct its allocation first, or have the transfer taken effect after the crossing.',
  },
  OIL_TITLE_KNOWN_LATE: {
    fault: 'signer',
    message:
      'Transfer {number} took effect at {at} and was known at {known}, after {volume} barrels it concerns had crossed.',
    mend: 'Nothing to do: nobody had entered them. Sign transfers before the crossing where that can be.',
  },
  OIL_ALLOCATION_DIFFERS: {
    fault: 'signer',
    message:
      'Allocation {number} gives {owner} {allocated} barrels of batch {batch} on {day}; by title it is {titled}.',
    mend: 'Hand in the transfer that explains it, or ask the operator to correct the allocation.',
  },
  OIL_DELIVERED_OVER: {
    fault: 'signer',
    message: 'Ticket {number} delivers to {owner} {over} barrels of batch {batch} more than it had title to.',
    mend: 'Hand in the transfer that is missing, or settle the imbalance with the operator.',
  },
  OIL_DELIVERED_STRANGER: {
    fault: 'signer',
    message: 'Ticket {number} delivers batch {batch} to {owner}, who never had title to any of it.',
    mend: 'Hand in the transfer that is missing, or have the ticket corrected.',
  },
  OIL_ENTRY_DOUBLE: {
    fault: 'filer',
    message: '{owner} enters {day} under {entry} and under {other}.',
    mend: 'Withdraw one of the two.',
  },
  OIL_ENTRY_NOT_OWNER: {
    fault: 'filer',
    message:
      '{owner} entered {entered} barrels from {from} to {to} under {entry} and owned {owned} at the meter.',
    mend: 'Correct the entry to what crossed for this owner.',
    cite: '19 U.S.C. 1484(a)(2)(B)',
  },
  OIL_ENTRY_LATE: {
    fault: 'filer',
    message: '{owner} has not entered {day}; the entry was due on {due}.',
    mend: 'Enter now: oil that is not entered is imported contrary to law.',
    cite: '19 CFR 142.2(a); 19 U.S.C. 1484',
  },
  OIL_RATE_UNKNOWN: {
    fault: 'holder',
    message:
      'No tariff edition at hand is in force from {from} to {to} with number {hts}: whether it is free there, and its duty, is not known.',
    mend: 'Import the edition of that time, see `portolan tariff import`; until then these barrels count as dutiable.',
    cite: 'HTSUS',
  },
  OIL_IN_BOND_OVER: {
    fault: 'signer',
    message:
      'Movement {number} takes {moved} barrels of batch {batch} under bond; {crossed} crossed from then on.',
    mend: 'Have the movement closed with what was really moved.',
    cite: '19 CFR part 18',
  },
  OIL_STATUS_LOST: {
    fault: 'signer',
    message: 'Batch {batch} is not originating: {reason}',
    mend: 'Enter it without the claim, each day apart; or have who is named hand in what is missing.',
    cite: 'HTSUS general note 11',
  },
  OIL_STATUS_NOT_PROVED: {
    fault: 'holder',
    message: 'Batch {batch} is not proved to be originating: {reason}',
    mend: 'Have who is named show its papers to the agency; nobody else needs to see them.',
    cite: 'HTSUS general note 11',
  },
  OIL_RETURNED: {
    fault: 'filer',
    message:
      'Batch {batch} holds crude of the United States that comes back: an entry is required all the same.',
    mend: 'Enter it; a line that passes through another country without a transit manifest has left.',
    cite: 'HQ H268129',
  },
} as const satisfies Record<string, CatalogueEntry>;
