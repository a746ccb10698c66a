import { defineCatalogue } from '@portolan/kernel';

/** What the node refuses around attestations and standings; what is wrong with one itself is for the parties room to say. */
export const partyServiceCatalogue = defineCatalogue('party-service', {
  NODE_STANDING_NO_POLICY: {
    fault: 'agency',
    status: 404,
    message: 'No policy of {agency} was in force at {at}.',
    mend: 'Ask for another time or agency, or have the agency publish a policy.',
  },
  NODE_STANDING_NO_AGENCY: {
    fault: 'sender',
    status: 404,
    message: 'No agency is known here whose policy could be asked.',
    mend: 'Name the agency by its DID, or have the operator enter it among the peers.',
  },
  NODE_STANDING_NO_KEY: {
    fault: 'sender',
    message: 'The identifier {did} names no key to which a token could be bound.',
    mend: 'Ask for the form data-integrity, or have the organization use a did:key.',
  },
  NODE_ATTESTER_UNKNOWN: {
    fault: 'sender',
    message: 'No address is known here of {did}.',
    mend: 'Have the operator enter it among the peers, or ask it by other means.',
  },
  NODE_ATTESTATION_REQUEST: {
    fault: 'sender',
    status: 404,
    message: 'No request {id} waits for an answer of the own organization.',
    mend: 'Look at the list of requests.',
  },
  NODE_OVERSIGHT_PEER: {
    fault: 'sender',
    message: '{did} is no agency among the peers of this node.',
    mend: 'Enter it first: portolan peer add, with --kind agency.',
  },
  NODE_OVERSIGHT_SHAPE: {
    fault: 'sender',
    message: 'It is not what an agency publishes of its own oversight.',
    mend: 'Fetch it from GET /api/oversight/published of the node of the agency.',
  },
  NODE_OVERSIGHT_OLDER: {
    fault: 'sender',
    message: 'It was published at {at}; what is held here is of {held}.',
    mend: 'Fetch it anew from the node of the agency.',
  },
  NODE_ATTESTATION_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'The organization holds no attestation {digest} about itself.',
    mend: 'Check the digest; the list of attestations shows them all.',
  },
  NODE_ATTESTATIONS_MIXED: {
    fault: 'sender',
    message: 'None of it is an attestation about an organization.',
    mend: 'Send credentials of the attestation types that this node publishes.',
  },
  NODE_AUTHORITY_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'The organization holds no power {digest} that was given to it.',
    mend: 'Look at the list of powers: only those held by the own organization can be passed on.',
  },
  NODE_AUTHORITY_MIXED: {
    fault: 'sender',
    message: 'None of it is a power, a delegation, or about an officer or employee.',
    mend: 'Send credentials of the types PowerOfAttorney, AuthorityDelegation, OfficerAffirmation or EmploymentAffirmation.',
  },
  NODE_REGISTER_PARTY_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Nothing public is known here about {did}.',
    mend: 'Search by name or identifier; organizations decide themselves what they make public.',
  },
});
