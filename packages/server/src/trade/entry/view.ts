import type { DossierView, EvidenceView } from '@portolan/contract';
import { clocks } from '@portolan/filing';
import { date, ok, type Result } from '@portolan/kernel';
import type { CasePage, Evaluation } from '@portolan/programs';
import type { Auth } from '../../platform/tenant.ts';
import { eventsOfMilestones, milestoneView } from '../../progress/events.ts';
import { milestonesOf, paymentOf } from '../../progress/store.ts';
import { actionsOfCase } from '../action/store.ts';
import { actionViewAt } from '../action/view.ts';
import type { TradeContext } from '../context.ts';
import { replay } from '../decision/replay.ts';
import { decisionView } from '../decision/view.ts';
import { casePages } from '../dossier/evaluate.ts';
import { readKept } from '../dossier/kept.ts';
import { provenanceCounts } from '../draft/measures.ts';
import { momentOfCase, runningProgram } from '../draft/open.ts';
import { heldEvidence } from '../evidence/held.ts';
import { evidenceView } from '../evidence/view.ts';
import { opaqueFormat } from '../request/attachments.ts';
import { requestsOfCase } from '../request/store.ts';
import { requestSummary } from '../request/view.ts';
import { evidenceOfCase } from '../store/case-evidence.ts';
import { type DecisionRow, decisionsOf } from '../store/decisions.ts';
import { queueFacts } from '../store/officer-queue.ts';
import { eventsOf } from '../store/timeline.ts';
import { hitsOn } from '../targeting/match.ts';
import { targetingRules } from '../targeting/store.ts';
import { enteredElsewhere } from './entered-elsewhere.ts';
import { type FiledEntry, openEntry } from './filed.ts';
import { entryMay } from './may.ts';
import { type PartyNames, partyNames } from './parties.ts';
import { receiptsOf } from './receipts.ts';
import { entryRow } from './row.ts';
import { timelineEvent } from './timeline.ts';

/** The dossier of an entry: everything the viewer's organization holds of it. */
export async function dossierView(
  context: TradeContext,
  auth: Pick<Auth, 'tenant' | 'member'>,
  entryNumber: string,
): Promise<Result<DossierView>> {
  const opened = await openEntry(context, auth.tenant.id, entryNumber);
  if (!opened.ok) return opened;
  const { row, filing, dossier } = opened.value;
  const { tenant_id, case_id } = row;
  const [decisions, events, requests, actions, receipts, milestones, payment] = await Promise.all([
    decisionsOf(context.pool, tenant_id, case_id),
    eventsOf(context.pool, tenant_id, case_id),
    requestsOfCase(context.pool, tenant_id, case_id),
    actionsOfCase(context.pool, tenant_id, case_id),
    receiptsOf(context, row),
    row.face === 'filer' ? milestonesOf(context.pool, tenant_id, case_id) : [],
    row.face === 'filer' ? paymentOf(context.pool, tenant_id, row.importer_number) : undefined,
  ]);
  const issuers = dossier.evidence.flatMap(({ issuer }) => issuer ?? []);
  const parties = await partyNames(context.pool, [
    ...issuers,
    ...events.map(({ actor }) => actor),
    row.agency_did,
  ]);
  const indexes = new Map(receipts.map(({ digest, index }) => [digest, index]));
  const evaluation = await evaluationOf(context, opened.value, decisions);
  const { at } = momentOfCase(row, context.clock.now());
  const risk = row.face === 'agency' ? await riskOf(context, opened.value) : undefined;
  const elsewhere = row.face === 'agency' ? await enteredElsewhere(context, opened.value) : [];
  return ok({
    ...entryRow(row),
    filedAt: filing.filed_at,
    entry: dossier.entry,
    provenance: dossier.provenance,
    counts: provenanceCounts(dossier.provenance),
    evidence: await evidenceViews(context, opened.value, parties, indexes),
    links: dossier.links,
    drifts: dossier.drifts,
    ...(evaluation ? { evaluation } : {}),
    pages: await pagesOf(context, opened.value),
    decisions: decisions.map(decisionView),
    receipts,
    clocks: clocks(dossier.entry, date(at.slice(0, 10)), {
      filedOn: filing.filed_at.slice(0, 10),
      ...eventsOfMilestones(milestones),
      ...(payment ? { payment } : {}),
    }),
    ...(row.face === 'filer' ? { milestones: milestones.map(milestoneView) } : {}),
    ...(dossier.signatory ? { signatory: dossier.signatory } : {}),
    timeline: events.map((event) => timelineEvent(event, parties)),
    requests: requests.map((request) => requestSummary(request, auth.tenant.did, context.clock.now())),
    actions: actions.map((action) => actionViewAt(action, context.clock.now())),
    ...(risk ? { risk } : {}),
    ...(elsewhere.length > 0 ? { enteredElsewhere: elsewhere } : {}),
    agency: parties.ref(row.agency_did),
    may: entryMay(auth, row, actions),
  });
}

/** The documents of the entry, and what was shown since in answers that this organization may see. */
async function evidenceViews(
  context: TradeContext,
  { row, dossier, held }: FiledEntry,
  parties: PartyNames,
  indexes: ReadonlyMap<string, number | undefined>,
): Promise<EvidenceView[]> {
  const filed = new Set(dossier.evidence.map(({ digest }) => digest));
  const kept = await evidenceOfCase(context.pool, row.tenant_id, row.case_id);
  const later = kept.filter(({ digest, format }) => !filed.has(digest) && format !== opaqueFormat);
  const views = dossier.evidence.flatMap((evidence) => {
    const stored = held.get(evidence.digest);
    return stored ? [evidenceView(evidence, stored, parties, indexes.get(evidence.digest))] : [];
  });
  return [
    ...views,
    ...later.map((one) => evidenceView(heldEvidence(one), one, parties, indexes.get(one.digest))),
  ];
}

/** The evaluation of the last decision: as kept, or computed again where this organization keeps only its digest. */
export async function evaluationOf(
  context: TradeContext,
  { row }: FiledEntry,
  decisions: readonly DecisionRow[],
): Promise<Evaluation | undefined> {
  const last = decisions.at(-1);
  if (!last) return undefined;
  if (last.evaluation) return readKept<Evaluation>(last.evaluation);
  for (const decision of decisions.toReversed()) {
    const again = await replay(context, row, decision);
    if (again.ok) return again.value.evaluation;
  }
  return undefined;
}

/** By the facts that count on the day of the filing, whatever was imported since. */
async function pagesOf(context: TradeContext, { row, filing, dossier }: FiledEntry): Promise<CasePage[]> {
  const at = filing.received_at;
  return casePages(await runningProgram(context, row.program, at), dossier, { decisionAt: at, knownAt: at });
}

async function riskOf(context: TradeContext, { row }: FiledEntry) {
  const facts = await queueFacts(context.pool, row.tenant_id, row.case_id);
  if (!facts) return undefined;
  const rules = await targetingRules(context.pool, row.tenant_id);
  const day = (row.story_at ?? context.clock.now()).slice(0, 10);
  return hitsOn(facts, rules, day).map(({ refers: _refers, ...hit }) => hit);
}
