import { type Instant, instant } from '@portolan/kernel';
import type { RegisterQuestion, Trial } from '@portolan/programs';
import type { Pool, PoolClient } from 'pg';

export interface RegisterAnswer {
  readonly answer: string;
  readonly owner: string;
  readonly status: RegisterQuestion['status'];
}

/** One question of a trial's registers with the newest answer. */
export interface RegisterRow extends RegisterQuestion {
  readonly side: 'legal' | 'policy';
  readonly answer: string;
  readonly updatedAt?: Instant;
}

interface AnswerRow extends RegisterAnswer {
  register_id: string;
  updated_at: string;
}

/** Questions of law and policy: those the program was published with, with what the agency has answered since. */
export async function readRegisters(pool: Pool, tenantId: string, trial: Trial): Promise<RegisterRow[]> {
  const { rows } = await pool.query<AnswerRow>({
    name: 'assess-registers',
    text: 'select * from register_answers where tenant_id = $1 and program = $2',
    values: [tenantId, trial.program],
  });
  const answers = new Map(rows.map((row) => [row.register_id, row]));
  const side = (name: 'legal' | 'policy') =>
    trial.registers[name].map((question) => answeredBy(question, name, answers.get(question.id)));
  return [...side('legal'), ...side('policy')];
}

function answeredBy(
  question: RegisterQuestion,
  side: RegisterRow['side'],
  row: AnswerRow | undefined,
): RegisterRow {
  if (!row) return { ...question, side, answer: question.answer ?? '' };
  const { answer, owner, status, updated_at } = row;
  return { ...question, side, answer, owner, status, updatedAt: instant(updated_at) };
}

export async function writeRegister(
  tx: PoolClient,
  key: { tenantId: string; program: string; registerId: string },
  answer: RegisterAnswer,
  by: { member: string; at: Instant },
): Promise<void> {
  await tx.query({
    name: 'assess-register-write',
    text: `insert into register_answers (tenant_id, program, register_id, answer, owner, status, updated_by, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (tenant_id, program, register_id) do update set answer = excluded.answer, owner = excluded.owner,
             status = excluded.status, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    values: [
      key.tenantId,
      key.program,
      key.registerId,
      answer.answer,
      answer.owner,
      answer.status,
      by.member,
      by.at,
    ],
  });
}
