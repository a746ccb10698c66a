import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../store/bulk.ts';

export interface AnsweredEvidence {
  readonly digest: string;
  readonly title: string;
  readonly type: string;
}

/** The answer to one round of a request, as one party may know it. */
export interface AnswerRow {
  tenant_id: string;
  thread_id: string;
  request_id: string;
  round: number;
  answered_by: string;
  answered_at: Instant;
  disclosure: 'all' | 'agency';
  /** This party knows that it was answered, and not what. */
  withheld: boolean;
  message: string | null;
  evidence: readonly AnsweredEvidence[];
  envelope_digest: string;
}

const columns = {
  tenant_id: 'uuid',
  thread_id: 'uuid',
  request_id: 'uuid',
  round: 'integer',
  answered_by: 'text',
  answered_at: 'timestamptz',
  disclosure: 'text',
  withheld: 'boolean',
  message: 'wide',
  evidence: 'json',
  envelope_digest: 'text',
} as const;

const insert = bulkInsert<AnswerRow>('request_answers', columns, { returning: 'request_id' });

const adopt = bulkInsert<AnswerRow>('request_answers', columns, {
  conflict: `on conflict (tenant_id, thread_id, request_id, round) do update set
    answered_by = excluded.answered_by, answered_at = excluded.answered_at, disclosure = excluded.disclosure,
    withheld = excluded.withheld, message = excluded.message, evidence = excluded.evidence,
    envelope_digest = excluded.envelope_digest
    where request_answers.answered_by <> excluded.answered_by`,
});

/** Keeps an answer; false when the round was answered already. */
export async function insertAnswer(tx: Queryable, row: AnswerRow): Promise<boolean> {
  return (await insert(tx, [row])).length === 1;
}

/** Keeps the answers that the agency took, in the place of an own one that came too late. */
export async function adoptAnswers(tx: Queryable, rows: readonly AnswerRow[]): Promise<void> {
  const unique = new Map(rows.map((row) => [`${row.tenant_id} ${row.request_id} ${row.round}`, row]));
  await adopt(tx, [...unique.values()]);
}

export async function answersOf(db: Queryable, tenantId: string, requestId: string): Promise<AnswerRow[]> {
  const { rows } = await db.query<AnswerRow>({
    name: 'request-answers',
    text: 'select * from request_answers where tenant_id = $1 and request_id = $2 order by round',
    values: [tenantId, requestId],
  });
  return rows;
}

/** Takes an own answer back that the agency refused; undefined when another's has taken its place. */
export async function removeAnswer(
  tx: Queryable,
  tenantId: string,
  threadId: string,
  digest: string,
): Promise<AnswerRow | undefined> {
  const { rows } = await tx.query<AnswerRow>({
    name: 'request-answer-remove',
    text: 'delete from request_answers where tenant_id = $1 and thread_id = $2 and envelope_digest = $3 returning *',
    values: [tenantId, threadId, digest],
  });
  return rows[0];
}
