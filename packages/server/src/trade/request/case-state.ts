import type { Instant } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { type ActionRow, actionsOfCase } from '../action/store.ts';
import { type CaseRow, type CaseSummary, lockCase, type Mover, saveCases } from '../store/cases.ts';
import { storyAfter } from './moment.ts';
import { isAwaited } from './state.ts';
import { type RequestRow, requestsOfCase } from './store.ts';

type Standing = Pick<CaseRow, 'state' | 'next_mover' | 'due_at'>;

/**
 * Brings a case up to date with its requests and actions: asked, answered, or back to where it stood. `settled` changes
 * where it stands without them.
 */
export async function refreshCase(
  tx: PoolClient,
  tenantId: string,
  caseId: string,
  at: Instant,
  settled: Partial<CaseSummary> = {},
): Promise<void> {
  const row = await lockCase(tx, tenantId, caseId);
  if (!row) return;
  const requests = await requestsOfCase(tx, tenantId, caseId);
  const actions = await actionsOfCase(tx, tenantId, caseId);
  const openRequests = requests.filter(({ closed_at }) => closed_at === null).length;
  const summary = { ...row.summary, ...settled, openRequests };
  await saveCases(tx, [
    {
      ...row,
      ...standing({ ...row, summary }, requests, actions),
      summary,
      story_at: storyAfter(row, at),
      updated_at: at > row.updated_at ? at : row.updated_at,
    },
  ]);
}

interface Awaited {
  readonly due: Instant;
  readonly mover: Mover;
}

function standing(row: CaseRow, requests: readonly RequestRow[], actions: readonly ActionRow[]): Standing {
  const awaited = [
    ...requests
      .filter(isAwaited)
      .map((request) => ({ due: request.due_at, mover: answererOf(row, request) })),
    ...actions.filter(({ state }) => state === 'waiting').map((action) => awaitedAction(row, action)),
  ].sort((left, right) => (left.due < right.due ? -1 : 1));
  const [first] = awaited;
  if (first) return { state: 'asked', next_mover: first.mover, due_at: first.due };
  const answered =
    requests.some(({ closed_at, answered_by }) => closed_at === null && answered_by !== null) ||
    actions.some(({ state }) => state === 'agreed' || state === 'disputed');
  if (answered) return { state: 'answered', next_mover: 'agency', due_at: null };
  const { settled } = row.summary;
  const next = settled === 'referred' || settled === 'held' ? 'agency' : 'nobody';
  return { state: settled, next_mover: next, due_at: null };
}

function answererOf({ filer_did, importer_did }: CaseRow, { holder_did }: RequestRow): Mover {
  if (holder_did === null) return importer_did === null ? 'filer' : 'importer';
  if (holder_did === importer_did) return 'importer';
  return holder_did === filer_did ? 'filer' : 'holder';
}

function awaitedAction({ importer_did }: CaseRow, { due_at, opened_at }: ActionRow): Awaited {
  return { due: due_at ?? opened_at, mover: importer_did === null ? 'filer' : 'importer' };
}
