import type { CatalogueEntry } from '@portolan/kernel';

/** Why one attestation is not read, or does not count, for reasons that lie in itself or its attester. */
export const attestationEntries = {
  PARTY_TYPE_UNKNOWN: {
    fault: 'sender',
    message: 'A credential of type {type} is no attestation about an organization.',
    mend: 'Send one of the attestation types that this node publishes.',
  },
  PARTY_DATES_CROSS: {
    fault: 'issuer',
    message: 'It ends on {until}, before it begins on {from}.',
    mend: 'Correct the dates and sign again.',
  },
  PARTY_UNSOUND: {
    fault: 'issuer',
    message: 'The credential proves nothing: {codes}.',
    mend: 'Ask the attester for the original, exactly as it was signed.',
  },
  PARTY_REVOKED: {
    fault: 'holder',
    message: 'The attester revoked it on {since}.',
    mend: 'Ask the attester for a new attestation; a revocation is never taken back.',
    cite: 'Bitstring Status List 1.0, section 2.1',
  },
  PARTY_SUSPENDED: {
    fault: 'holder',
    message: 'The attester suspended it on {since}.',
    mend: 'Settle with the attester why; it counts again once it is reinstated.',
    cite: 'Bitstring Status List 1.0, section 2.1',
  },
  PARTY_NOT_YET: {
    fault: 'holder',
    message: 'It speaks for the time from {from} only.',
    mend: 'Wait until {from}.',
  },
  PARTY_EXPIRED: {
    fault: 'holder',
    message: 'It spoke for the time until {until}.',
    mend: 'Ask the attester for a new attestation.',
  },
  PARTY_STALE: {
    fault: 'holder',
    message: 'The word of a {kind} counts for {days} days; this was signed on {signedOn}.',
    mend: 'Ask the attester to check again and sign anew.',
  },
  PARTY_BACKDATED: {
    fault: 'issuer',
    message:
      'It is dated {from}, but was signed on {signedOn} as others can vouch; more than {days} days apart.',
    mend: 'Have it issued anew under its true date. What a signer writes as its own date proves nothing.',
  },
  PARTY_CHECK_LATER: {
    fault: 'issuer',
    message: 'It tells of a check on {on}, after it was signed on {signedOn}.',
    mend: 'Have it issued anew once the check was made.',
  },
  PARTY_METHOD: {
    fault: 'issuer',
    message: 'The word of a {kind} counts when it checked by {methods}; this one did not.',
    mend: 'Ask for an attestation that rests on one of: {methods}.',
  },
  PARTY_KIND_UNRULED: {
    fault: 'holder',
    message: 'The policy gives {type} no weight.',
    mend: 'Nothing is to be done; it informs and does not count.',
  },
  PARTY_ATTESTER_UNKNOWN: {
    fault: 'issuer',
    message: 'The trust register does not know {issuer}.',
    mend: 'Ask an accredited attester, or have the agency accredit {issuer} for {type}.',
  },
  PARTY_ATTESTER_NOT_ACCREDITED: {
    fault: 'issuer',
    message: '{name} was not accredited for {type} when it signed, at {at}.',
    mend: 'Ask an attester accredited for {type}.',
  },
  PARTY_ATTESTER_SUSPENDED: {
    fault: 'issuer',
    message: '{name} stood suspended when it signed, since {since}: {reason}',
    mend: 'Ask another accredited attester.',
  },
  PARTY_ATTESTER_SUSPENDED_SINCE: {
    fault: 'issuer',
    message: '{name} was suspended at {since}, after it signed: {reason}',
    mend: 'Ask another accredited attester, or wait until {name} is restored.',
  },
  PARTY_LEI_LAPSED: {
    fault: 'holder',
    message: 'The LEI registration lapsed: its renewal was due on {due}.',
    mend: 'Renew the LEI with its issuer and ask for a new record.',
    cite: 'ISO 17442-1; LEI registration status LAPSED',
  },
  PARTY_LICENCE_LAPSED: {
    fault: 'holder',
    message: 'What {type} tells of is no longer active.',
    mend: 'Renew it with the attester and ask for a new attestation.',
  },
  PARTY_TRUSTED_TRADER_SUSPENDED: {
    fault: 'holder',
    message: 'Membership of the trusted-trader programme is suspended or ended.',
    mend: 'Settle it with the customs administration that runs the programme.',
  },
  PARTY_STATE_NOT_GOOD: {
    fault: 'holder',
    message: 'The attester says in {type} that the organization is not in good standing with it.',
    mend: 'Settle it with the attester and ask for a new attestation.',
  },
  PARTY_BEFORE_CHANGE_OF_CONTROL: {
    fault: 'holder',
    message: 'It was given before the change of control of {on}, more than {days} days ago.',
    mend: 'Ask the attester to check again under the new owners.',
  },
} as const satisfies Record<string, CatalogueEntry>;
