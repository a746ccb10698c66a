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

const insert = bulkInsert<AnswerRow>(
  'request_answers',
  {
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
  },
  { returning: 'request_id' },
);

/** Keeps answers; answers how many were the first of their round. */
export async function insertAnswers(tx: Queryable, rows: readonly AnswerRow[]): Promise<number> {
  return (await insert(tx, rows)).length;
}

export async function answersOf(
  db: Queryable,
  tenantId: string,
  requestIds: readonly string[],
): Promise<AnswerRow[]> {
  if (requestIds.length === 0) return [];
  const { rows } = await db.query<AnswerRow>({
    name: 'request-answers',
    text: `select * from request_answers where tenant_id = $1 and request_id = any($2::uuid[])
           order by answered_at, request_id, round`,
    values: [tenantId, requestIds],
  });
  return rows;
}

/** Takes an answer back that the agency did not take. */
export async function removeAnswer(tx: Queryable, tenantId: string, threadId: string, digest: string): Promise<void> {
  await tx.query({
    name: 'request-answer-remove',
    text: 'delete from request_answers where tenant_id = $1 and thread_id = $2 and envelope_digest = $3',
    values: [tenantId, threadId, digest],
  });
}
