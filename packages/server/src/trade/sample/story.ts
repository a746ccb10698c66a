import { createHash } from 'node:crypto';
import { expectOk, instant, type JsonValue, type Pointer, type Result } from '@portolan/kernel';
import type { Finding, Story, StoryStep } from '@portolan/programs';
import type { Member, Tenant } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import { typeFields } from '../draft/change.ts';
import { storeDraft } from '../draft/create.ts';
import { fileDraft } from '../draft/file.ts';
import { openDraft } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { takeIn } from '../evidence/intake.ts';
import { sendEvidence } from '../evidence/send.ts';
import { settled } from '../notice/settled.ts';
import { answerRequest } from '../request/answer.ts';
import { askForInformation } from '../request/ask.ts';
import { closeRequest } from '../request/decide.ts';
import { requestsOfCase } from '../request/store.ts';
import { type CaseRow, readCase } from '../store/cases.ts';
import { exampleFiles, exampleFiling } from './examples.ts';

/** A sample organization with the member who acts for it in stories. */
export interface Seat {
  readonly tenant: Tenant;
  readonly member: Member;
}

export type Seats = ReadonlyMap<string, Seat>;

type StepOf<Kind extends StoryStep['do']> = Extract<StoryStep, { do: Kind }>;

/** Plays one story with the services that production uses, each step at its own date. Throws where the story is wrong. */
export async function playStory(context: TradeContext, seats: Seats, story: Story): Promise<void> {
  const caseId = storyCase(story.id);
  for (const step of story.steps) await playStep(context, seats, { story, caseId }, step);
}

interface Playing {
  readonly story: Story;
  readonly caseId: string;
}

async function playStep(
  context: TradeContext,
  seats: Seats,
  playing: Playing,
  step: StoryStep,
): Promise<void> {
  switch (step.do) {
    case 'issue':
    case 'find':
      return;
    case 'send':
      return sendFiles(context, seats, playing, step);
    case 'draft':
      return draft(context, actOf(seats, step), playing, step);
    case 'fix':
      return fix(context, actOf(seats, step), playing, step);
    case 'file':
      return file(context, actOf(seats, step), playing, step);
    case 'ask':
      return ask(context, actOf(seats, step), playing, step);
    case 'answer':
      return answer(context, actOf(seats, step), playing, step);
    case 'close':
      return close(context, actOf(seats, step), playing, step);
  }
}

function actOf(seats: Seats, { by, at }: { readonly by: string; readonly at: string }): Act {
  const seat = seats.get(by);
  if (!seat) throw new Error(`no sample seat ${by}`);
  return { ...seat, moment: { at: instant(at), story: true } };
}

/** Documents that go from one party to another before anything is filed. */
async function sendFiles(
  context: TradeContext,
  seats: Seats,
  { story, caseId }: Playing,
  step: StepOf<'send'>,
): Promise<void> {
  const act = actOf(seats, step);
  const { taken } = await takeIn(context, act.tenant.id, exampleFiles(story.folder, step.files), act.moment);
  const receiver = seats.get(step.to)?.tenant.did ?? '';
  await sendEvidence(context, act, { to: receiver, thread: threadBetween(caseId, step.by, step.to), taken });
  // What an agency holds before a filing gets no second leaf: a story goes the same way every time.
  if (step.to === 'agency') await settled(context);
}

async function draft(
  context: TradeContext,
  act: Act,
  { story, caseId }: Playing,
  step: StepOf<'draft'>,
): Promise<void> {
  const intake = await takeIn(context, act.tenant.id, exampleFiles(story.folder, step.files), act.moment);
  const { typed } = exampleFiling(story.folder);
  expectOk(await storeDraft(context, act, { intake, typed, caseId }));
}

async function fix(
  context: TradeContext,
  act: Act,
  { caseId }: Playing,
  { code, path }: StepOf<'fix'>,
): Promise<void> {
  const opened = expectOk(await openDraft(context, context.pool, act, caseId));
  const findings: readonly Finding[] = opened.assembled.evaluation?.findings ?? [];
  const typed = findings.find((finding) => finding.code === code && finding.path === path)?.fix?.typed;
  if (!typed) throw new Error(`the story expects a mend of ${code} at ${path}`);
  const change = { typed: typed as Record<Pointer, JsonValue>, undo: [] };
  expectOk(await typeFields(context, act, caseId, change));
}

async function file(
  context: TradeContext,
  act: Act,
  { caseId, story }: Playing,
  step: StepOf<'file'>,
): Promise<void> {
  const filed = await fileDraft(context, act, caseId);
  const outcome = filed.ok ? filed.value.outcome : 'refuse';
  if (outcome !== step.expect.outcome) {
    const said = filed.ok ? await decidedOn(context, caseId) : codesOf(filed);
    throw new Error(`story ${story.id}: expected ${step.expect.outcome}, got ${outcome}: ${said}`);
  }
  await settled(context);
}

/** What a decision on a case says, for whoever has to mend a story. */
async function decidedOn({ pool }: TradeContext, caseId: string): Promise<string> {
  const { rows } = await pool.query<{ document: Buffer }>(
    'select document from decisions where case_id = $1 order by tenant_id limit 1',
    [caseId],
  );
  return rows.map(({ document }) => document.toString('utf8')).join('');
}

function codesOf(result: Result<unknown>): string {
  return result.ok ? '' : result.refusals.map(({ code, path }) => `${code} ${path}`).join(', ');
}

async function ask(context: TradeContext, act: Act, { caseId }: Playing, step: StepOf<'ask'>): Promise<void> {
  const { entry_number } = await storyRow(context, act, caseId);
  const question = { template: step.template, field: `/lines/${step.line - 1}` };
  expectOk(await askForInformation(context, act, entry_number ?? '', question));
  await settled(context);
}

async function answer(
  context: TradeContext,
  act: Act,
  { caseId }: Playing,
  step: StepOf<'answer'>,
): Promise<void> {
  const [request] = await requestsOfCase(context.pool, act.tenant.id, caseId);
  const agencyAlone = step.disclosedTo.every((slug) => slug === 'agency');
  const text = [step.text, step.confidential ?? ''].filter((part) => part !== '').join('\n\n');
  const given = { text, disclosure: agencyAlone ? ('agency' as const) : ('all' as const), files: [] };
  expectOk(await answerRequest(context, act, request?.request_id ?? '', given));
  await settled(context);
}

async function close(
  context: TradeContext,
  act: Act,
  { caseId }: Playing,
  step: StepOf<'close'>,
): Promise<void> {
  const [request] = await requestsOfCase(context.pool, act.tenant.id, caseId);
  const closing = { outcome: 'satisfied' as const, reason: step.finding };
  expectOk(await closeRequest(context, act, request?.request_id ?? '', closing));
  await settled(context);
}

async function storyRow(context: TradeContext, { tenant }: Act, caseId: string): Promise<CaseRow> {
  const row = await readCase(context.pool, tenant.id, caseId);
  if (!row) throw new Error('the story has no case at this party yet');
  return row;
}

/** The case of a story has the same id at every node: a uuid of version 8 (RFC 9562, section 5.8). */
export function storyCase(name: string): string {
  const bytes = createHash('sha256').update(`portolan story ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function threadBetween(caseId: string, from: string, to: string): string {
  return storyCase(`${caseId} ${from} ${to}`);
}
