import { canonicalize, canonicalObject, digestBytes, digestJson, type Instant, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type Crossing, flowOf, type LineMonth, type PipelineBoard, type Reference, type Signed } from '@portolan/programs';
import type { MonthSheet, MonthTask } from './month-messages.ts';

/** The month that a program makes of the papers of a task, as text that is the same on every node. Pure. */
export function monthSheet(
  board: PipelineBoard,
  reference: Reference,
  {
    papers: lists,
    withdrawn,
    line,
    month,
    entered,
    at,
  }: Omit<MonthTask, 'program' | 'reference' | 'imported'>,
): MonthSheet | 'no-profile' {
  const gone = new Set(withdrawn);
  const papers = lists
    .flatMap((list) => JSON.parse(list) as Signed[])
    .filter(({ digest }) => !gone.has(digest));
  const made = board.month({ line, month, papers, entered, at }, reference);
  if (!made) return 'no-profile';
  const { crossings, ...rest } = made;
  const head = canonical(rest);
  const days = Object.fromEntries(
    [...Map.groupBy(crossings, ({ day }) => day)].map(([day, list]) => [day, `[${list.map(crossingText).join(',')}]`]),
  );
  const digests = papers.map(({ digest }) => digest).sort();
  return {
    ...{ head, crossings: days, papers: papers.length, flow: flowIn(papers, made) },
    batches: batchesIn(papers, line),
    digest: digestJson(nodeCrypto, { head: digestOf(head), crossings: daysDigested(days) }),
    papersDigest: digestJson(nodeCrypto, digests),
  };
}

/** The text of a day comes in megabytes; of those their digests make the digest of the month. */
function daysDigested(days: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(days).map(([day, text]) => [day, digestOf(text)]));
}

function digestOf(text: string): string {
  return digestBytes(nodeCrypto, Buffer.from(text));
}

/** Canonical text of a crossing. What many crossings share, such as owner, title and origin, is written once. */
function crossingText(crossing: Crossing): string {
  const members = Object.entries(crossing).map(([name, value]): [string, string | undefined] => [
    name,
    value === undefined ? undefined : typeof value === 'object' ? shared(value) : canonical(value),
  ]);
  return canonicalObject(Object.fromEntries(members));
}

const written = new WeakMap<object, string>();

function shared(value: object): string {
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = canonical(value);
  written.set(value, text);
  return text;
}

function flowIn(papers: readonly Signed[], { days }: LineMonth) {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? flowOf(papers, first.from as Instant, last.to as Instant) : { nodes: [], links: [] };
}

/** Batches of the line that its papers name. */
function batchesIn(papers: readonly Signed[], line: string): string[] {
  const named = papers.flatMap(({ document }) =>
    'batch' in document && 'line' in document && document.line === line ? [document.batch] : [],
  );
  return [...new Set(named)].sort();
}

function canonical(value: unknown): string {
  return canonicalize(value as JsonValue);
}
