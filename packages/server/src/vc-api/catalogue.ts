import { defineCatalogue } from '@portolan/kernel';

/** What the VC API refuses around credentials; what is wrong with a credential itself is the credentials room's to say. */
export const vcApiCatalogue = defineCatalogue('vc-api', {
  NODE_VC_API_OFF: {
    fault: 'node',
    status: 404,
    message: 'This node does not offer the VC API.',
    mend: 'The operator turns it on with --vc-api.',
  },
  NODE_DID_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'The keys of {did} are not known here, and nobody is asked for them.',
    mend: 'Ask with the token of a member; the operator names the hosts that may be asked with --fetch-from.',
    cite: 'DID Resolution, "HTTP(S) Binding"',
  },
  NODE_DID_VERSION: {
    fault: 'sender',
    status: 400,
    message: 'Versions of a DID document are not kept by number here.',
    mend: 'Ask with versionTime for the keys that were in force at an instant.',
    cite: 'DID Core 1.0, section 3.2.1',
  },
  NODE_VC_BODY: {
    fault: 'sender',
    status: 400,
    message: 'The request has no {member} that can be used: {reason}.',
    mend: 'Send a JSON object with the member "{member}", as the VC API has it.',
    cite: 'Verifiable Credential API 0.3, section 3',
  },
  NODE_VC_OPTION: {
    fault: 'sender',
    status: 400,
    message: 'The option {option} cannot be used: {reason}.',
    mend: 'Correct the option or leave it out.',
    cite: 'Verifiable Credential API 0.3, section 3',
  },
  NODE_VC_ISSUER_UNKNOWN: {
    fault: 'sender',
    status: 400,
    message: 'There is no issuer "{issuer}" here.',
    mend: 'Use one of: {issuers}. GET /issuers shows the identifier of each.',
  },
  NODE_VC_ISSUER_FOREIGN: {
    fault: 'sender',
    status: 400,
    message: 'The credential names {issuer} as its issuer, whose key is not held here.',
    mend: 'Name {expected} as issuer, or send the credential to the issuer that it names.',
    cite: 'VC Data Model 2.0, section 4.7',
  },
  NODE_VC_SIGNED_ALREADY: {
    fault: 'sender',
    status: 400,
    message: 'The credential has a proof already.',
    mend: 'Send the credential without its "proof"; signing again would change what was signed.',
  },
  NODE_VC_STATUS_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'No credential "{id}" with a status of the purpose {purpose} was issued here.',
    mend: 'Give the id of the credential, and a purpose that its credentialStatus names.',
  },
  NODE_VC_STATUS_VALUE: {
    fault: 'sender',
    status: 400,
    message: 'The status {value} does not fit an entry of {size} bits.',
    mend: 'Give true or false, or a whole number from 0 to {largest}.',
    cite: 'Bitstring Status List 1.0, section 2.1',
  },
  NODE_VC_CHALLENGE_SPENT: {
    fault: 'sender',
    status: 400,
    message: 'The challenge was set here and is used up or out of date.',
    mend: 'Get a new challenge, and have the presentation signed for it.',
    cite: 'Verifiable Credential API 0.3, section 3.4',
  },
  NODE_VC_REVOCATION_FINAL: {
    fault: 'sender',
    status: 409,
    message: 'The credential is revoked, and a revocation is never taken back.',
    mend: 'Issue a new credential.',
    cite: 'Bitstring Status List 1.0, section 2.1',
  },
  NODE_VC_STATUS_ENTRY: {
    fault: 'sender',
    status: 400,
    message: 'The status that was asked for cannot be given: {reason}.',
    mend: 'Ask for the purposes revocation, suspension, refresh or message; a message has 1, 2, 4 or 8 bits and a text for each value.',
    cite: 'Bitstring Status List 1.0, section 2.1',
  },
});
