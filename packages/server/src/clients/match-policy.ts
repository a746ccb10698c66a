import {
  type MatchPolicy,
  type PolicyOf,
  plainName,
  type Tolerances,
  usualPolicy,
} from '@portolan/documents';
import type { Queryable } from '../trade/store/bulk.ts';

interface ClientTolerances {
  readonly importer_number: string;
  readonly name: string;
  readonly did: string | null;
  readonly tolerances: Tolerances;
}

/**
 * How much papers may differ, by the client that bought: what its filer agreed with it, else the usual policy. A client is known by
 * its identifier, its importer number, or its name.
 */
export async function matchPolicyOf(db: Queryable, tenantId: string): Promise<PolicyOf> {
  const { rows } = await db.query<ClientTolerances>({
    name: 'clients-match-policy',
    text: `select k.importer_number, k.name, k.did, t.tolerances
           from client_tolerances t join clients k using (tenant_id, importer_number)
           where t.tenant_id = $1 order by k.importer_number, t.starts_on`,
    values: [tenantId],
  });
  const policies = new Map<string, MatchPolicy>();
  for (const own of Map.groupBy(rows, ({ importer_number }) => importer_number).values()) {
    const [first] = own;
    if (!first) continue;
    const { name, did, importer_number } = first;
    const tolerances = [...usualPolicy.tolerances, ...own.map((row) => row.tolerances)];
    for (const key of [did, importer_number, plainName(name)])
      if (key !== null) policies.set(key, { client: name, tolerances });
  }
  return (buyer) => {
    if (!buyer) return usualPolicy;
    const numbers = (buyer.identifiers ?? [])
      .filter(({ scheme }) => scheme === 'importer-number')
      .map(({ value }) => value);
    const keys = [...(buyer.did ? [buyer.did] : []), ...numbers, plainName(buyer.name)];
    return keys.flatMap((key) => policies.get(key) ?? [])[0] ?? usualPolicy;
  };
}
