import { type JsonObject, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { credentialsCatalogue } from '../catalogue.ts';

const Json = Type.Unsafe<JsonValue>(Type.Unknown());
const Object_ = Type.Unsafe<JsonObject>(Type.Object({}));

/**
 * One file that shows a credential to somebody without a network: the credential, the log's receipt for it, the issuer's status
 * lists as they stood, and the issuer's keys as of signing. It proves only what the reader trusts apart from it: the log's key.
 */
export const EvidenceFileSchema = Type.Object(
  {
    type: Type.Optional(Type.Literal('portolan/evidence@1')),
    credential: Type.Unsafe<JsonObject | string>(
      Type.Union([Type.Object({}), Type.String()], { description: 'The credential, or its token' }),
    ),
    receipt: Type.Unsafe<JsonValue>(Type.Unknown({ description: 'The log receipt of the credential' })),
    statusList: Type.Optional(Type.Array(Json, { maxItems: 10, description: 'Signed status lists' })),
    /** Keys of the log, for comparing only. */
    keys: Type.Optional(Type.Array(Type.String(), { maxItems: 20 })),
    /** Histories of did:webvh, which prove themselves. */
    didLogs: Type.Optional(
      Type.Array(
        Type.Object({
          did: Type.String({ maxLength: 500 }),
          log: Type.String({ maxLength: 1_048_576 }),
          witnesses: Type.Optional(Type.Unknown()),
        }),
        { maxItems: 20 },
      ),
    ),
    /** Other DID documents as of signing: statements of whoever made the file, believed only when the reader says so. */
    didDocuments: Type.Optional(Type.Array(Object_, { maxItems: 20 })),
  },
  { additionalProperties: false },
);

export type EvidenceFile = Static<typeof EvidenceFileSchema>;

const shape = Compile(EvidenceFileSchema);

/** Reads an evidence file that was parsed; nothing in it is verified. Refuses members that it does not have. */
export function readEvidence(value: unknown): Result<EvidenceFile> {
  if (shape.Check(value)) return ok(value);
  const [error] = shape.Errors(value);
  const params = { detail: error?.message ?? 'it has another shape' };
  return refused(
    credentialsCatalogue.refuse('CRED_EVIDENCE_MALFORMED', { path: error?.instancePath ?? '', params }),
  );
}

/** The evidence file of a credential, with what was gathered about it. */
export function makeEvidence(parts: Omit<EvidenceFile, 'type'>): EvidenceFile {
  return { type: 'portolan/evidence@1', ...parts };
}
