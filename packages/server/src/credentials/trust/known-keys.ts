import { type Custody, type DidDocument, toMultikey, type VerificationMethod } from '@portolan/credentials';
import type { Instant } from '@portolan/kernel';
import type { Queryable } from '../queryable.ts';

interface KeyRow {
  readonly did: string;
  readonly method: string;
  readonly multikey: string;
  readonly controller: string;
  readonly assertion: boolean;
  readonly authentication: boolean;
  readonly valid_from: Instant | null;
  readonly expires: Instant | null;
  readonly revoked: Instant | null;
}

interface HeldRow {
  readonly did: string;
  readonly verification_method: string;
  readonly public_key: Buffer;
  readonly valid_from: Instant;
  readonly revoked_at: Instant | null;
}

/** Keys of some DIDs as this node knows them. */
export interface KnownKeys {
  readonly documents: ReadonlyMap<string, DidDocument>;
  /** DIDs whose keys this node holds for its tenants. */
  readonly held: ReadonlySet<string>;
  /** DIDs of tenants here that hold their keys themselves. */
  readonly own: ReadonlySet<string>;
}

/** Who holds the keys of a party, as far as this node knows. */
export function custodyOf({ held, own }: Pick<KnownKeys, 'held' | 'own'>, did: string): Custody {
  if (held.has(did)) return 'node';
  return own.has(did) ? 'member' : 'unknown';
}

/**
 * The DID documents of parties, with every key they ever had: those of tenants from the node's own custody, those of others
 * as they were published. A did:key that nobody here knows more about is absent; it speaks for itself.
 */
export async function knownKeys(db: Queryable, dids: readonly string[]): Promise<KnownKeys> {
  const wanted = [...new Set(dids)];
  if (wanted.length === 0) return { documents: new Map(), held: new Set(), own: new Set() };
  const [held, published, seated] = await Promise.all([
    heldKeys(db, wanted),
    publishedKeys(db, wanted),
    seatedDids(db, wanted),
  ]);
  const documents = new Map<string, DidDocument>();
  for (const [did, rows] of byDid(published)) documents.set(did, documentOf(did, rows));
  for (const [did, rows] of byDid(held)) documents.set(did, documentOf(did, rows));
  const holding = new Set(held.map(({ did }) => did));
  return { documents, held: holding, own: new Set(seated.filter((did) => !holding.has(did))) };
}

async function seatedDids(db: Queryable, dids: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ did: string }>({
    name: 'credential-seated',
    text: 'select did from tenants where did = any($1)',
    values: [dids],
  });
  return rows.map(({ did }) => did);
}

async function heldKeys(db: Queryable, dids: readonly string[]): Promise<KeyRow[]> {
  const { rows } = await db.query<HeldRow>({
    name: 'credential-held-keys',
    text: `select did, verification_method, public_key, valid_from, revoked_at from keys
           where did = any($1) and purpose = 'sign' order by valid_from, id`,
    values: [dids],
  });
  return rows.map(({ did, verification_method, public_key, valid_from, revoked_at }) => ({
    did,
    method: verification_method,
    multikey: toMultikey(public_key),
    controller: did,
    assertion: true,
    authentication: true,
    // A did:key is its key: it cannot have signed before it existed, whenever this node came to hold it.
    valid_from: did.startsWith('did:key:') ? null : valid_from,
    expires: null,
    revoked: revoked_at,
  }));
}

async function publishedKeys(db: Queryable, dids: readonly string[]): Promise<KeyRow[]> {
  const { rows } = await db.query<KeyRow>({
    name: 'credential-published-keys',
    text: `select did, method, multikey, controller, assertion, authentication, valid_from, expires, revoked
           from did_keys where did = any($1) order by method, revoked nulls first, first_seen`,
    values: [dids],
  });
  return rows;
}

function byDid(rows: readonly KeyRow[]): Map<string, KeyRow[]> {
  const groups = new Map<string, KeyRow[]>();
  for (const row of rows) groups.set(row.did, [...(groups.get(row.did) ?? []), row]);
  return groups;
}

function documentOf(id: string, rows: readonly KeyRow[]): DidDocument {
  return {
    id,
    verificationMethod: rows.map(methodOf),
    assertionMethod: rows.filter(({ assertion }) => assertion).map(({ method }) => method),
    authentication: rows.filter(({ authentication }) => authentication).map(({ method }) => method),
  };
}

function methodOf({
  method,
  multikey,
  controller,
  valid_from,
  expires,
  revoked,
}: KeyRow): VerificationMethod {
  return {
    id: method,
    type: 'Multikey',
    controller,
    publicKeyMultibase: multikey,
    ...(valid_from === null ? {} : { validFrom: valid_from }),
    ...(expires === null ? {} : { expires }),
    ...(revoked === null ? {} : { revoked }),
  };
}
