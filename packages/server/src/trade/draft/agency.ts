import { ok, type Result, refused } from '@portolan/kernel';
import { allTenants } from '../../exchange/tenants.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { Queryable } from '../store/bulk.ts';

export interface Agency {
  readonly did: string;
  readonly name: string;
}

/** The agency that entries are filed with: the one with a seat on this node, else the peer that is one. */
export async function findAgency(db: Queryable): Promise<Result<Agency>> {
  const local = (await allTenants(db)).find(({ kind }) => kind === 'agency');
  if (local) return ok({ did: local.did, name: local.name });
  const { rows } = await db.query<Agency>(
    "select did, name from peers where kind = 'agency' order by added_at limit 1",
  );
  return rows[0] ? ok(rows[0]) : refused(tradeCatalogue.refuse('NODE_AGENCY_NONE'));
}
