import { type CalendarDate, daysBetween, instant, millisecondsBetween } from '@portolan/kernel';
import type { CaseMeasure, Measures, RequestMeasure } from '@portolan/programs';
import type { Pool } from 'pg';
import type { FilingMeasures } from '../trade/store/filings.ts';

interface CaseRow {
  measures: FilingMeasures;
  stored_at: string;
  receipted_at: string | null;
  outcome: string | null;
  denied: string;
  story_at: string | null;
}

interface RequestRow {
  opened_at: string;
  due_at: string;
  extended_to: string | null;
  answered_at: string | null;
  story_at: string | null;
}

/**
 * What the agency's own records say of every filing and request of a program: the last version of each filing, its last
 * decision, how many of its claims were denied afterwards, and how fast its receipts went out by this node's clock.
 */
export async function readMeasures(pool: Pool, tenantId: string, program: string): Promise<Measures> {
  const [cases, requests] = await Promise.all([
    pool.query<CaseRow>({
      name: 'assess-cases',
      text: `select f.measures, f.stored_at, f.receipted_at, d.outcome, c.story_at,
               (select count(*) from actions a
                 where a.tenant_id = c.tenant_id and a.thread_id = c.case_id and a.kind = 'taken') as denied
             from cases c
             join lateral (select * from filings f where f.tenant_id = c.tenant_id and f.case_id = c.case_id
                           order by f.version desc limit 1) f on true
             left join lateral (select outcome from decisions d where d.tenant_id = c.tenant_id
                           and d.case_id = c.case_id order by d.step desc limit 1) d on true
             where c.tenant_id = $1 and c.program = $2 and c.face = 'agency'
             order by f.received_at`,
      values: [tenantId, program],
    }),
    pool.query<RequestRow>({
      name: 'assess-requests',
      text: `select r.opened_at, r.due_at, r.extended_to, c.story_at,
               (select min(a.answered_at) from request_answers a where a.tenant_id = r.tenant_id
                 and a.thread_id = r.thread_id and a.request_id = r.request_id) as answered_at
             from requests r
             join cases c on c.tenant_id = r.tenant_id and c.case_id = r.thread_id
             where r.tenant_id = $1 and c.program = $2
             order by r.opened_at`,
      values: [tenantId, program],
    }),
  ]);
  return { cases: cases.rows.map(caseMeasure), requests: requests.rows.map(requestMeasure) };
}

function caseMeasure(row: CaseRow): CaseMeasure {
  const { provenance, givenTwice, caught, signedDocuments } = row.measures;
  const of = (name: string) => provenance[name] ?? 0;
  return {
    sample: row.story_at !== null,
    accepted: row.outcome === 'accept',
    ...(row.receipted_at
      ? {
          millisecondsToReceipt: Math.max(
            0,
            millisecondsBetween(instant(row.stored_at), instant(row.receipted_at)),
          ),
        }
      : {}),
    fields: {
      signed: of('signed'),
      imported: of('imported'),
      computed: of('computed'),
      assigned: of('assigned'),
      typed: of('typed'),
    },
    fieldsGivenTwice: givenTwice,
    caughtBefore: caught.length,
    caughtAfter: Number(row.denied),
    paperAvoided: signedDocuments,
  };
}

function requestMeasure(row: RequestRow): RequestMeasure {
  const due = instant(row.extended_to ?? row.due_at);
  if (!row.answered_at) return { sample: row.story_at !== null, answered: false, inTime: false };
  const answered = instant(row.answered_at);
  return {
    sample: row.story_at !== null,
    answered: true,
    inTime: answered <= due,
    days: Math.max(0, daysBetween(day(row.opened_at), day(answered))),
  };
}

function day(at: string): CalendarDate {
  return instant(at).slice(0, 10) as CalendarDate;
}
