import type { PipelineTicketRow, PipelineTicketView } from '@portolan/contract';
import type { MeasurementTicket } from '@portolan/documents';
import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import type { Signed } from '@portolan/programs';
import type { Queryable } from '../trade/store/bulk.ts';
import { pipelinesCatalogue } from './catalogue.ts';
import type { OpenMonth } from './open-month.ts';

type Ticket = Signed<'MeasurementTicket'>;

interface Span {
  readonly tenantId: string;
  readonly line: string;
  readonly month: string;
  readonly from: string;
  readonly to: string;
}

interface TicketPage {
  readonly items: PipelineTicketRow[];
  readonly total: number;
}

/** Tickets that begin in a span of time, in its order; corrected ones stand beside what corrects them. */
export async function listTickets(
  db: Queryable,
  { tenantId, line, month, from, to }: Span,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<TicketPage> {
  const { rows } = await db.query<{ body: string; total: number }>({
    name: 'pipeline-tickets',
    text: `select p.body, count(*) over ()::integer as total from pipeline_places w
           join pipeline_papers p on p.tenant_id = w.tenant_id and p.digest = w.digest
           where w.tenant_id = $1 and w.line = $2 and w.month = $3 and p.type = 'MeasurementTicket'
             and p.begins_at >= $4 and p.begins_at < $5
           order by p.begins_at, p.number, p.digest offset $6 limit $7`,
    values: [tenantId, line, month, from, to, offset, limit],
  });
  return { items: rows.map(({ body }) => ticketRow(JSON.parse(body))), total: rows[0]?.total ?? 0 };
}

interface Sought {
  readonly tenantId: string;
  readonly line: string;
  readonly month: string;
  /** Part of a number or of the name of a batch. */
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
}

/** Tickets of a month by number or batch and by what was measured, in the order of time. */
export async function searchTickets(
  db: Queryable,
  { tenantId, line, month, q = '', kind }: Sought,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<TicketPage> {
  const words = q.trim().toLowerCase();
  const pattern = `%${words.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const { rows } = await db.query<{ body: string; total: number }>({
    name: 'pipeline-tickets-sought',
    text: `select p.body, count(*) over ()::integer as total from pipeline_places w
           join pipeline_papers p on p.tenant_id = w.tenant_id and p.digest = w.digest
           where w.tenant_id = $1 and w.line = $2 and w.month = $3 and p.type = 'MeasurementTicket'
             and ($4 = '%%' or lower(p.number) like $4 or lower(p.body::json -> 'document' ->> 'batch') like $4)
             and ($5::text is null or p.body::json -> 'document' ->> 'kind' = $5)
           order by p.begins_at, p.number, p.digest offset $6 limit $7`,
    values: [tenantId, line, month, pattern, kind ?? null, offset, limit],
  });
  return { items: rows.map(({ body }) => ticketRow(JSON.parse(body))), total: rows[0]?.total ?? 0 };
}

function ticketRow({ digest, knownAt, document }: Ticket): PipelineTicketRow {
  const { number, kind, point, batch, from, to, reported, corrects } = document;
  return {
    ...{ digest, number, kind, point, batch, from, to, knownAt, volume: reported.netStandardVolume },
    ...(reported.apiGravity60F === undefined ? {} : { apiGravity60F: reported.apiGravity60F }),
    ...(reported.sedimentAndWater === undefined ? {} : { sedimentAndWater: reported.sedimentAndWater }),
    ...(corrects ? { corrects: corrects.digest } : {}),
  };
}

/** One ticket as it was signed, with all its versions, what crossed by them, and what was found. Refuses one that is not held. */
export async function ticketView(
  db: Queryable,
  { tenantId, line }: Pick<Span, 'tenantId' | 'line'>,
  month: OpenMonth,
  digest: string,
): Promise<Result<PipelineTicketView>> {
  const { rows } = await db.query<{ digest: string; body: string }>({
    name: 'pipeline-ticket-versions',
    text: `with asked as (select number, issuer from pipeline_papers
             where tenant_id = $1 and type = 'MeasurementTicket' and (digest = $2 or held = $2))
           select p.digest, p.body from pipeline_papers p join asked a using (number, issuer)
           where p.tenant_id = $1 and p.type = 'MeasurementTicket' order by p.known_at, p.digest`,
    values: [tenantId, digest],
  });
  const versions = rows
    .map(({ body }) => JSON.parse(body) as Ticket)
    .filter(({ document }) => document.line === line);
  const asked = versions.find((one) => one.digest === digest || one.held === digest);
  if (!asked)
    return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_TICKET_UNKNOWN', { params: { digest } }));
  const own = new Set(versions.map((one) => one.digest));
  const days = daysOf(month, asked.document);
  return ok({
    ...{ digest: asked.digest, held: asked.held, knownAt: asked.knownAt, document: asked.document },
    issuer: { did: asked.issuer, name: asked.document.operator.name },
    withdrawn: month.withdrawn.includes(asked.digest),
    versions: versions.map(versionOf),
    crossings: days.flatMap((day) => month.crossingsOn(day)).filter(({ ticket }) => own.has(ticket.digest)),
    findings: month.head.findings.filter(({ evidence }) => evidence.some((one) => own.has(one))),
  });
}

function versionOf({ digest, knownAt, document }: Ticket): PipelineTicketView['versions'][number] {
  const { corrects, reported } = document;
  return {
    ...{ digest, knownAt, volume: reported.netStandardVolume },
    ...(corrects ? { reason: corrects.reason } : {}),
  };
}

/** Days of the meter that a ticket touches. */
function daysOf({ head }: OpenMonth, { from, to }: MeasurementTicket): string[] {
  const [first, last] = [new Date(from).toISOString(), new Date(to).toISOString()] as Instant[];
  return head.days.flatMap((day) => (day.from < (last ?? '') && (first ?? '') < day.to ? [day.day] : []));
}
