import type { Draft, DraftSummary } from '@portolan/contract';
import type { JsonObject } from '@portolan/kernel';
import type { TradeContext } from '../context.ts';
import { partyNames } from '../entry/parties.ts';
import { evidenceView } from '../evidence/view.ts';
import type { CaseRow } from '../store/cases.ts';
import { provenanceCounts } from './measures.ts';
import type { OpenDraft } from './open.ts';
import { ownDataOf } from './own-data.ts';
import { furtherObstacles, obstacles } from './readiness.ts';

/** A draft as the portal shows it. */
export async function draftView(context: TradeContext, opened: OpenDraft): Promise<Draft> {
  const { row, draft, papers, assembled } = opened;
  const { assembly, links, drifts, evaluation, pages } = assembled;
  const evidence = papers.map((paper) => paper.evidence);
  const parties = await partyNames(
    context.pool,
    evidence.flatMap(({ issuer }) => issuer ?? []),
  );
  const against = obstacles(assembled, evidence);
  const { reference, imported } = opened.running;
  const ownData = await ownDataOf(context, opened);
  return {
    ...draftSummary(row),
    documents: papers.length,
    asks: assembly.asks.length,
    blocking: against.length,
    ...(row.story_at ? { storyAt: row.story_at } : {}),
    evidence: papers.map((paper) => evidenceView(paper.evidence, paper.row, parties)),
    refusedFiles: [...draft.refused_files],
    entry: assembly.entry as unknown as JsonObject,
    provenance: assembly.provenance,
    typed: draft.typed,
    openAsks: [...assembly.asks],
    obstacles: furtherObstacles(assembled, evidence),
    links: [...links],
    drifts: [...drifts],
    ...(evaluation ? { evaluation } : {}),
    ...(pages ? { pages: pages() } : {}),
    judgedWith: { reference: reference.digest, imported: imported.map(({ item }) => item.name) },
    ...(ownData ? { ownData } : {}),
    counts: provenanceCounts(assembly.provenance),
    canFile: row.state === 'draft' && against.length === 0,
  };
}

/** A draft as a list shows it. */
export function draftSummary(row: CaseRow): DraftSummary {
  const { summary } = row;
  return {
    id: row.case_id,
    title: row.title,
    state: row.state === 'draft' ? 'open' : row.state === 'discarded' ? 'discarded' : 'filed',
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(summary.importer ? { importer: summary.importer } : {}),
    documents: summary.documents,
    asks: summary.asks ?? 0,
    blocking: summary.blocking ?? 0,
    ...(row.entry_number ? { entryNumber: row.entry_number } : {}),
  };
}
