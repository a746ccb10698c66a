import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import { clientOnRecord } from '../../clients/on-record.ts';
import type { Moment } from '../../exchange/moment.ts';
import { type OwnAuthority, ownAuthority } from '../../parties/authority/draft.ts';
import { productsOnRecord } from '../../products/on-record.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { RunningProgram, TradeContext } from '../context.ts';
import type { Queryable } from '../store/bulk.ts';
import { evidenceOfCase } from '../store/case-evidence.ts';
import { type CaseRow, readCase } from '../store/cases.ts';
import { type DraftRow, readDraft } from '../store/drafts.ts';
import { type Assembled, assemble } from './assemble.ts';
import { enteredByUs } from './entered-by-us.ts';
import { givenOf, signatoryOf } from './given.ts';
import { type Paper, papersOf } from './papers.ts';
import type { Act } from './steps.ts';

/** A draft with all that follows from it. */
export interface OpenDraft {
  readonly row: CaseRow;
  readonly draft: DraftRow;
  readonly running: RunningProgram;
  readonly papers: readonly Paper[];
  readonly assembled: Assembled;
  /** The same with another reference. */
  readonly assembleWith: (running: RunningProgram) => Assembled;
  readonly moment: Moment;
  readonly authority: OwnAuthority;
  readonly signatory?: { readonly name: string; readonly did: string };
}

/** The time at which a case is looked at: a story stays on its own date. */
export function momentOfCase({ story_at }: Pick<CaseRow, 'story_at'>, now: Instant): Moment {
  return story_at === null ? { at: now, story: false } : { at: story_at, story: true };
}

/**
 * Opens a draft of the own organization; another's, and one that is none, is not found. `typed` stands in for the kept
 * answers of a filed draft that is being corrected.
 */
export async function openDraft(
  context: TradeContext,
  db: Queryable,
  act: Act,
  caseId: string,
  typed?: DraftRow['typed'],
): Promise<Result<OpenDraft>> {
  const row = await readCase(db, act.tenant.id, caseId);
  const kept = row && (await readDraft(db, act.tenant.id, caseId));
  const draft = kept && { ...kept, typed: typed ?? kept.typed };
  if (!row || !draft || row.state === 'discarded') return refused(caseUnknown('draft', caseId));
  const rows = (await evidenceOfCase(db, act.tenant.id, caseId)).filter(({ sealed }) => !sealed);
  const moment = act.moment.story ? act.moment : momentOfCase(row, act.moment.at);
  const signatory = signatoryOf(draft.typed, act.member);
  const [papers, authority] = await Promise.all([
    papersOf(context, act.tenant, rows, moment),
    ownAuthority(context, act.tenant, signatory?.did, moment),
  ]);
  const running = await runningProgram(context, row.program, moment.at);
  const given = givenOf({ ...act, moment, typed: draft.typed, entryNumber: row.entry_number ?? undefined });
  if (!given.ok) return given;
  const evidence = papers.map((paper) => paper.evidence);
  const entered = await enteredByUs(context, db, row, evidence);
  const acting = {
    corrects: typed !== undefined,
    authority: authority.for,
    entered,
    ...(signatory ? { signatory } : {}),
  };
  const products = await productsOnRecord(db, act.tenant.id, evidence, moment.at);
  const client = await clientOnRecord(db, act.tenant.id, evidence, draft.typed, moment.at.slice(0, 10));
  const known = { ...given.value, ...client, products };
  const assembleWith = (one: RunningProgram) => assemble(one, evidence, known, acting);
  const assembled = assembleWith(running);
  const opened = { row, draft, running, papers, assembled, assembleWith, moment, authority };
  return ok(signatory ? { ...opened, signatory } : opened);
}

/** A program with the reference that counts at a moment. */
export async function runningProgram(
  { references }: Pick<TradeContext, 'references'>,
  id: string,
  at: Instant,
): Promise<RunningProgram> {
  const running = (await references.at(at)).get(id);
  if (!running) throw new Error(`this node no longer runs the program ${id}`);
  return running;
}

export function caseUnknown(what: string, id: string) {
  return tradeCatalogue.refuse('NODE_CASE_UNKNOWN', { params: { what, id: id.slice(0, 80) } });
}
