import type { DisclosureView } from '@portolan/contract';
import { parseJson } from '@portolan/kernel';
import type { Pool } from 'pg';
import type { Disclosure } from './record.ts';

export interface DisclosureQuery {
  /** Of one document. */
  readonly digest?: string;
  /** Words in what was shown, to whom, and why. */
  readonly q?: string;
  readonly way?: Disclosure['way'];
  readonly offset: number;
  readonly limit: number;
}

interface ShownRow extends Omit<Disclosure, 'tenantId'> {
  readonly id: string;
  readonly recipient_name: string | null;
  /** Of an envelope: what it does in its thread, its bytes, and what became of it. */
  readonly kind: string | null;
  readonly content: Buffer | null;
  readonly delivery: string | null;
}

/** What the kinds of envelopes are called; receipts say only that something was logged, and are left out. */
const KINDS: Readonly<Record<string, string>> = {
  evidence: 'Documents for a case',
  filing: 'Filing',
  answer: 'Answer to a request',
  request: 'Request',
  decision: 'Decision',
  notice: 'Notice',
};

const NAMED = `array(
    select did from tenants where lower(name) like $4 union select did from peers where lower(name) like $4)`;

/** Disclosures on record. */
const RECORDED = `
  select d.disclosure_id::text as id, d.digest, d.subject, d.recipient, d.way, d.reason, d.actor, d.at,
         null as kind, null::uuid as thread_id, null as delivery
  from disclosures d
  where d.tenant_id = $1 and ($2::text is null or d.digest = $2) and ($3::text is null or d.way = $3)
    and ($4 = '%' or lower(d.subject || ' ' || d.recipient || ' ' || d.reason) like $4 or d.recipient = any(${NAMED}))`;

/** Envelopes; those that a member sent as a sending are on record themselves. */
const SENT = `
  select e.digest as id, e.digest, '' as subject, e.to_did as recipient, 'envelope' as way, '' as reason, '' as actor,
         e.sent_at as at, e.kind, e.thread_id, coalesce(e.answer ->> 'state', 'waiting') as delivery
  from envelopes e
  where e.tenant_id = $1 and e.direction = 'out' and e.kind <> 'receipt'
    and ($3::text is null or $3 = 'envelope')
    and ($2::text is null or e.digest = $2 or exists (
      select from case_evidence c where c.tenant_id = e.tenant_id and c.case_id = e.thread_id and c.digest = $2
        and position(convert_to($2, 'UTF8') in e.content) > 0))
    and ($4 = '%' or e.kind || ' ' || lower(e.to_did) like $4 or e.to_did = any(${NAMED}))
    and not exists (select from sendings s where s.tenant_id = e.tenant_id and s.sending_id = e.thread_id)`;

/** As many as are counted; a list nobody pages to its end need not say exactly how long it is. */
const COUNTED = 10_000;

const PAGE = `
  with page as (
         select * from (
           (${RECORDED} order by d.at desc, d.disclosure_id limit $5::int + $6::int)
           union all
           (${SENT} order by e.sent_at desc, e.digest limit $5::int + $6::int)) shown
         order by at desc, id offset $5 limit $6),
       counted as (
         select count(*)::int as total from (
           select from (${RECORDED}) recorded union all select from (${SENT}) sent limit ${COUNTED}) found)
  select page.*, counted.total, coalesce(t.name, p.name) as recipient_name, e.content
  from counted, page left join tenants t on t.did = page.recipient left join peers p on p.did = page.recipient
  left join envelopes e on page.kind is not null and e.tenant_id = $1 and e.thread_id = page.thread_id
    and e.digest = page.digest
  order by page.at desc, page.id`;

/** What a tenant showed or sent to others, newest first: everything that is on record, and every envelope. */
export async function listDisclosures(
  pool: Pool,
  tenantId: string,
  { digest, q = '', way, offset, limit }: DisclosureQuery,
): Promise<{ readonly items: DisclosureView[]; readonly total: number }> {
  const pattern = `%${q
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const { rows } = await pool.query<ShownRow & { total: number }>({
    name: 'disclosures-page',
    text: PAGE,
    values: [tenantId, digest ?? null, way ?? null, pattern === '%%' ? '%' : pattern, offset, limit],
  });
  return { items: rows.map(disclosureView), total: rows[0]?.total ?? 0 };
}

function disclosureView(row: ShownRow): DisclosureView {
  const { id, digest, recipient, way, actor, at, kind, recipient_name } = row;
  const named = recipient_name === null ? {} : { recipientName: recipient_name };
  const shown = { id, digest, recipient, way, actor, at, ...named };
  if (kind === null) return { ...shown, subject: row.subject, reason: row.reason };
  const { number, attachments } = readEnvelope(row.content);
  return {
    ...shown,
    subject: number === undefined ? (KINDS[kind] ?? kind) : `${KINDS[kind] ?? kind} ${number}`,
    reason: KINDS[kind] ?? kind,
    documents: attachments,
    delivery: DELIVERY.find((state) => state === row.delivery) ?? 'delivered',
  };
}

const DELIVERY = ['waiting', 'refused'] as const;

/** What a sent envelope says it is about: the entry number where it has one, and the documents that went along. */
function readEnvelope(content: Buffer | null): { number?: string; attachments: string[] } {
  const parsed = content ? parseJson(content, { maxBytes: content.length }) : undefined;
  if (!parsed?.ok) return { attachments: [] };
  const { body, attachments } = parsed.value as {
    readonly body?: { readonly entryNumber?: unknown; readonly entry?: { readonly entryNumber?: unknown } };
    readonly attachments?: unknown;
  };
  const number = body?.entryNumber ?? body?.entry?.entryNumber;
  return {
    ...(typeof number === 'string' ? { number } : {}),
    attachments: Array.isArray(attachments) ? attachments.filter((one) => typeof one === 'string') : [],
  };
}
