import { type DidDocument, isDidKey, resolveDidKey } from '@portolan/credentials';
import type { Instant } from '@portolan/kernel';
import type { Queryable } from '../queryable.ts';
import { knownKeys } from './known-keys.ts';

/**
 * The DID documents of parties that this node knows: its tenants, its peers and the parties of its trust registers, with the
 * keys they held. A DID that is absent is not known here.
 */
export async function knownSenders(
  db: Queryable,
  dids: readonly string[],
  at: Instant,
): Promise<Map<string, DidDocument>> {
  const { rows } = await db.query<{ did: string }>({
    name: 'known-senders',
    text: `select did from tenants where did = any($1)
           union select did from keys where did = any($1)
           union select did from peers where did = any($1)
           union select did from accreditations where did = any($1) and valid_from <= ($2::timestamptz at time zone 'UTC')::date
             and (valid_until is null or valid_until >= ($2::timestamptz at time zone 'UTC')::date)`,
    values: [dids, at],
  });
  const known = rows.map(({ did }) => did);
  const { documents } = await knownKeys(db, known);
  return new Map(known.flatMap((did) => documentFor(did, documents)));
}

function documentFor(did: string, documents: ReadonlyMap<string, DidDocument>): [string, DidDocument][] {
  const document = documents.get(did);
  if (document) return [[did, document]];
  const own = isDidKey(did) ? resolveDidKey(did) : undefined;
  return own?.ok ? [[did, own.value]] : [];
}
