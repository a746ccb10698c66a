import type { Instant } from '@portolan/kernel';
import type { NodeContext } from '../../platform/context.ts';

/** After an issuer took a power back: whoever has drafts that may rest on it looks at them again. */
export async function tellHoldersOf(
  { pool, events }: Pick<NodeContext, 'pool' | 'events'>,
  digest: string,
  at: Instant,
): Promise<void> {
  const { rows } = await pool.query<{ tenant_id: string; case_id: string }>({
    name: 'authority-touched',
    text: `select c.tenant_id::text, c.case_id::text from cases c
           where c.state = 'draft' and c.tenant_id in (
             select tenant_id from authority_links where digest = $1
             union select tenant_id from standing where digest = $1) limit 1000`,
    values: [digest],
  });
  for (const { tenant_id, case_id } of rows) events.publish(tenant_id, { kind: 'draft', ref: case_id, at });
}
