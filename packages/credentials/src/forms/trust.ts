import type { JsonValue } from '@portolan/kernel';
import type { ProofTrust, Trust } from '../verify/trust.ts';
import type { Verdict } from '../verify/verdict.ts';
import type { ContextSet } from './contexts/pinned.ts';
import type { ProofForm } from './form.ts';
import type { WorkMeter } from './json-ld/work.ts';

/** What may stay unknown without leaving the credential unverified. */
export type Tolerance =
  /** A status list that is not at hand or not fresh, and status methods unknown here. */
  | 'unknown-status'
  /** A document type without a schema of this node's. */
  | 'unknown-type'
  /** A `credentialSchema` that is not at hand. */
  | 'unknown-schema'
  /** A `relatedResource` that is not at hand. */
  | 'unknown-resource'
  /** An issuer the trust register says nothing about. */
  | 'unknown-issuer';

/**
 * What a verifier of any form believes. What is left out is not asked for, except the status: an entry without a list is
 * undetermined. Nothing is fetched; `needsOf` tells what to bring.
 */
export interface FormTrust extends ProofTrust, Pick<Trust, 'at' | 'custody'> {
  readonly statusList?: Trust['statusList'];
  readonly schema?: Trust['schema'];
  readonly accreditation?: Trust['accreditation'];
  /** Contexts beside the pinned ones. */
  readonly contexts?: ContextSet | undefined;
  /** The JSON Schema published at a URL (`credentialSchema`). */
  schemaDocument?(url: string): JsonValue | undefined;
  /** The bytes published at a URL (`relatedResource`), beside the editions of the base context known here. */
  resource?(url: string): Uint8Array | undefined;
  readonly tolerate?: readonly Tolerance[];
  /** What the holder of a token with disclosures must have answered; left out, an existing key binding is checked all the same. */
  readonly keyBinding?: { readonly nonce: string; readonly audience: string };
  /** What work with graphs may be done; shared by all that is verified for one question, and bounded when it is left out. */
  readonly work?: WorkMeter | undefined;
}

/** A bit field of a status list that says something other than valid or not (Bitstring Status List 1.0, section 2.1). */
export interface StatusNote {
  readonly purpose: string;
  readonly list: string;
  readonly index: number;
  readonly value: number;
  /** The issuer's text for the value, where the entry gives one. */
  readonly message?: string;
}

/** The house's verdict on a credential of any form. */
export interface FormVerdict extends Verdict {
  readonly form: ProofForm | 'unsigned';
  /** The credential as it was disclosed; absent when nothing could be read. */
  readonly credential?: Readonly<Record<string, JsonValue>>;
  readonly proofs: number;
  readonly statusNotes: readonly StatusNote[];
}
