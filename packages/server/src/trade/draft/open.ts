import type { Evidence } from '@portolan/documents';
import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import { tradeCatalogue } from '../catalogue.ts';
import type { RunningProgram, TradeContext } from '../context.ts';
import { heldEvidence } from '../evidence/held.ts';
import { type Queryable } from '../store/bulk.ts';
import { evidenceOfCase, type HeldEvidence } from '../store/case-evidence.ts';
import { type CaseRow, readCase } from '../store/cases.ts';
import { type DraftRow, readDraft } from '../store/drafts.ts';
import { type Assembled, assemble } from './assemble.ts';
import { givenOf } from './given.ts';
import type { Act } from './steps.ts';
import { recordsFor } from './on-record.ts';

/** A draft with all that follows from it. */
export interface OpenDraft {
  readonly row: CaseRow;
  readonly draft: DraftRow;
  readonly running: RunningProgram;
  readonly held: readonly HeldEvidence[];
  readonly evidence: readonly Evidence[];
  readonly assembled: Assembled;
}

/** The time at which a draft is looked at: a story's draft stays in its story. */
export function momentOfCase({ story_at }: Pick<CaseRow, 'story_at'>, now: Instant): { at: Instant; story: boolean } {
  return story_at === null ? { at: now, story: false } : { at: story_at, story: true };
}

/** Opens a draft of the own organization; another's, and one that is none, is not found. */
export async function openDraft(
  context: TradeContext,
  db: Queryable,
  act: Act,
  caseId: string,
): Promise<Result<OpenDraft>> {
  const row = await readCase(db, act.tenant.id, caseId);
  const draft = row && (await readDraft(db, act.tenant.id, caseId));
  if (!row || !draft) return refused(caseUnknown('draft', caseId));
  const running = runningProgram(context, row.program);
  const held = await evidenceOfCase(db, act.tenant.id, caseId);
  const evidence = held.filter(({ sealed }) => !sealed).map((one) => heldEvidence(one));
  const moment = momentOfCase(row, act.moment.at);
  const given = givenOf({ ...act, moment, typed: draft.typed, entryNumber: row.entry_number ?? undefined });
  if (!given.ok) return given;
  const observed = await recordsFor(context, act.tenant, evidence, moment);
  const assembled = assemble(running, evidence, given.value, observed);
  return ok({ row, draft, running, held, evidence, assembled });
}

export function runningProgram(context: TradeContext, id: string): RunningProgram {
  const running = context.programs.get(id);
  if (!running) throw new Error(`this node no longer runs the program ${id}`);
  return running;
}

export function caseUnknown(what: string, id: string) {
  return tradeCatalogue.refuse('NODE_CASE_UNKNOWN', { params: { what, id: id.slice(0, 80) } });
}
