import type { PartyRef } from '@portolan/contract';
import type { Queryable } from '../store/bulk.ts';

/** Names of parties by DID, as this node knows them. */
export interface PartyNames {
  ref(did: string): PartyRef;
}

/** Looks up the names of some DIDs: tenants here, peers, and signers of the trust registers. */
export async function partyNames(db: Queryable, dids: readonly string[]): Promise<PartyNames> {
  const { rows } = await db.query<{ did: string; name: string; slug: string | null; sample: boolean | null }>(
    {
      name: 'party-names',
      text: `select did, name, slug, sample from tenants where did = any($1)
           union all select did, name, null, null from peers where did = any($1)
           union all select did, min(name), null, null from accreditations where did = any($1) group by did`,
      values: [[...new Set(dids)]],
    },
  );
  const known = new Map<string, PartyRef>();
  for (const { did, name, slug, sample } of rows)
    if (!known.has(did))
      known.set(did, { name, did, ...(slug ? { slug } : {}), ...(sample === null ? {} : { sample }) });
  return { ref: (did) => known.get(did) ?? { name: shortened(did), did } };
}

/** A long identifier shortened in the middle. */
function shortened(did: string): string {
  return did.length > 32 ? `${did.slice(0, 16)}…${did.slice(-8)}` : did;
}
