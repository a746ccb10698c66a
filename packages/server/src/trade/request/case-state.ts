import type { Instant } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { type CaseRow, lockCase, type Mover, saveCases } from '../store/cases.ts';
import { type RequestRow, requestsOfCase } from './store.ts';

/** Brings the state of a case up to date with its requests: asked, answered, or back to where it stood. */
export async function refreshCase(tx: PoolClient, tenantId: string, caseId: string, at: Instant): Promise<void> {
  const row = await lockCase(tx, tenantId, caseId);
  if (!row) return;
  const requests = await requestsOfCase(tx, tenantId, caseId);
  await saveCases(tx, [{ ...row, ...standing(row, requests), updated_at: at }]);
}

function standing(row: CaseRow, requests: readonly RequestRow[]): Pick<CaseRow, 'state' | 'next_mover' | 'due_at' | 'summary'> {
  const waiting = requests.filter(({ state }) => state === 'open' || state === 'escalated');
  const answered = requests.filter(({ state }) => state === 'answered');
  const summary = { ...row.summary, openRequests: waiting.length };
  const [first] = waiting.map(({ due_at }) => due_at).sort();
  if (first !== undefined) return { state: 'asked', next_mover: moverOf(row, waiting), due_at: first, summary };
  if (answered.length > 0) return { state: 'answered', next_mover: 'agency', due_at: null, summary };
  const settled = row.summary.settled;
  const next: Mover = settled === 'referred' || settled === 'held' ? 'agency' : 'nobody';
  return { state: settled, next_mover: next, due_at: null, summary };
}

function moverOf({ filer_did, importer_did }: CaseRow, waiting: readonly RequestRow[]): Mover {
  const holder = waiting[0]?.holder_did;
  if (holder === importer_did) return 'importer';
  return holder === filer_did || !holder ? 'filer' : 'holder';
}
