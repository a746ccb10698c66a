import { type Static, Type } from 'typebox';

export const CRYPTOSUITE = 'eddsa-jcs-2022';

/** A proof as it stands in a signed document (VC Data Integrity 1.0, section 2.1); further members are signed too. */
export const ProofSchema = Type.Object(
  {
    type: Type.Literal('DataIntegrityProof'),
    cryptosuite: Type.Literal(CRYPTOSUITE),
    created: Type.Optional(Type.String({ description: 'When the signer says it signed; never believed' })),
    expires: Type.Optional(Type.String()),
    verificationMethod: Type.String({ pattern: '^did:[^#\\s]+#\\S+$', description: 'DID URL of the key' }),
    proofPurpose: Type.String(),
    challenge: Type.Optional(Type.String()),
    domain: Type.Optional(Type.String()),
    proofValue: Type.String({
      pattern: '^z[1-9A-HJ-NP-Za-km-z]+$',
      description: 'Signature, multibase base58btc',
    }),
  },
  { additionalProperties: true },
);

export type DataIntegrityProof = Static<typeof ProofSchema>;
