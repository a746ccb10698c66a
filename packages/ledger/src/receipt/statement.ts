import {
  type CryptoPort,
  canonicalize,
  concatBytes,
  type Digest,
  type Instant,
  utf8,
} from '@portolan/kernel';
import { type Static, Type } from 'typebox';

/** What kind of thing a leaf is about; the log itself never looks at the thing. */
export const StatementKindSchema = Type.Enum([
  'credential',
  'document',
  'envelope',
  'filing',
  'decision',
  'status-list',
  'request',
  'answer',
  'register',
]);
export type StatementKind = Static<typeof StatementKindSchema>;

export const StatementSchema = Type.Object(
  {
    kind: StatementKindSchema,
    digest: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
    at: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$' }),
  },
  { additionalProperties: false },
);

/** What a leaf commits to: the node had the thing with this digest at this instant. */
export interface Statement {
  readonly kind: StatementKind;
  readonly digest: Digest;
  readonly at: Instant;
}

/** Bytes of salt: as hard to guess as a key, so that nobody finds a known document in the public log by trying. */
export const SALT_LENGTH = 16;

/** Names what is committed to, so that the hash can't be taken for one of anything else. */
const DOMAIN = utf8('portolan/statement@1\n');

/**
 * The entry of a leaf: SHA-256(domain || salt || canonical statement), 32 bytes. It discloses nothing; who holds
 * statement and salt can show what it commits to.
 */
export function commit(crypto: CryptoPort, statement: Statement, salt: Uint8Array): Uint8Array {
  if (salt.length !== SALT_LENGTH) throw new Error(`a salt has ${SALT_LENGTH} bytes`);
  const { kind, digest, at } = statement;
  return crypto.sha256(concatBytes(DOMAIN, salt, utf8(canonicalize({ kind, digest, at }))));
}
