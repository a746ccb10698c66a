import type { CatalogueEntry } from '@portolan/kernel';

/** Refusals of credentials and presentations secured as tokens: JWT and SD-JWT. */
export const tokenRefusals = {
  CRED_JWT_MALFORMED: {
    fault: 'sender',
    message: 'This is not a compact token: {detail}.',
    mend: 'Send the token as it was issued: three base64url parts with points between them.',
    cite: 'RFC 7515, section 7.1',
  },
  CRED_JWT_ALG_NONE: {
    fault: 'sender',
    message: 'The token says it is not signed (alg: none).',
    mend: 'Send a signed token; unsigned ones prove nothing.',
    cite: 'RFC 8725, section 3.1',
  },
  CRED_JWT_ALGORITHM: {
    fault: 'signer',
    message: 'The algorithm {algorithm} is not accepted here.',
    mend: 'Sign with EdDSA, ES256 or ES384, and a key of the curve that belongs to it.',
    cite: 'RFC 7518, section 3.1; RFC 8037, section 3.1',
  },
  CRED_JWT_CRITICAL: {
    fault: 'signer',
    message: 'The token says that {name} must be understood; it is not understood here.',
    mend: 'Sign without critical header extensions.',
    cite: 'RFC 7515, section 4.1.11',
  },
  CRED_JWT_TYPE: {
    fault: 'signer',
    message: 'The token is of type {type}, not {expected}.',
    mend: 'Sign with the header typ: {expected}.',
    cite: 'Securing VCs using JOSE and COSE, section 3.1',
  },
  CRED_JWT_KEY: {
    fault: 'signer',
    message: 'The token does not say which key of its signer made it: {detail}.',
    mend: 'Sign with a header kid that is the DID URL (or web address) of the key.',
    cite: 'Securing VCs using JOSE and COSE, section 4.1.1',
  },
  CRED_JWT_CLAIMS: {
    fault: 'signer',
    message: 'The token says one thing twice, and differently, or wraps the credential: {detail}.',
    mend: 'Put the credential itself into the payload, without vc or vp claims, and let iss, sub and jti agree with it.',
    cite: 'Securing VCs using JOSE and COSE, section 3.1.3',
  },
  CRED_SD_DISCLOSURE: {
    fault: 'holder',
    message: 'A disclosure of the token cannot be used: {detail}.',
    mend: 'Send the disclosures exactly as the issuer made them, each once.',
    cite: 'RFC 9901, section 7.1',
  },
  CRED_SD_HASH: {
    fault: 'signer',
    message: 'The digests of the token are made with {algorithm}; only sha-256 is accepted.',
    mend: 'Issue the token with _sd_alg sha-256.',
    cite: 'RFC 9901, section 4.1.1',
  },
  CRED_SD_MANDATORY: {
    fault: 'issuer',
    message: 'The member {member} may not be hidden.',
    mend: 'Issue the token with this member in the open.',
    cite: 'Securing VCs using JOSE and COSE, section 3.2.1',
  },
  CRED_KEY_BINDING: {
    fault: 'holder',
    message: 'The holder did not show that the token is its own: {detail}.',
    mend: 'Present the token with a key binding made for this verifier, with the key the issuer named.',
    cite: 'RFC 9901, section 7.3',
  },
} as const satisfies Record<string, CatalogueEntry>;
