import type { EpcisEvent } from '@portolan/documents';
import { glnOf } from '@portolan/traceability';
import type { Queryable } from '../trade/store/bulk.ts';

/**
 * Who the parties of EPCIS events are, where these name them by a global location number: by the credentials about organizations
 * that the tenant holds. Only a signer whom a trust register of this node names for such a credential is believed, and no party
 * about itself; not a credential with a fault or one that was taken back. A number by which several are known names none of them.
 */
export async function partiesByGln(
  db: Queryable,
  tenantId: string,
  events: readonly EpcisEvent[],
): Promise<(uri: string) => string | undefined> {
  const named = events.flatMap(({ sources, destinations }) => [...sources, ...destinations]);
  const keys = new Set(named.flatMap(({ id }) => keyOfGln(id) ?? []));
  if (keys.size === 0) return () => undefined;
  const { rows } = await db.query<{ key: string; subject: string }>({
    name: 'trace-parties-by-gln',
    text: `select one.key, min(a.subject) as subject from attestations a, unnest(a.identifiers) as one (key)
           where a.tenant_id = $1 and a.identifiers && $2::text[] and one.key = any($2::text[])
             and a.issuer <> a.subject
             and json_array_length(a.record -> 'faults') = 0 and json_array_length(a.record -> 'changes') = 0
             and exists (select from accreditations c where c.did = a.issuer and c.credential_type = a.type
               and c.valid_from <= a.signed_at::date and (c.valid_until is null or a.signed_at::date <= c.valid_until)
               and not exists (select from accreditation_suspensions s where s.tenant_id = c.tenant_id and s.did = c.did
                 and s.accreditation_id = c.id and s.lifted_at is null))
             and not exists (select from issued_credentials i where i.digest = a.digest and i.state <> 'valid')
           group by one.key having count(distinct a.subject) = 1`,
    values: [tenantId, [...keys]],
  });
  const known = new Map(rows.map(({ key, subject }) => [key, subject]));
  return (uri) => known.get(keyOfGln(uri) ?? '');
}

/** How attestations are found by a number. */
function keyOfGln(uri: string): string | undefined {
  const gln = glnOf(uri);
  return gln === undefined ? undefined : `gln ${gln}`;
}
