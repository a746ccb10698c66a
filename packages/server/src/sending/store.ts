import type { Delivery, Sending } from '@portolan/contract';
import type { Digest, Instant } from '@portolan/kernel';
import type { Queryable } from '../trade/store/bulk.ts';

export interface NewSending {
  readonly tenantId: string;
  readonly id: string;
  readonly to: string;
  readonly documents: Sending['documents'];
  readonly note: string | undefined;
  readonly byName: string;
  readonly actor: string;
  readonly at: Instant;
}

/** A sending with what its envelope came to. */
export interface SendingRow {
  readonly sending_id: string;
  readonly to_did: string;
  readonly to_name: string | null;
  readonly documents: Sending['documents'];
  readonly digests: readonly string[];
  readonly note: string | null;
  readonly by_name: string;
  readonly sent_at: Instant;
  readonly answered_at: Instant | null;
  readonly withdrawn_at: Instant | null;
  readonly envelope: Digest;
  readonly answer: Delivery | null;
  readonly attempts: number | null;
  readonly last_error: string | null;
}

const SELECT = `
  select s.sending_id::text, s.to_did, coalesce(t.name, p.name) as to_name, s.documents, s.digests, s.note, s.by_name, s.sent_at,
         s.answered_at, s.withdrawn_at, e.digest as envelope, e.answer, o.attempts, o.last_error`;
const FROM = `
  join envelopes e on (e.tenant_id, e.thread_id) = (s.tenant_id, s.sending_id) and e.direction = 'out'
  left join outbox o on (o.tenant_id, o.thread_id) = (s.tenant_id, s.sending_id)
  left join tenants t on t.did = s.to_did left join peers p on p.did = s.to_did`;

/** Writes a sending down; false when it stands already, since the same key came before. */
export async function insertSending(tx: Queryable, sending: NewSending): Promise<boolean> {
  const { tenantId, id, to, documents, note, byName, actor, at } = sending;
  const digests = documents.map(({ digest }) => digest);
  const { rowCount } = await tx.query({
    name: 'sending-add',
    text: `insert into sendings (tenant_id, sending_id, to_did, documents, digests, note, by_name, actor, sent_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    values: [tenantId, id, to, JSON.stringify(documents), digests, note ?? null, byName, actor, at],
  });
  return rowCount === 1;
}

export async function readSending(
  db: Queryable,
  tenantId: string,
  id: string,
): Promise<SendingRow | undefined> {
  const { rows } = await db.query<SendingRow>({
    name: 'sending-one',
    text: `${SELECT} from sendings s ${FROM} where s.tenant_id = $1 and s.sending_id::text = $2`,
    values: [tenantId, id],
  });
  return rows[0];
}

export interface SendingQuery {
  readonly digest?: string;
  readonly offset: number;
  readonly limit: number;
}

/** What a tenant sent, newest first; of one document or of all. */
export async function listSent(
  db: Queryable,
  tenantId: string,
  { digest, offset, limit }: SendingQuery,
): Promise<{ readonly rows: readonly SendingRow[]; readonly total: number }> {
  const { rows } = await db.query<SendingRow & { total: number }>({
    name: 'sending-page',
    text: `${SELECT}, s.total from (
             select *, count(*) over ()::int as total from sendings
             where tenant_id = $1 and ($2::text is null or digests @> array[$2::text])
             order by sent_at desc, sending_id offset $3 limit $4) s ${FROM}
           order by s.sent_at desc, s.sending_id`,
    values: [tenantId, digest ?? null, offset, limit],
  });
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Takes an envelope out of the outbox for good; false when the receiver has answered, or it was taken back before. */
export async function withdraw(tx: Queryable, tenantId: string, id: string, at: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from outbox where tenant_id = $1 and thread_id::text = $2 returning digest',
    [tenantId, id],
  );
  if (rowCount === 0) return false;
  await tx.query('update sendings set withdrawn_at = $3 where tenant_id = $1 and sending_id::text = $2', [
    tenantId,
    id,
    at,
  ]);
  return true;
}
