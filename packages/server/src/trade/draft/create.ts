import { randomUUID } from 'node:crypto';
import type { RefusedFile } from '@portolan/contract';
import {
  type JsonValue,
  joinPointer,
  ok,
  type Pointer,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { type Intake, takeIn, type UploadedFile } from '../evidence/intake.ts';
import { originalRow } from '../evidence/originals.ts';
import { standingRow } from '../evidence/standing.ts';
import { evidenceRow, type Taken } from '../evidence/taken.ts';
import { addCaseEvidence } from '../store/case-evidence.ts';
import { addCases, type CaseRow } from '../store/cases.ts';
import { saveDraft } from '../store/drafts.ts';
import { insertEvidence } from '../store/evidence.ts';
import { addStanding } from '../store/standing.ts';
import { addEvents } from '../store/timeline.ts';
import { findAgency } from './agency.ts';
import { givenOf } from './given.ts';
import { refreshDraft } from './refresh.ts';
import type { Act } from './steps.ts';

/** The program of an entry whose documents name none: the first that this node runs. */
export function defaultProgram({ programs }: Pick<TradeContext, 'programs'>): string {
  const [first] = programs.keys();
  if (!first) throw new Error('this node runs no program');
  return first;
}

/**
 * Makes a draft from files. Files that can't be read are named in the draft and leave nothing else; when none can be
 * read the draft is refused. The same files give the same evidence, kept once.
 */
export async function createDraft(
  context: TradeContext,
  act: Act,
  files: readonly UploadedFile[],
): Promise<Result<string>> {
  const mayFile = givenOf({ ...act, typed: {} });
  if (!mayFile.ok) return mayFile;
  if (files.length === 0) return refused(tradeCatalogue.refuse('NODE_FILES_NONE'));
  const intake = await takeIn(context, act.tenant.id, files, act.moment);
  if (intake.taken.length === 0) return refused(intake.refused.flatMap(fileRefusals));
  return storeDraft(context, act, { intake, typed: {}, caseId: randomUUID() });
}

export interface NewDraft {
  readonly intake: Intake;
  readonly typed: Readonly<Record<Pointer, JsonValue>>;
  readonly caseId: string;
}

/** Stores a draft with documents that were read and verified before; answers its id. */
export async function storeDraft(
  context: TradeContext,
  act: Act,
  { intake: { taken, refused: unread }, typed, caseId }: NewDraft,
): Promise<Result<string>> {
  const agency = await findAgency(context.pool);
  if (!agency.ok) return agency;
  await withTransaction(context.pool, async (tx) => {
    // A call repeated at the same moment finds the case of the first.
    if ((await addCases(tx, [newCase(context, act, caseId, agency.value.did)])) === 0) return;
    await saveDraft(tx, {
      tenant_id: act.tenant.id,
      case_id: caseId,
      typed,
      refused_files: unread,
      caught: [],
      revision: 1,
    });
    await keepInCase(tx, act, caseId, taken, 0);
    await addEvents(tx, [
      {
        tenant_id: act.tenant.id,
        case_id: caseId,
        at: act.moment.at,
        kind: 'draft-made',
        actor: act.tenant.did,
        detail: { documents: taken.length, by: act.member.name },
      },
    ]);
  });
  await refreshDraft(context, act, caseId);
  return ok(caseId);
}

/** Keeps documents in a case of the own organization. */
export async function keepInCase(
  tx: PoolClient,
  { tenant, moment }: Act,
  caseId: string,
  taken: readonly Taken[],
  position: number,
): Promise<void> {
  const originals = taken.flatMap(({ original }) => original ?? []);
  await insertEvidence(tx, [
    ...taken.map((one) => evidenceRow(one, tenant.id, moment.at, tenant.did)),
    ...originals.map((file) => originalRow(file, tenant.id, moment.at, tenant.did)),
  ]);
  await addStanding(
    tx,
    taken.flatMap(({ evidence }) => standingRow(evidence, tenant.id) ?? []),
  );
  await addCaseEvidence(
    tx,
    taken.map(({ evidence }, index) => ({
      tenant_id: tenant.id,
      case_id: caseId,
      digest: evidence.digest as `sha256:${string}`,
      position: position + index,
      sealed: false,
      added_at: moment.at,
      added_by: tenant.did,
    })),
  );
}

/** Refusals of files, each with the file's name in its path, such as /files/invoice.json/lines/0/quantity. */
export function fileRefusals({ name, refusals }: RefusedFile): Refusal[] {
  const file = joinPointer('files', name);
  return refusals.map((refusal) => ({
    ...refusal,
    path: file + refusal.path,
    params: { ...refusal.params, file: name },
  }));
}

/** The case of a draft that was just begun. */
export function newCase(
  context: TradeContext,
  { tenant, moment }: Act,
  caseId: string,
  agency: string,
): CaseRow {
  return {
    tenant_id: tenant.id,
    case_id: caseId,
    face: 'filer',
    program: defaultProgram(context),
    state: 'draft',
    entry_number: null,
    title: 'Draft',
    filer_did: tenant.did,
    importer_did: null,
    importer_number: null,
    agency_did: agency,
    holders: [],
    next_mover: 'filer',
    due_at: null,
    search: '',
    summary: { lines: 0, enteredValue: '0', claims: [], documents: 0, settled: 'draft', openRequests: 0 },
    story_at: moment.story ? moment.at : null,
    created_at: moment.at,
    updated_at: moment.at,
  };
}
