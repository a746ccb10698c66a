import type { CryptoPort, Instant } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { CREDENTIALS_CONTEXT, type VerifiableCredential } from '../credential/credential.ts';
import { addProof } from '../proof/add-proof.ts';
import type { DataIntegrityProof } from '../proof/proof.ts';
import type { Signer } from '../proof/signer.ts';

export const PRESENTATION_TYPE = 'VerifiablePresentation';

/** A presentation (VC Data Model 2.0, section 4.13) of at most 100 credentials. */
export const PresentationSchema = Type.Object(
  {
    '@context': Type.Array(Type.Unknown(), { minItems: 1 }),
    type: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }),
    holder: Type.String({ description: 'DID of the holder' }),
    verifiableCredential: Type.Array(Type.Unknown(), { maxItems: 100 }),
    proof: Type.Optional(Type.Unknown()),
  },
  { additionalProperties: true },
);

export type PresentationShape = Static<typeof PresentationSchema>;

export interface VerifiablePresentation {
  readonly '@context': readonly string[];
  readonly type: readonly string[];
  readonly holder: string;
  readonly verifiableCredential: readonly VerifiableCredential[];
  readonly proof: DataIntegrityProof;
}

export interface PresentationRequest {
  /** The verifier's random text, used once. */
  readonly challenge: string;
  /** Whom the presentation is for. */
  readonly domain: string;
}

/** Presents credentials to one verifier, once: the holder signs the challenge and the domain with them. */
export async function signPresentation(
  credentials: readonly VerifiableCredential[],
  holder: Signer,
  crypto: CryptoPort,
  { created, ...request }: PresentationRequest & { readonly created: Instant },
): Promise<VerifiablePresentation> {
  const unsigned = {
    '@context': [CREDENTIALS_CONTEXT],
    type: [PRESENTATION_TYPE],
    holder: holder.did,
    verifiableCredential: credentials,
  };
  return addProof(unsigned, holder, crypto, { created, purpose: 'authentication', ...request });
}
