import type { CatalogueEntry } from '@portolan/kernel';

/** Refusals of delegated capabilities, of encrypted documents and of evidence files. */
export const grantRefusals = {
  CRED_ZCAP_MALFORMED: {
    fault: 'sender',
    message: 'This is not a capability: {detail}.',
    mend: 'Send the capability as it was delegated.',
    cite: 'Authorization Capabilities 0.3',
  },
  CRED_ZCAP_WIDENED: {
    fault: 'sender',
    message: 'The capability allows more than the one it was made from: {detail}.',
    mend: 'Delegate with fewer or equal actions, a target inside the parent\u2019s, an earlier end and all of its caveats.',
    cite: 'Authorization Capabilities 0.3, "Delegation"',
  },
  CRED_ZCAP_SCOPE: {
    fault: 'sender',
    message: 'The capability does not cover this: {detail}.',
    mend: 'Ask whoever delegated it for a capability that names the action and the target.',
    cite: 'Authorization Capabilities 0.3, "Invocation"',
  },
  CRED_ZCAP_EXPIRED: {
    fault: 'sender',
    message: 'The capability ended at {expires}; it is {at}.',
    mend: 'Ask for a new one.',
    cite: 'Authorization Capabilities 0.3, "Delegation"',
  },
  CRED_ZCAP_INVALID: {
    fault: 'sender',
    message: 'The chain of delegations does not hold: {detail}.',
    mend: 'Send the whole chain, each link signed by the one before it.',
    cite: 'Authorization Capabilities 0.3, "Verification"',
  },
  CRED_CIPHER_RECIPIENT: {
    fault: 'sender',
    message: 'The document is not encrypted for {recipient}.',
    mend: 'Ask the sender to name this recipient.',
    cite: 'RFC 7516, section 5.2',
  },
  CRED_CIPHER_BROKEN: {
    fault: 'sender',
    message: 'The encrypted document cannot be opened: {detail}.',
    mend: 'Ask the sender for the document again; not one character of it may change.',
    cite: 'RFC 7516, section 5.2',
  },
  CRED_EVIDENCE_MALFORMED: {
    fault: 'sender',
    message: 'This is not an evidence file: {detail}.',
    mend: 'Send the file as the node gave it out.',
  },
} as const satisfies Record<string, CatalogueEntry>;
