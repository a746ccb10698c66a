import { type Static, Type } from 'typebox';
import { type Statement, StatementSchema } from './statement.ts';

/** Sibling hashes that a log of 2^53 leaves can need. */
const MAX_PATH = 53;

export const ReceiptSchema = Type.Object(
  {
    type: Type.Literal('portolan/receipt@1'),
    /** The log, as its checkpoints name it. */
    origin: Type.String({ minLength: 1, maxLength: 255 }),
    statement: StatementSchema,
    /** 16 bytes, base64url. */
    salt: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
    index: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    /** Hashes of the inclusion proof from the leaf upwards, base64. */
    inclusion: Type.Array(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }), { maxItems: MAX_PATH }),
    /** The signed note under which the leaf is proved. */
    checkpoint: Type.String({ minLength: 1, maxLength: 65_536 }),
  },
  { additionalProperties: false },
);

/**
 * The file a party keeps: with the log's public key alone it proves that the log held the statement, and so that the
 * document existed at that instant, without asking the node again.
 */
export interface Receipt extends Omit<Static<typeof ReceiptSchema>, 'statement'> {
  readonly statement: Statement;
}
