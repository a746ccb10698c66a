import type { DraftEntry } from '@portolan/filing';
import { Decimal, sumDecimals } from '@portolan/kernel';
import { withTransaction } from '../../platform/transaction.ts';
import { nextTerm } from '../../shipments/term.ts';
import type { TradeContext } from '../context.ts';
import { type CaseRow, lockCase, saveCases } from '../store/cases.ts';
import { saveDraft } from '../store/drafts.ts';
import { type OpenDraft, openDraft } from './open.ts';
import { obstacles } from './readiness.ts';
import type { Act } from './steps.ts';

/** Brings the case row of a draft up to date with what its documents now give, and notes what was found in it. */
export async function refreshDraft(context: TradeContext, act: Act, caseId: string): Promise<void> {
  const opened = await openDraft(context, context.pool, act, caseId);
  if (!opened.ok) return;
  await withTransaction(context.pool, async (tx) => {
    const row = await lockCase(tx, act.tenant.id, caseId);
    if (row?.state !== 'draft') return;
    await saveCases(tx, [draftCase(row, opened.value, act)]);
    await saveDraft(tx, { ...opened.value.draft, caught: caughtIn(opened.value) });
  });
  context.events.publish(act.tenant.id, { kind: 'draft', ref: caseId, at: act.moment.at });
}

/** Every code that ever stood against the draft. */
function caughtIn({ draft, assembled }: OpenDraft): string[] {
  const now = (assembled.evaluation?.findings ?? [])
    .filter(({ severity }) => severity === 'refuse' || severity === 'refer')
    .map(({ code, path }) => `${code} ${path}`);
  return [...new Set([...draft.caught, ...now])];
}

function draftCase(row: CaseRow, opened: OpenDraft, { moment }: Act): CaseRow {
  const { papers, assembled } = opened;
  const term = nextTerm(opened);
  const { assembly, evaluation } = assembled;
  const { entry } = assembly;
  const evidence = papers.map((paper) => paper.evidence);
  const total = evaluation?.duty?.totals.total;
  return {
    ...row,
    title: draftTitle(entry),
    due_at: term?.at ?? null,
    importer_did: entry.importerOfRecord?.did ?? null,
    importer_number: entry.importerOfRecord?.number ?? null,
    search: [entry.importerOfRecord?.name ?? '', ...(entry.invoiceNumbers ?? []), draftTitle(entry)]
      .join(' ')
      .toLowerCase(),
    summary: {
      ...(entry.importerOfRecord ? { importer: entry.importerOfRecord.name } : {}),
      lines: entry.lines.length,
      enteredValue: sumDecimals(entry.lines.map((line) => Decimal.of(line.enteredValue ?? '0'))).toString(),
      ...(total === undefined ? {} : { total }),
      claims: [...new Set(entry.lines.flatMap(({ spi }) => spi ?? []))],
      documents: papers.length,
      settled: 'draft',
      openRequests: 0,
      asks: assembly.asks.length,
      blocking: obstacles(assembled, evidence).length,
      ...(term ? { due: term.words } : {}),
    },
    updated_at: moment.at,
  };
}

function draftTitle({ lines, importerOfRecord }: DraftEntry): string {
  const [first] = lines;
  const more = lines.length > 1 ? ` and ${lines.length - 1} more` : '';
  const buyer = importerOfRecord ? `, for ${importerOfRecord.name}` : '';
  return `${first?.description ?? 'Draft without goods'}${more}${buyer}`.slice(0, 200);
}
