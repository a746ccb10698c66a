import type { Instant, JsonObject } from '@portolan/kernel';
import { type Receipt, ReceiptSchema } from '@portolan/ledger';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { CommitmentRow, Replaced } from './store.ts';

const DigestText = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' });

/** Masses that an agency tells others: of what and by what are digests, and nothing says who or for whom. */
export const CommitmentsStatementSchema = Type.Object(
  {
    type: Type.Literal('portolan/commitments@1'),
    agency: Type.String({ maxLength: 512 }),
    at: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' }),
    commitments: Type.Array(
      Type.Object(
        {
          of: DigestText,
          source: DigestText,
          /** Of the document that made it. */
          by: DigestText,
          kilograms: Type.String({ pattern: '^(0|[1-9]\\d{0,14})(\\.\\d{1,10})?$' }),
        },
        { additionalProperties: false },
      ),
      { maxItems: 20_000 },
    ),
    /** Certificates that another one replaced: what they had committed of these heats is taken back. */
    replaced: Type.Array(Type.Object({ of: DigestText, by: DigestText }, { additionalProperties: false }), {
      maxItems: 20_000,
    }),
  },
  { additionalProperties: false },
);
export type CommitmentsStatement = Static<typeof CommitmentsStatementSchema>;

const NoticeSchema = Type.Object(
  {
    notice: Type.Literal('commitments'),
    statement: CommitmentsStatementSchema,
    receipts: Type.Array(Type.Object({ receipt: Type.Unsafe<Receipt>(ReceiptSchema) }), {
      minItems: 1,
      maxItems: 1,
    }),
  },
  { additionalProperties: false },
);
export type CommitmentsNotice = Static<typeof NoticeSchema>;

const shape = Compile(NoticeSchema);

/** The body of a notice of commitments; undefined when it has another form. */
export function readCommitmentsNotice(body: JsonObject): CommitmentsNotice | undefined {
  return shape.Check(body) ? body : undefined;
}

export function statementOf(
  agency: string,
  at: Instant,
  rows: readonly CommitmentRow[],
  replaced: readonly Replaced[],
): CommitmentsStatement {
  return {
    ...{ type: 'portolan/commitments@1', agency, at },
    commitments: rows.map(({ kilograms, made_by, of_digest, source_digest }) => ({
      ...{ of: of_digest, source: source_digest, by: made_by, kilograms },
    })),
    replaced: replaced.map(({ made_by, of_digest }) => ({ of: of_digest, by: made_by })),
  };
}
