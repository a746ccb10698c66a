import type { CatalogueEntry } from '@portolan/kernel';

/** Refusals of identifiers that have a history. */
export const didRefusals = {
  CRED_DID_DEACTIVATED: {
    fault: 'signer',
    message: '{did} was given up at {deactivated}; the signing time is {signedAt} ({source}).',
    mend: 'Show a log receipt from before {deactivated}, or have the document signed under an identifier in use.',
    cite: 'DID Core 1.0, section 8.2',
  },
  CRED_WEBVH_LOG: {
    fault: 'issuer',
    message: 'The history of the did:webvh cannot be read: {detail} (entry {entry}).',
    mend: 'Publish did.jsonl as it was made, one entry a line, none changed.',
    cite: 'did:webvh 1.0, "The DID Log File"',
  },
  CRED_WEBVH_SCID: {
    fault: 'issuer',
    message:
      'The first entry does not give the identifier that stands in the DID: it is the history of another one.',
    mend: 'Publish the history that the identifier was made from.',
    cite: 'did:webvh 1.0, "Verify SCID"',
  },
  CRED_WEBVH_HASH: {
    fault: 'issuer',
    message:
      'Entry {entry} of the history does not have the hash it states: it was altered, or one is missing before it.',
    mend: 'Publish did.jsonl as it was made, one entry a line, none changed.',
    cite: 'did:webvh 1.0, "Entry Hash Generation and Verification"',
  },
  CRED_WEBVH_TIME: {
    fault: 'issuer',
    message: 'Entry {entry} of the history is not later than the one before it, or lies in the future.',
    mend: 'Set the clock right and write the entry again.',
    cite: 'did:webvh 1.0, "Read (Resolve)"',
  },
  CRED_WEBVH_PROOF: {
    fault: 'issuer',
    message: 'Entry {entry} of the history is not signed by a key that was entitled to: {detail}.',
    mend: 'Sign the entry with a key named in updateKeys.',
    cite: 'did:webvh 1.0, "Authorized Keys"',
  },
  CRED_WEBVH_PREROTATION: {
    fault: 'issuer',
    message: 'Entry {entry} uses an update key that the entry before it did not announce.',
    mend: 'Rotate to a key whose hash stands in nextKeyHashes of the entry before.',
    cite: 'did:webvh 1.0, "Pre-Rotation Key Hash Generation and Verification"',
  },
  CRED_WEBVH_WITNESS: {
    fault: 'issuer',
    message: 'Entry {entry} has {have} of the {need} witnesses it needs.',
    mend: 'Have the witnesses sign the entry and publish did-witness.json.',
    cite: 'did:webvh 1.0, "DID Witnesses"',
  },
} as const satisfies Record<string, CatalogueEntry>;
