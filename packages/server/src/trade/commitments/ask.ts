import { randomUUID } from 'node:crypto';
import { canonicalize, type Instant } from '@portolan/kernel';
import { addNotices } from '../notice/store.ts';
import type { Queryable } from '../store/bulk.ts';
import { timeId } from '../store/time-id.ts';

export const askingNotice = 'commitments-asked';

/**
 * Has every agency of this node ask the agencies of peers for what they know to be committed of heats and certificates: what they
 * told before they were peers, or before their log was trusted here, was not taken.
 */
export async function askForCommitments(db: Queryable, at: Instant): Promise<void> {
  const { rows } = await db.query<{ id: string; others: string[] }>({
    name: 'commitments-ask',
    text: `select t.id, array_agg(p.did order by p.did) as others from tenants t
           join peers p on p.kind = 'agency' and p.did <> t.did where t.kind = 'agency' group by t.id`,
    values: [],
  });
  await addNotices(
    db,
    rows.map(({ id, others }) => ({
      ...{ tenant_id: id, thread_id: randomUUID(), notice_id: timeId(), recipients: others },
      ...{ kind: 'notice', body: Buffer.from(canonicalize({ notice: askingNotice })) },
      ...{ pending_ids: [], story: false, created_at: at },
    })),
  );
}
