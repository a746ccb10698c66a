import { defineCatalogue } from '@portolan/kernel';
import { didRefusals } from './refusals/dids.ts';
import { grantRefusals } from './refusals/grants.ts';
import { modelRefusals } from './refusals/model.ts';
import { proofRefusals } from './refusals/proofs.ts';
import { tokenRefusals } from './refusals/tokens.ts';

/** Every refusal of this room. */
export const credentialsCatalogue = defineCatalogue('credentials', {
  CRED_MALFORMED: {
    fault: 'issuer',
    message: 'This is not a verifiable credential: {detail}.',
    mend: 'Ask the issuer for the credential as it was issued; it follows the Verifiable Credentials Data Model 2.0.',
    cite: 'VC Data Model 2.0, section 4',
  },
  CRED_DOCUMENT_MALFORMED: {
    fault: 'sender',
    message: 'This is not a signed document: {detail}.',
    mend: 'Send the JSON object with its proof exactly as it was signed.',
    cite: 'VC Data Integrity 1.0, section 2.1',
  },
  CRED_PRESENTATION_MALFORMED: {
    fault: 'holder',
    message: 'This is not a verifiable presentation: {detail}.',
    mend: 'Send a presentation with type, holder, credentials and proof.',
    cite: 'VC Data Model 2.0, section 4.13',
  },
  CRED_TYPE_UNKNOWN: {
    fault: 'issuer',
    message: 'No schema is known for credentials of type {type}, so the content was not checked.',
    mend: 'Use one of the document types this node publishes, or register the schema of the new type first.',
  },
  CRED_PROOF_MISSING: {
    fault: 'signer',
    message: 'There is no proof: nobody has signed this.',
    mend: 'Send the signed form, with its "proof" member, as the signer issued it.',
    cite: 'VC Data Integrity 1.0, section 2.1',
  },
  CRED_PROOF_COUNT: {
    fault: 'signer',
    message: 'There are {count} proofs in a set; exactly one proof object is accepted.',
    mend: 'Sign once, with one proof object. Send a second signature as a document of its own.',
    cite: 'VC Data Integrity 1.0, section 2.1.1',
  },
  CRED_PROOF_MALFORMED: {
    fault: 'signer',
    message: 'The proof is malformed: {detail}.',
    mend: 'Sign again with a proof that has type, cryptosuite, verificationMethod, proofPurpose and proofValue.',
    cite: 'VC Data Integrity 1.0, section 2.1',
  },
  CRED_CRYPTOSUITE: {
    fault: 'signer',
    message: 'The proof is a {type} of suite {cryptosuite}, which is not accepted here.',
    mend: 'Sign with a DataIntegrityProof of suite eddsa-jcs-2022 and an Ed25519 key, which every node accepts.',
    cite: 'Data Integrity EdDSA Cryptosuites 1.0, section 3.3',
  },
  CRED_PROOF_PURPOSE: {
    fault: 'signer',
    message: 'The proof was made for "{purpose}", but "{expected}" is needed here.',
    mend: 'Sign again for the purpose "{expected}".',
    cite: 'VC Data Integrity 1.0, section 4.4',
  },
  CRED_CONTEXT_CHANGED: {
    fault: 'sender',
    message: 'The @context is not the one that was signed.',
    mend: 'Send the credential exactly as it was issued, with nothing added to @context.',
    cite: 'Data Integrity EdDSA Cryptosuites 1.0, section 3.3.2',
  },
  CRED_SIGNATURE_INVALID: {
    fault: 'sender',
    message:
      'The signature does not fit the content: it was altered after signing, or another key signed it.',
    mend: 'Ask {signer} for the original; not one character of it may change, not even in a corrected spelling.',
    cite: 'Data Integrity EdDSA Cryptosuites 1.0, section 3.3.7',
  },
  CRED_DID_MALFORMED: {
    fault: 'issuer',
    message: '"{did}" is not a decentralized identifier that can be read here: {detail}.',
    mend: 'Use a did:key or did:jwk of a key known here, or a did:web or did:webvh with a host name.',
    cite: 'DID Core 1.0, section 3.1',
  },
  CRED_DID_UNRESOLVED: {
    fault: 'issuer',
    message: 'The keys of {did} are not known here.',
    mend: 'Have {did} publish its DID document, or add it to the trust register, then verify again.',
    cite: 'DID Core 1.0, section 7.1',
  },
  CRED_DID_DOCUMENT_MALFORMED: {
    fault: 'issuer',
    message: 'The DID document is malformed: {detail}.',
    mend: 'Publish a DID document whose id is the DID itself, with its verification methods.',
    cite: 'DID Core 1.0, section 5',
  },
  CRED_KEY_UNKNOWN: {
    fault: 'signer',
    message: 'The key {method} does not stand in the DID document of its owner.',
    mend: 'Sign with a key that the DID document lists, or publish the key there first.',
    cite: 'Controlled Identifiers 1.0, section 3.3',
  },
  CRED_KEY_FORM: {
    fault: 'signer',
    message: 'The key is not a public key that can be read: {detail}.',
    mend: 'Publish the key as a Multikey: z, then base58 of the multicodec (ed 01 for Ed25519) and the bytes of the key.',
    cite: 'Controlled Identifiers 1.0, section 2.2.2',
  },
  CRED_KEY_LENGTH: {
    fault: 'signer',
    message: 'A public key of {algorithm} has {expected} bytes; this one has {length}.',
    mend: 'Publish the whole key: z, then base58 of the multicodec and the bytes of the key.',
    cite: 'Controlled Identifiers 1.0, section 2.2.2',
  },
  CRED_KEY_WEAK: {
    fault: 'signer',
    message: 'The key is a point of small order: anybody can forge signatures for it.',
    mend: 'Generate a new Ed25519 key and publish it.',
    cite: 'RFC 8032, section 5.1.7; RFC 7748, section 6.1',
  },
  CRED_KEY_NOT_AUTHORIZED: {
    fault: 'signer',
    message: 'The key {method} is not published for the purpose "{purpose}".',
    mend: 'List the key under "{purpose}" in the DID document, or sign with one that stands there.',
    cite: 'Controlled Identifiers 1.0, section 3.3',
  },
  CRED_KEY_CONTROLLER: {
    fault: 'signer',
    message: 'The key {method} is controlled by {controller}, not by {did}.',
    mend: 'Sign with a key of {did} itself.',
    cite: 'Controlled Identifiers 1.0, section 3.3',
  },
  CRED_KEY_REVOKED: {
    fault: 'signer',
    message: 'The key was revoked at {revoked}, before the signing time {signedAt} ({source}).',
    mend: 'Show a log receipt from before {revoked}, or have the document signed again with a key in force. The date the signer wrote itself proves nothing.',
    cite: 'Controlled Identifiers 1.0, section 2.2',
  },
  CRED_KEY_EXPIRED: {
    fault: 'signer',
    message: 'The key expired at {expires}, before the signing time {signedAt} ({source}).',
    mend: 'Show a log receipt from before {expires}, or have the document signed again with a key in force.',
    cite: 'Controlled Identifiers 1.0, section 2.2',
  },
  CRED_KEY_NOT_YET_VALID: {
    fault: 'signer',
    message: 'The key is in force from {validFrom} only; the signing time is {signedAt} ({source}).',
    mend: 'Have the document signed again with the key that was in force.',
  },
  CRED_ISSUER_MISMATCH: {
    fault: 'issuer',
    message: 'The credential says it comes from {issuer}, but a key of {signer} signed it.',
    mend: 'Have {issuer} sign it, or issue it under the name of {signer}.',
    cite: 'VC Data Model 2.0, section 4.7',
  },
  CRED_ISSUER_UNKNOWN: {
    fault: 'issuer',
    message: 'The trust register says nothing about {issuer}.',
    mend: 'Ask the agency to accredit the issuer for {type}, or send the credential that shows who it is.',
  },
  CRED_ISSUER_NOT_ACCREDITED: {
    fault: 'issuer',
    message: '{issuer} was not accredited to issue {type} at {at}.',
    mend: 'Have an accredited issuer sign it, or ask the agency to accredit {issuer} for {type}.',
  },
  CRED_ISSUER_SUSPENDED: {
    fault: 'issuer',
    message: '{issuer} stands suspended since {since}: {detail}.',
    mend: 'Have another accredited issuer sign it, or settle the suspension with the agency.',
  },
  CRED_DATE_MALFORMED: {
    fault: 'issuer',
    message: '"{text}" is not a point in time with a zone.',
    mend: 'Write date, time and zone, for example 2026-06-12T14:30:00Z.',
    cite: 'VC Data Model 2.0, section 4.9',
  },
  CRED_NOT_YET_VALID: {
    fault: 'holder',
    message: 'Valid only from {validFrom}; it is {at}.',
    mend: 'Wait until {validFrom}, or ask the issuer for a credential valid now.',
    cite: 'VC Data Model 2.0, section 4.9',
  },
  CRED_EXPIRED: {
    fault: 'holder',
    message: 'Expired at {validUntil}; it is {at}.',
    mend: 'Ask the issuer for a new credential.',
    cite: 'VC Data Model 2.0, section 4.9',
  },
  CRED_PROOF_EXPIRED: {
    fault: 'signer',
    message: 'The proof expired at {expires}; it is {at}.',
    mend: 'Have the document signed again.',
    cite: 'VC Data Integrity 1.0, section 2.1',
  },
  CRED_CREATED_IN_FUTURE: {
    fault: 'signer',
    message: 'The proof says it was made at {created}; it is {at}.',
    mend: 'Set the clock of the signing machine and sign again.',
  },
  CRED_REVOKED: {
    fault: 'issuer',
    message: 'The issuer revoked this credential (list {list}, index {index}).',
    mend: 'Ask the issuer for a new credential; a revocation is never taken back.',
    cite: 'Bitstring Status List 1.0, section 2.1',
  },
  CRED_SUSPENDED: {
    fault: 'issuer',
    message: 'The issuer suspended this credential (list {list}, index {index}).',
    mend: 'Ask the issuer why, and send the credential again once it is reinstated.',
    cite: 'Bitstring Status List 1.0, section 2.1',
  },
  CRED_STATUS_FORM: {
    fault: 'issuer',
    message: 'The status entry cannot be read: {detail}.',
    mend: 'Issue the credential with a BitstringStatusListEntry of one bit for revocation or suspension.',
    cite: 'Bitstring Status List 1.0, section 2.1',
  },
  CRED_STATUS_UNKNOWN: {
    fault: 'holder',
    message: 'The status list {list} is not at hand.',
    mend: 'Send the list along with the credential (stapled), or make {list} reachable.',
    cite: 'Bitstring Status List 1.0, section 3.2',
  },
  CRED_STATUS_STALE: {
    fault: 'holder',
    message: 'The status list {list} of {validFrom} was good until {freshUntil}; it is {at}.',
    mend: 'Send a newer version of the list; the issuer publishes it.',
    cite: 'Bitstring Status List 1.0, section 2.2',
  },
  CRED_STATUS_ISSUER: {
    fault: 'issuer',
    message: 'The status list {list} was signed by {signer}, not by the issuer of the credential.',
    mend: 'Have the issuer of the credential sign its own status list.',
    cite: 'Bitstring Status List 1.0, section 2.2',
  },
  CRED_STATUS_PURPOSE: {
    fault: 'issuer',
    message: 'The status list {list} is for {purposes}, but the credential names it for {purpose}.',
    mend: 'Name the list of the right purpose, or publish it with both purposes.',
    cite: 'Bitstring Status List 1.0, section 3.2',
  },
  CRED_STATUS_INDEX: {
    fault: 'issuer',
    message: 'The index {index} lies outside the status list, which has {length} entries.',
    mend: 'Issue the credential again with an index inside the list.',
    cite: 'Bitstring Status List 1.0, section 3.2',
  },
  CRED_STATUS_LIST_MALFORMED: {
    fault: 'issuer',
    message: 'This is not a status list: {detail}.',
    mend: 'Publish a BitstringStatusListCredential: u, then base64url of the gzip of the bits.',
    cite: 'Bitstring Status List 1.0, section 2.2',
  },
  CRED_STATUS_LIST_TOO_LARGE: {
    fault: 'issuer',
    message: 'The status list grows past {limit} bytes when it is unpacked.',
    mend: 'Split the list into several of at most {limit} bytes.',
  },
  CRED_STATUS_LIST_SHORT: {
    fault: 'issuer',
    message:
      'The status list has {length} entries; at least {minimum} are needed so that a credential hides in the crowd.',
    mend: 'Publish a list of at least {minimum} entries.',
    cite: 'Bitstring Status List 1.0, section 3.2',
  },
  CRED_CHALLENGE: {
    fault: 'holder',
    message: 'The presentation answers another challenge than the one that was set: it may be replayed.',
    mend: 'Ask for a new challenge and sign the presentation for it.',
    cite: 'VC Data Integrity 1.0, section 2.1',
  },
  CRED_DOMAIN: {
    fault: 'holder',
    message: 'The presentation was made for "{domain}", not for "{expected}".',
    mend: 'Sign the presentation for the domain "{expected}".',
    cite: 'VC Data Integrity 1.0, section 2.1',
  },
  CRED_HOLDER_MISMATCH: {
    fault: 'holder',
    message: 'The presentation names {holder} as holder, but a key of {signer} signed it.',
    mend: 'Have the holder sign its own presentation.',
    cite: 'VC Data Model 2.0, section 4.13',
  },
  ...modelRefusals,
  ...proofRefusals,
  ...tokenRefusals,
  ...didRefusals,
  ...grantRefusals,
});
