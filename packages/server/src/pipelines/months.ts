import type { Digest, Instant } from '@portolan/kernel';
import { ok, type Result, refused } from '@portolan/kernel';
import type { EnteredPeriod, Signed } from '@portolan/programs';
import type { RunningProgram, TradeContext } from '../trade/context.ts';
import { runningProgram } from '../trade/draft/open.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { type Board, boardFor } from './boards.ts';
import { pipelinesCatalogue } from './catalogue.ts';
import { monthSheet } from './compute-month.ts';
import { enteredPeriods } from './entered.ts';
import { lineNamed } from './lines.ts';
import { countedTo, monthKey } from './month-key.ts';
import {
  computeMonth,
  type MonthAnswer,
  type MonthHead,
  type MonthSheet,
  type MonthTask,
} from './month-messages.ts';
import {
  MOST_PAPERS,
  type MonthKey,
  papersCounted,
  papersFingerprint,
  readPapers,
  readStatusGroups,
  type StatusGroup,
} from './papers-of-month.ts';
import { statusesOf, withdrawnAmong } from './withdrawn.ts';

/** A month as it was computed, with what it was computed from. */
export interface Month {
  readonly head: MonthHead;
  readonly sheet: MonthSheet;
  readonly entered: readonly EnteredPeriod[];
  readonly withdrawn: readonly string[];
  readonly at: Instant;
  /** Changes with anything that it was computed from. */
  readonly stamp: string;
}

/** What a month was computed from; the same gives the same month. */
interface Basis {
  readonly counted: number;
  readonly fingerprint: string;
  readonly statuses: string;
  readonly entered: string;
  readonly reference: Digest;
  readonly at: Instant;
}

interface Kept {
  readonly basis: Basis;
  readonly groups: readonly Pick<StatusGroup, 'issuer' | 'lists'>[];
  readonly month: Month | 'no-papers' | 'no-profile' | 'too-many';
}

const NOTHING = { counted: 0, fingerprint: '', statuses: '', entered: '' };

/** Fewer papers than this are computed in place: handing them over would take longer. */
const FEWEST = 400;
/** Text of months that is kept in memory. */
const MOST_TEXT = 96_000_000;

const books = new WeakMap<object, Map<string, Kept>>();
const underWay = new WeakMap<object, Map<string, Promise<Kept>>>();

/**
 * The month of a line as the papers tell it that a tenant holds. It is kept until a paper joins, one is withdrawn, an entry is
 * drafted or filed, other facts count or an hour is over; whoever asks gets what these give now. Refuses a line without papers,
 * and one whose profile is not at hand.
 */
export async function monthOf(
  context: TradeContext,
  tenantId: string,
  line: string,
  month: string,
): Promise<Result<Month>> {
  const named = await lineNamed(context.pool, tenantId, line);
  const board = named && boardFor(named.commodity);
  if (!board) return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_UNKNOWN', { params: { line } }));
  const key = monthKey(tenantId, line, month, board.board.monthsBack);
  const at = countedTo(context.clock.now());
  const running = await runningProgram(context, board.program, at);
  const { month: found } = await once(context, key, () => current(context, board, running, key, at));
  if (found === 'no-papers')
    return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_MONTH_UNKNOWN', { params: { line, month } }));
  if (found === 'no-profile')
    return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_PROFILE', { params: { line, month } }));
  if (found === 'too-many')
    return refused(
      pipelinesCatalogue.refuse('NODE_PIPELINE_PAPERS', { params: { line, month, limit: MOST_PAPERS } }),
    );
  return ok(found);
}

/**
 * The month once more with papers beside those that are held, such as one that nobody has signed yet: what it would be then. It is
 * computed anew each time and not kept. Refuses what `monthOf` refuses.
 */
export async function monthWith(
  context: TradeContext,
  tenantId: string,
  line: string,
  month: Pick<Month, 'head' | 'entered' | 'withdrawn' | 'at'>,
  more: readonly Signed[],
): Promise<Result<MonthHead>> {
  const { head, entered, withdrawn, at } = month;
  const named = await lineNamed(context.pool, tenantId, line);
  const board = named && boardFor(named.commodity);
  if (!board) return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_UNKNOWN', { params: { line } }));
  const running = await runningProgram(context, board.program, at);
  const { lists, number } = await readPapers(
    context.pool,
    monthKey(tenantId, line, head.month, board.board.monthsBack),
  );
  const papers = [...lists, JSON.stringify(more)];
  const asked = await readerOf(context.pool, tenantId);
  const task = { line, month: head.month, entered, at, papers, withdrawn, ...asked };
  const sheet = await compute(context, board, running, task, number);
  return sheet === 'no-profile'
    ? refused(pipelinesCatalogue.refuse('NODE_PIPELINE_PROFILE', { params: { line, month: head.month } }))
    : ok(JSON.parse(sheet.head) as MonthHead);
}

