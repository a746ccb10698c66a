import type { TradeContext } from '../trade/context.ts';
import { refreshDraft } from '../trade/draft/refresh.ts';
import type { Act } from '../trade/draft/steps.ts';
import { type CaseRow, listCases } from '../trade/store/cases.ts';

export interface RepricedDraft {
  readonly id: string;
  readonly title: string;
  readonly before?: string;
  readonly after?: string;
}

/** Open drafts that are derived again after a code was given; an organization with more prices the rest when it opens them. */
const MOST_DRAFTS = 100;

/**
 * Derives the open drafts of an organization again: one whose invoice names the product is priced by its new code. The
 * documents, the order among them, stay as they are.
 */
export async function repriceDrafts(
  context: TradeContext,
  act: Act,
): Promise<{ looked: number; repriced: RepricedDraft[] }> {
  const before = await openDraftsOf(context, act);
  for (const { case_id } of before) await refreshDraft(context, act, case_id);
  const after = new Map((await openDraftsOf(context, act)).map((row) => [row.case_id, row]));
  const repriced = before.flatMap((row) => changedDraft(row, after.get(row.case_id)));
  return { looked: before.length, repriced };
}

async function openDraftsOf({ pool }: TradeContext, { tenant }: Act): Promise<CaseRow[]> {
  const { rows } = await listCases(pool, {
    tenantId: tenant.id,
    states: ['draft'],
    words: [],
    limit: MOST_DRAFTS,
  });
  return rows;
}

function changedDraft(before: CaseRow, after: CaseRow | undefined): RepricedDraft[] {
  if (!after || before.summary.total === after.summary.total) return [];
  const { case_id: id, title } = after;
  return [
    {
      ...{ id, title },
      ...(before.summary.total === undefined ? {} : { before: before.summary.total }),
      ...(after.summary.total === undefined ? {} : { after: after.summary.total }),
    },
  ];
}
