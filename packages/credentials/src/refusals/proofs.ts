import type { CatalogueEntry } from '@portolan/kernel';

/** Refusals of embedded proofs of the other suites, of proof sets and chains, and of keys that don't fit. */
export const proofRefusals = {
  CRED_PROOF_VALUE: {
    fault: 'signer',
    message: 'The proof value cannot be read: {detail}.',
    mend: 'Send the proof value exactly as it was made: multibase, in the base and the length the suite prescribes.',
    cite: 'VC Data Integrity 1.0, section 2.1; Controlled Identifiers 1.0, section 2.4',
  },
  CRED_ECDSA_MALFORMED: {
    fault: 'signer',
    message: 'The ECDSA signature is malformed: {detail}.',
    mend: 'Sign again; both numbers of the signature lie between one and the order of the curve.',
    cite: 'FIPS 186-5, section 6.4.2',
  },
  CRED_KEY_POINT: {
    fault: 'signer',
    message: 'The key {method} is not a point on its curve.',
    mend: 'Publish the key again, in compressed form.',
    cite: 'FIPS 186-5, section 6.2; SEC 1, section 2.3.4',
  },
  CRED_KEY_CURVE: {
    fault: 'signer',
    message: 'The key is one of {algorithm}, but {expected} is needed here.',
    mend: 'Sign with a key of {expected}, or with a form made for {algorithm}.',
    cite: 'Controlled Identifiers 1.0, section 2.2.2',
  },
  CRED_PROOF_TOO_MANY: {
    fault: 'sender',
    message: 'There are {count} proofs; at most {limit} are looked at.',
    mend: 'Send the document with the proofs that are needed.',
  },
  CRED_PROOF_ID: {
    fault: 'signer',
    message: 'The proof id {id} stands twice, or is no URL.',
    mend: 'Give each proof an id of its own, for example a urn:uuid.',
    cite: 'VC Data Integrity 1.0, section 2.1',
  },
  CRED_PROOF_CHAIN: {
    fault: 'signer',
    message: 'The proof builds on {previous}, which is not among the proofs or builds on itself.',
    mend: 'Send the whole chain of proofs, as it was signed.',
    cite: 'VC Data Integrity 1.0, section 2.1.2',
  },
  CRED_BASE_PROOF: {
    fault: 'holder',
    message: 'This is the issuer\u2019s base proof, made for the holder only; it is not shown to verifiers.',
    mend: 'Derive a credential that discloses what is needed, and present that one.',
    cite: 'Data Integrity ECDSA Cryptosuites 1.0, section 3.6.7; Data Integrity BBS Cryptosuites 1.0, section 3.3.6',
  },
  CRED_POINTER: {
    fault: 'sender',
    message: 'The pointer {pointer} names nothing that can be disclosed in this credential.',
    mend: 'Name members of the credential by JSON pointers, for example /credentialSubject/number.',
    cite: 'RFC 6901; Data Integrity ECDSA Cryptosuites 1.0, section 3.4.12',
  },
  CRED_NOTHING_DISCLOSED: {
    fault: 'sender',
    message: 'Nothing was selected for disclosure.',
    mend: 'Name at least one member to disclose.',
    cite: 'Data Integrity ECDSA Cryptosuites 1.0, section 3.5.5',
  },
  CRED_NOT_DERIVABLE: {
    fault: 'sender',
    message: 'From this proof nothing can be derived: {detail}.',
    mend: 'Ask the issuer for a credential with ecdsa-sd-2023, bbs-2023 or vc+sd-jwt.',
  },
  CRED_SUITE_KEY: {
    fault: 'signer',
    message: 'The form {form} cannot be made with a key of {algorithm}.',
    mend: 'Choose a key of {expected}.',
  },
  CRED_CHALLENGE_MISSING: {
    fault: 'holder',
    message: 'The presentation answers no challenge, though one was set.',
    mend: 'Sign the presentation with the challenge that was given.',
    cite: 'VC Data Integrity 1.0, section 2.1',
  },
  CRED_DOMAIN_MISSING: {
    fault: 'holder',
    message: 'The presentation names no domain; it was to be made for {expected}.',
    mend: 'Sign the presentation for the domain {expected}.',
    cite: 'VC Data Integrity 1.0, section 2.1',
  },
  CRED_CHALLENGE_UNASKED: {
    fault: 'sender',
    message: 'The presentation answers a challenge, but none was given to compare it with.',
    mend: 'Send the challenge that was set along with the presentation.',
    cite: 'VC Data Integrity 1.0, section 4.4',
  },
} as const satisfies Record<string, CatalogueEntry>;
