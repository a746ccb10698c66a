import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about an entry of oil beside what its line measured. */
export const entryCodes = {
  OIL_PROFILE_MISSING: {
    fault: 'holder',
    message: 'No profile of the line {line} in force in {month} is signed by its operator.',
    mend: 'Ask the operator to sign its profile: points, zone, and when its day begins.',
  },
  OIL_NOT_OWNER: {
    fault: 'filer',
    message:
      '{importer} enters {volume} barrels of batch {batch}, but owned none of it at the meter on {days}.',
    mend: 'Only the owner at the crossing has the right to make entry: hand in the transfer of title, or let the owner enter.',
    cite: '19 U.S.C. 1484(a)(2)(B); 19 CFR 141.13',
  },
  OIL_TITLE_NOT_SHOWN: {
    fault: 'holder',
    message:
      '{importer} holds transfer {number} of batch {batch} from {seller}; how {seller} came by it is in no paper at hand.',
    mend: 'Nothing to do where the agency holds the earlier transfers; else ask the seller to show them to the agency. Nobody else needs to see them.',
    cite: '19 U.S.C. 1484(a)(2)(B)',
  },
  OIL_ENTERED_TOO_MUCH: {
    fault: 'filer',
    message:
      'Line {line} enters {entered} {unit} of batch {batch}; {measured} of the importer crossed in the period.',
    mend: 'Correct the quantity to what the border meter measured for this owner.',
    cite: '19 CFR 151.42',
  },
  OIL_ENTERED_TOO_LITTLE: {
    fault: 'filer',
    message:
      '{measured} {unit} of batch {batch} crossed for the importer in the period; {entered} are entered.',
    mend: 'Enter the rest: oil that is not entered is imported contrary to law.',
    cite: '19 U.S.C. 1484; 19 CFR 141.4',
  },
  OIL_BATCH_NOT_NAMED: {
    fault: 'filer',
    message: 'Line {line} names no batch, so that nothing that was measured belongs to it.',
    mend: 'Name the batch on the invoice line as its lot.',
  },
  OIL_TARIFF_NUMBER: {
    fault: 'filer',
    message:
      'Line {line} is entered under {hts}; {api} degrees API at 60 °F at the border make it {derived}.',
    mend: 'Correct the number to the one that the gravity at the border gives.',
    cite: 'HTSUS 2709.00.10 and 2709.00.20',
  },
  OIL_STATUS_BROKEN: {
    fault: 'filer',
    message: 'Line {line} claims {spi}, but batch {batch} is not originating: {reason}',
    mend: 'Drop the claim for these barrels, or have the party named hand in what is missing.',
    cite: 'HTSUS general note 11; HQ H328199',
  },
  OIL_STATUS_UNPROVED: {
    fault: 'filer',
    message:
      'Line {line} claims {spi}, and for batch {batch} that is not proved by the papers at hand: {reason}',
    mend: 'Ask the party named to show its papers to the agency; nobody else needs to see them.',
    cite: 'HTSUS general note 11',
  },
  OIL_PERIOD_DUTIABLE: {
    fault: 'filer',
    message: 'One entry covers {days} days, and not every day of it is free of duty: {reason}',
    mend: 'Enter each day apart; only a period of nothing but nondutiable days is entered at once.',
    cite: 'CSMS 64859298; HQ H272806',
  },
  OIL_ENTERED_TWICE: {
    fault: 'filer',
    message: 'What line {line} enters has been entered before, under {entry}.',
    mend: 'Withdraw the entry, or correct the earlier one instead.',
  },
  OIL_MANIFEST_DIFFERS: {
    fault: 'holder',
    message:
      'The manifest says {stated} barrels of batch {batch} on {day}; tickets and titles give {measured}.',
    mend: 'Ask the operator to correct the manifest, or hand in the ticket or transfer that explains it.',
  },
  OIL_DAY_NOT_MEASURED: {
    fault: 'holder',
    message: 'The entry covers {day}, and no ticket of the border meter for that day is at hand.',
    mend: 'Ask the operator for the ticket of that day.',
    cite: '19 CFR 151.42',
  },
  OIL_HELD_ELSEWHERE: {
    fault: 'holder',
    message:
      'Papers that the agency holds and this entry does not carry speak against batch {batch}: {code}.',
    mend: 'Ask the operator of the line or your seller; whose papers they are is not told.',
  },
  OIL_IN_BOND: {
    fault: 'filer',
    message: 'Batch {batch} moved in bond under {number}; it is not entered where it crossed.',
    mend: 'Enter it where the movement ends, or close the movement.',
    cite: '19 CFR part 18',
  },
} as const satisfies Record<string, CatalogueEntry>;
