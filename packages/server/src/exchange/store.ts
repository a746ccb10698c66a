import type { Digest, Instant, JsonObject } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../trade/store/bulk.ts';
import { type Envelope, readStoredEnvelope, uuidOf } from './envelope.ts';

export interface EnvelopeRow {
  readonly tenantId: string;
  readonly digest: Digest;
  readonly envelope: Envelope;
  readonly content: Buffer;
  readonly direction: 'in' | 'out';
  readonly storedAt: Instant;
  readonly answer?: JsonObject;
}

interface StoredRow {
  tenant_id: string;
  thread_id: string;
  digest: string;
  envelope_id: string;
  direction: 'in' | 'out';
  kind: string;
  from_did: string;
  to_did: string;
  sent_at: string;
  stored_at: string;
  content: Uint8Array;
  answer: JsonObject | undefined;
}

const insert = bulkInsert<StoredRow>(
  'envelopes',
  {
    tenant_id: 'uuid',
    thread_id: 'uuid',
    digest: 'text',
    envelope_id: 'text',
    direction: 'text',
    kind: 'text',
    from_did: 'text',
    to_did: 'text',
    sent_at: 'timestamptz',
    stored_at: 'timestamptz',
    content: 'bytes',
    answer: 'json',
  },
  { returning: 'tenant_id, digest' },
);

/** Keeps envelopes by digest; answers which were new. */
export async function insertEnvelopes(tx: Queryable, rows: readonly EnvelopeRow[]): Promise<Set<string>> {
  const inserted = await insert<{ tenant_id: string; digest: string }>(tx, rows.map(storedRow));
  return new Set(inserted.map(({ tenant_id, digest }) => envelopeKey(tenant_id, digest)));
}

function storedRow({
  tenantId,
  digest,
  envelope,
  content,
  direction,
  storedAt,
  answer,
}: EnvelopeRow): StoredRow {
  return {
    tenant_id: tenantId,
    thread_id: uuidOf(envelope.thread),
    digest,
    envelope_id: envelope.id,
    direction,
    kind: envelope.kind,
    from_did: envelope.from,
    to_did: envelope.to,
    sent_at: envelope.sentAt,
    stored_at: storedAt,
    content,
    answer,
  };
}

export function envelopeKey(tenantId: string, digest: string): string {
  return `${tenantId} ${digest}`;
}

/** Envelopes of one thread that a tenant holds, by digest. */
export async function envelopesByDigest(
  db: Queryable,
  { tenantId, threadId, digests }: { tenantId: string; threadId: string; digests: readonly string[] },
): Promise<Envelope[]> {
  if (digests.length === 0) return [];
  const { rows } = await db.query<{ content: Buffer }>({
    name: 'exchange-by-digest',
    text: `select content from envelopes where tenant_id = $1 and thread_id = $2 and digest = any($3)
           order by stored_at, digest`,
    values: [tenantId, threadId, digests],
  });
  return rows.map(({ content }) => readStoredEnvelope(content));
}

export interface StoredAnswer {
  readonly digest: string;
  readonly envelopeId: string;
  readonly answer: JsonObject | null;
}

export interface EnvelopeName {
  readonly tenantId: string;
  readonly threadId: string;
  readonly envelopeId: string;
}

/** What was answered to envelopes received before, by tenant and envelope id. */
export async function storedAnswers(
  db: Queryable,
  names: readonly EnvelopeName[],
): Promise<Map<string, StoredAnswer>> {
  const { rows } = await db.query<{
    tenant_id: string;
    digest: string;
    envelope_id: string;
    answer: JsonObject | null;
  }>({
    name: 'exchange-stored-answers',
    text: `select e.tenant_id, e.digest, e.envelope_id, e.answer
           from unnest($1::uuid[], $2::uuid[], $3::text[]) as asked (tenant_id, thread_id, envelope_id)
           join envelopes e using (tenant_id, thread_id, envelope_id)`,
    values: [
      names.map(({ tenantId }) => tenantId),
      names.map(({ threadId }) => threadId),
      names.map(({ envelopeId }) => envelopeId),
    ],
  });
  return new Map(
    rows.map(({ tenant_id, digest, envelope_id, answer }) => [
      envelopeKey(tenant_id, envelope_id),
      { digest, envelopeId: envelope_id, answer },
    ]),
  );
}

/** The sender's last message in each thread, which the next one names as `previous`. */
export async function lastSent(
  db: Queryable,
  threads: readonly { tenantId: string; threadId: string }[],
): Promise<Map<string, Digest>> {
  const { rows } = await db.query<{ tenant_id: string; thread_id: string; digest: Digest }>({
    name: 'exchange-last-sent',
    // Each thread by its own key: joined, all that a tenant ever sent would be read.
    text: `select asked.tenant_id, asked.thread_id, last.digest
           from (select distinct * from unnest($1::uuid[], $2::uuid[])) as asked (tenant_id, thread_id)
           cross join lateral (
             select thread.digest from (
               select e.digest, e.direction, e.stored_at, e.sent_at from envelopes e
               where e.tenant_id = asked.tenant_id and e.thread_id = asked.thread_id offset 0
             ) as thread
             where thread.direction = 'out' order by thread.stored_at desc, thread.sent_at desc limit 1
           ) as last`,
    values: [threads.map(({ tenantId }) => tenantId), threads.map(({ threadId }) => threadId)],
  });
  return new Map(rows.map(({ tenant_id, thread_id, digest }) => [envelopeKey(tenant_id, thread_id), digest]));
}
