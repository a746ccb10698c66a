import { instant } from '@portolan/kernel';
import type { Observations } from '@portolan/programs';
import type { Queryable } from '../store/bulk.ts';
import type { CaseRow } from '../store/cases.ts';
import { stateAt } from './state.ts';
import { requestsOfCase } from './store.ts';

/** Requests about an entry, as far as rules look at them. */
export async function observedRequests(
  db: Queryable,
  { tenant_id, case_id }: Pick<CaseRow, 'tenant_id' | 'case_id'>,
  at: string,
): Promise<Observations['requests']> {
  const rows = await requestsOfCase(db, tenant_id, case_id);
  return rows.map((row) => {
    const state = stateAt(row, instant(at));
    const answered = row.answered_by !== null || state === 'closed';
    return {
      ...(row.line === null ? {} : { line: row.line }),
      asks: row.questions.map(({ id }) => id),
      state: answered ? 'answered' : state === 'overdue' ? 'overdue' : 'open',
    };
  });
}
