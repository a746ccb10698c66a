import { isRecord, type JsonObject, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { credentialsCatalogue } from '../catalogue.ts';
import type { DataIntegrityProof } from '../proof/proof.ts';

export const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
export const PORTOLAN_CONTEXT = 'https://portolan.example/credentials/v1';
export const BASE_TYPE = 'VerifiableCredential';

const Json = Type.Unsafe<JsonValue>(Type.Unknown());

/** One entry of `credentialStatus`; only its type is checked here, the rest where the status is read. */
const StatusSchema = Type.Unsafe<JsonObject>(Type.Object({ type: Type.String() }));

/** A credential of the Verifiable Credentials Data Model 2.0, section 4, with exactly one subject: the document itself. */
export const CredentialSchema = Type.Object(
  {
    '@context': Type.Array(Json, { minItems: 1, description: `First ${CREDENTIALS_CONTEXT}` }),
    id: Type.Optional(Type.String({ description: 'URL or URN of the credential' })),
    type: Type.Array(Type.String(), {
      minItems: 1,
      maxItems: 20,
      description: `${BASE_TYPE} and the document type`,
    }),
    issuer: Type.Union([
      Type.String({ description: 'DID of the issuer' }),
      Type.Unsafe<JsonObject & { readonly id: string }>(Type.Object({ id: Type.String() })),
    ]),
    validFrom: Type.Optional(Type.String({ description: 'Valid from this instant' })),
    validUntil: Type.Optional(Type.String({ description: 'Valid until this instant, included' })),
    credentialStatus: Type.Optional(Type.Union([StatusSchema, Type.Array(StatusSchema, { maxItems: 10 })])),
    credentialSchema: Type.Optional(Json),
    credentialSubject: Type.Unsafe<JsonObject>(Type.Object({})),
    proof: Type.Optional(Json),
  },
  { additionalProperties: true },
);

export type UnsignedCredential = Omit<Static<typeof CredentialSchema>, 'proof'>;
export type VerifiableCredential = UnsignedCredential & { readonly proof: DataIntegrityProof };

const shape = Compile(CredentialSchema);

/** The credential in a JSON value, checked for its shape only; the proof is looked at by the verifier. */
export function readCredential(value: unknown): Result<UnsignedCredential & JsonObject> {
  if (!isRecord(value)) return malformed('', 'it is not a JSON object');
  if (!shape.Check(value)) {
    const [error] = shape.Errors(value);
    return malformed(error?.instancePath ?? '', error?.message ?? 'it has another shape');
  }
  if (value['@context'][0] !== CREDENTIALS_CONTEXT)
    return malformed('/@context/0', `it is not ${CREDENTIALS_CONTEXT}`);
  if (!value.type.includes(BASE_TYPE)) return malformed('/type', `it does not name ${BASE_TYPE}`);
  return ok(value as UnsignedCredential & JsonObject);
}

/** The issuer's identifier, written as text or as an object with an id. */
export function issuerOf({ issuer }: Pick<UnsignedCredential, 'issuer'>): string {
  return typeof issuer === 'string' ? issuer : issuer.id;
}

/** The types that say what the credential is about: all but the base type. */
export function documentTypesOf({ type }: Pick<UnsignedCredential, 'type'>): string[] {
  return type.filter((name) => name !== BASE_TYPE);
}

function malformed(path: string, detail: string) {
  return refused(credentialsCatalogue.refuse('CRED_MALFORMED', { path, params: { detail } }));
}
