import type { KnownParty } from '@portolan/contract';
import { ok, type Result, refused } from '@portolan/kernel';
import type { Tenant } from '../platform/tenant.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { sendingCatalogue } from './catalogue.ts';

const MOST = 20;

/** Organizations with a seat here and peers whose name holds the words, or whose identifier they are; the own one left out. */
export async function findRecipients(db: Queryable, own: Tenant, q = ''): Promise<KnownParty[]> {
  const pattern = `%${q
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const { rows } = await db.query<KnownParty>({
    name: 'recipients-find',
    text: `select did, name from (
             select did, name from tenants union all
             select p.did, p.name from peers p where not exists (select from tenants t where t.did = p.did)) known
           where did <> $1 and (lower(name) like $2 or did = $3) order by lower(name), did limit ${MOST}`,
    values: [own.did, pattern, q.trim()],
  });
  return rows;
}

/** A party that envelopes reach. Refuses the own organization and whoever is neither seated here nor a peer. */
export async function knownRecipient(db: Queryable, own: Tenant, to: string): Promise<Result<string>> {
  if (to === own.did) return refused(sendingCatalogue.refuse('NODE_RECIPIENT_SELF', { path: '/to' }));
  const { rowCount } = await db.query({
    name: 'recipients-one',
    text: 'select from tenants where did = $1 union all select from peers where did = $1 limit 1',
    values: [to],
  });
  const params = { to: to.slice(0, 200) };
  return rowCount === 1
    ? ok(to)
    : refused(sendingCatalogue.refuse('NODE_RECIPIENT_UNKNOWN', { path: '/to', params }));
}
