import { defineCatalogue } from '@portolan/kernel';

/** What the node refuses around credentials; what is wrong with a credential itself is the credentials room's to say. */
export const credentialServiceCatalogue = defineCatalogue('credential-service', {
  NODE_CREDENTIAL_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'The organization has issued no credential {digest}.',
    mend: 'Check the digest; the list of issued credentials shows them all.',
  },
  NODE_CREDENTIAL_ISSUED: {
    fault: 'sender',
    status: 409,
    message: 'The status index {index} of this credential is taken by another one.',
    mend: 'Issue the credential with an index of its own.',
  },
  NODE_CREDENTIAL_FOREIGN: {
    fault: 'sender',
    message: 'This credential does not come from the organization, or names no status list of its own.',
    mend: 'Give credentials that {issuer} issued, with its own status list.',
  },
  NODE_VALIDITY_PAST: {
    fault: 'signer',
    message: 'The credential would end on {until}, before it is issued.',
    mend: 'Choose a last day that is still to come, or leave it out.',
  },
  NODE_NOTHING_TO_HIDE: {
    fault: 'signer',
    message: 'Nothing is named that a holder of this {type} may hide.',
    mend: 'Name what may be hidden as JSON pointers into the document, such as /commercial, or sign it in the usual form.',
  },
  NODE_NOT_HIDEABLE: {
    fault: 'signer',
    message:
      'A holder can not hide {pointer}: it is not in the document, or without it this would be no {type}.',
    mend: 'Name optional members and list entries that stand in the document.',
  },
  NODE_REVOCATION_FINAL: {
    fault: 'sender',
    status: 409,
    message: 'The credential is revoked, and a revocation is never taken back.',
    mend: 'Issue a new credential.',
    cite: 'Bitstring Status List 1.0, section 2.1',
  },
  NODE_STATUS_UNCHANGED: {
    fault: 'sender',
    status: 409,
    message: 'The credential is {state} already.',
    mend: 'Nothing is left to do.',
  },
  NODE_STATUS_LIST_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'No such status list is published here.',
    mend: 'Take the address from the statusListCredential member of the credential.',
  },
  NODE_STATUS_LIST_UNSIGNABLE: {
    fault: 'signer',
    status: 410,
    message: 'All keys of {issuer} are revoked: its status list can no longer be signed.',
    mend: 'Ask the issuer to issue what is still needed again, under the identifier that it has now.',
  },
  NODE_DID_UNPUBLISHED: {
    fault: 'sender',
    status: 404,
    message: 'No DID document is published at this address.',
    mend: 'Check the identifier: only did:web names of this node have a document here.',
  },
  NODE_FETCH_DENIED: {
    fault: 'node',
    status: 422,
    message: 'The keys of {did} are not known here, and this node may not ask {host} for them.',
    mend: 'Start the node with --fetch-from {host} (PORTOLAN_FETCH_FROM), or hand in the DID document with "portolan peer add --document".',
    cite: 'did:web, section "Read (Resolve)"',
  },
  NODE_DID_UNREACHABLE: {
    fault: 'holder',
    status: 502,
    message: 'The keys of {did} cannot be had from {url}: {reason}.',
    mend: 'Try again when the address answers, or hand in the DID document with "portolan peer add --document".',
  },
  NODE_ACCREDITATION_UNKNOWN: {
    fault: 'agency',
    status: 404,
    message: 'The trust register has no accreditation {id}.',
    mend: 'Open the trust register again; it shows every accreditation.',
  },
  NODE_ACCREDITATION_STATE: {
    fault: 'agency',
    status: 409,
    message: 'The accreditation is {state} already.',
    mend: 'Nothing is left to do.',
  },
  NODE_ACCREDITATION_DATES: {
    fault: 'agency',
    message: 'The accreditation would end on {until}, before it begins on {from}.',
    mend: 'Correct one of the two dates.',
  },
  NODE_ACCREDITATION_DID: {
    fault: 'agency',
    message: '"{did}" is not a decentralized identifier.',
    mend: 'Copy the identifier of the signer, for example did:key:z6Mk… or did:web:mill.example.',
  },
  NODE_REGISTER_UNPUBLISHED: {
    fault: 'sender',
    status: 404,
    message: 'No agency {agency} has its seat here.',
    mend: 'Ask the node on which the agency has its seat.',
  },
  NODE_REGISTER_UNREACHABLE: {
    fault: 'agency',
    status: 502,
    message: 'The trust register of {agency} cannot be had from {url}: {reason}.',
    mend: 'Try again when the node answers; a copy fetched before stays.',
  },
  NODE_REGISTER_MALFORMED: {
    fault: 'agency',
    status: 502,
    message: 'What was answered is not the trust register of {agency}.',
    mend: 'Check the address of the agency with "portolan peer list".',
  },
  NODE_REGISTER_DATES: {
    fault: 'agency',
    status: 502,
    message: 'The trust register of {agency} is dated {asOf} and speaks until {validUntil}: not for now.',
    mend: 'Compare the clocks of the two nodes.',
  },
  NODE_AGENCY_NO_PEER: {
    fault: 'node',
    status: 404,
    message: 'No agency among the peers is named {agency}.',
    mend: 'Enter it first: portolan peer add <did> --kind agency --url <address>; "portolan peer list" shows the identifiers.',
  },
  NODE_VOCABULARY_UNKNOWN: {
    fault: 'sender',
    message:
      'The credential is of the types {types}; none of them belongs to a vocabulary that is recognized here.',
    mend: 'Give credentials of the W3C CCG traceability vocabulary or of the UN Transparency Protocol; documents of this node go into a case.',
  },
  NODE_RECEIVED_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'The organization received no credential {digest}, or has no such case.',
    mend: 'Check the digest; the list of received credentials shows them all.',
  },
  NODE_RECEIPT_PENDING: {
    fault: 'node',
    status: 409,
    message: 'The log has not sealed the credential {digest} yet.',
    mend: 'Try again in a moment.',
  },
  NODE_CHALLENGE_SPENT: {
    fault: 'holder',
    status: 409,
    message: 'The challenge of this presentation was not set here, has expired or was used before.',
    mend: 'Ask for a new challenge and sign the presentation for it.',
  },
});
