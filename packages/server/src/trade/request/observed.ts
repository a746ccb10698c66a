import type { Observations } from '@portolan/programs';
import type { Queryable } from '../store/bulk.ts';
import type { CaseRow } from '../store/cases.ts';
import { requestsOfCase } from './store.ts';

/** Requests about an entry, as far as rules look at them. */
export async function observedRequests(
  db: Queryable,
  { tenant_id, case_id }: CaseRow,
  at: string,
): Promise<Observations['requests']> {
  const rows = await requestsOfCase(db, tenant_id, case_id);
  return rows.map(({ path, questions, state, due_at }) => {
    const [, index] = /^\/lines\/(\d+)/.exec(path) ?? [];
    const answered = state === 'answered' || state === 'closed';
    return {
      ...(index === undefined ? {} : { line: Number(index) + 1 }),
      asks: questions.map(({ id }) => id),
      state: answered ? 'answered' : due_at < at ? 'overdue' : 'open',
    };
  });
}