/** Who asks while a month is being looked up waits for the same answer. */
function once({ pool }: TradeContext, key: MonthKey, work: () => Promise<Kept>): Promise<Kept> {
  const running = underWay.get(pool) ?? new Map<string, Promise<Kept>>();
  underWay.set(pool, running);
  const name = nameOf(key);
  const known = running.get(name);
  if (known) return known;
  const begun = work().finally(() => running.delete(name));
  running.set(name, begun);
  return begun;
}

async function current(
  context: TradeContext,
  board: Board,
  running: RunningProgram,
  key: MonthKey,
  at: Instant,
): Promise<Kept> {
  const { pool } = context;
  const before = books.get(pool)?.get(nameOf(key));
  const [{ papers: counted, own }, periods] = await Promise.all([
    papersCounted(pool, key),
    enteredPeriods(pool, key),
  ]);
  const reference = running.reference.digest;
  if (own === 0) return { basis: { ...NOTHING, reference, at }, groups: [], month: 'no-papers' };
  const entered = JSON.stringify(periods);
  if (
    before &&
    before.basis.at === at &&
    before.basis.entered === entered &&
    before.basis.reference === reference
  ) {
    const { stamp: statuses } = await statusesOf(context, key.tenantId, before.groups, at);
    const same = before.basis.statuses === statuses;
    if (same && before.basis.counted === counted) return before;
    if (same && before.basis.fingerprint === (await papersFingerprint(pool, key)))
      return keep(pool, key, { ...before, basis: { ...before.basis, counted } });
  }
  const groups = await readStatusGroups(pool, key);
  const [statuses, fingerprint, papers, asked] = await Promise.all([
    statusesOf(context, key.tenantId, groups, at),
    papersFingerprint(pool, key),
    readPapers(pool, key),
    readerOf(pool, key.tenantId),
  ]);
  const basis = { counted, fingerprint, statuses: statuses.stamp, entered, reference, at };
  const withdrawn = withdrawnAmong(groups, statuses);
  const task = {
    ...{ line: key.line, month: key.month, entered: periods, at, papers: papers.lists, withdrawn },
    ...asked,
  };
  const sheet =
    papers.number > MOST_PAPERS ? 'too-many' : await compute(context, board, running, task, papers.number);
  const made =
    typeof sheet === 'string'
      ? sheet
      : {
          head: JSON.parse(sheet.head) as MonthHead,
          sheet,
          entered: periods,
          withdrawn,
          at,
          stamp: stampOf(basis),
        };
  return keep(pool, key, {
    basis,
    groups: groups.map(({ issuer, lists }) => ({ issuer, lists })),
    month: made,
  });
}

/** A business is shown what was sent to it; the agency is shown all, and asks for nobody in particular. */
async function readerOf(db: Queryable, tenantId: string): Promise<Pick<MonthTask, 'reader'>> {
  const { rows } = await db.query<{ did: string }>({
    name: 'pipeline-reader',
    text: `select did from tenants where id = $1 and kind <> 'agency'`,
    values: [tenantId],
  });
  return rows[0] ? { reader: rows[0].did } : {};
}

/** Long months are computed in a thread apart; the main one only hands the papers over, as the database gave them. */
async function compute(
  context: TradeContext,
  { program, board }: Board,
  running: RunningProgram,
  task: Omit<MonthTask, 'program' | 'reference' | 'imported'>,
  papers: number,
): Promise<MonthSheet | 'no-profile'> {
  if (papers < FEWEST) return monthSheet(board, running.reference, task);
  const whole = { ...task, program, reference: running.reference.digest };
  const { imported } = running;
  const answer = await context.workers.run<MonthAnswer>(computeMonth, whole);
  if (answer) return answer;
  const again =
    imported.length > 0
      ? await context.workers.run<MonthAnswer>(computeMonth, { ...whole, imported })
      : undefined;
  return again ?? monthSheet(board, running.reference, task);
}

function stampOf({ fingerprint, statuses, entered, reference, at }: Basis): string {
  return [fingerprint, statuses.length, entered.length, reference, at].join(' ');
}

function keep(pool: object, key: MonthKey, kept: Kept): Kept {
  const book = books.get(pool) ?? new Map<string, Kept>();
  books.set(pool, book);
  book.delete(nameOf(key));
  book.set(nameOf(key), kept);
  let text = [...book.values()].reduce((sum, { month }) => sum + textOf(month), 0);
  for (const [name, { month }] of book) {
    if (text <= MOST_TEXT || book.size === 1) break;
    book.delete(name);
    text -= textOf(month);
  }
  return kept;
}

function textOf(month: Kept['month']): number {
  if (typeof month === 'string') return 0;
  const { head, crossings } = month.sheet;
  return Object.values(crossings).reduce((sum, { length }) => sum + length, head.length);
}

function nameOf({ tenantId, line, month }: MonthKey): string {
  return `${tenantId} ${month} ${line}`;
}
