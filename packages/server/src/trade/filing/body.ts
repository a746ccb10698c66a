import { type Entry, EntrySchema, type ProvenanceMap, ProvenanceMapSchema } from '@portolan/filing';
import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { tradeCatalogue } from '../catalogue.ts';

const Text = Type.String({ maxLength: 500 });

/** One document of a filing; its content is an attachment of the envelope, or held by the agency already. */
const EvidenceNameSchema = Type.Object(
  {
    digest: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
    type: Text,
    class: Type.Union([Type.Literal('signed'), Type.Literal('imported')]),
    name: Type.Optional(Text),
  },
  { additionalProperties: false },
);

const MeasuresSchema = Type.Object(
  {
    provenance: Type.Record(Type.String(), Type.Integer()),
    givenTwice: Type.Integer({ minimum: 0 }),
    caught: Type.Array(Text, { maxItems: 500 }),
    signedDocuments: Type.Integer({ minimum: 0 }),
    importedDocuments: Type.Integer({ minimum: 0 }),
    preparationSeconds: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  },
  { additionalProperties: false },
);

/** What the body of a filing envelope says. */
export const FilingBodySchema = Type.Object(
  {
    program: Text,
    entry: Type.Unsafe<Entry>(EntrySchema),
    provenance: Type.Unsafe<ProvenanceMap>(ProvenanceMapSchema),
    /** What no document says: the agency derives the entry from documents and this, and compares. */
    typed: Type.Record(Type.String(), Type.Unknown()),
    typedBy: Type.Optional(Text),
    /** The person who signs for the filer, by the filer's own word; whether it may is for the agency to find. */
    signatory: Type.Optional(Type.Object({ name: Text, did: Text }, { additionalProperties: false })),
    override: Type.Optional(Type.Object({ reason: Text, by: Text }, { additionalProperties: false })),
    evidence: Type.Array(EvidenceNameSchema, { minItems: 1, maxItems: 200 }),
    /** Digest of the filing that this one corrects, with the reason. */
    corrects: Type.Optional(Type.Object({ filing: Text, reason: Type.String({ maxLength: 4000 }) })),
    measures: MeasuresSchema,
  },
  { additionalProperties: false },
);

export type FilingBody = Static<typeof FilingBodySchema>;

const shape = Compile(FilingBodySchema);

/** Reads the body of a filing envelope; refuses other forms, naming the member. */
export function readFilingBody(body: JsonObject): Result<FilingBody> {
  if (shape.Check(body)) return ok(body);
  const [error] = shape.Errors(body);
  return refused(
    tradeCatalogue.refuse('NODE_FILING_SHAPE', {
      path: `/body${error?.instancePath ?? ''}`,
      params: { detail: error?.message ?? 'another shape' },
    }),
  );
}
