import { canonicalize, digestBytes, digestJson, type Instant, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import {
  type Crossing,
  flowOf,
  type LineMonth,
  type PipelineBoard,
  type Reference,
  type Signed,
} from '@portolan/programs';
import type { MonthSheet, MonthTask, OwnerOrigin } from './month-messages.ts';

const encoder = new TextEncoder();

/**
 * The month that a program makes of the papers of a task, as text that is the same on every node: papers are kept in canonical form,
 * and what a program writes of them it writes in the same order everywhere. Pure.
 */
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
    reader,
  }: Omit<MonthTask, 'program' | 'reference' | 'imported'>,
): MonthSheet | 'no-profile' {
  const gone = new Set(withdrawn);
  const papers = lists
    .flatMap((list) => JSON.parse(list) as Signed[])
    .filter(({ digest }) => !gone.has(digest));
  const made = board.month(
    { line, month, papers, entered, at, ...(reader === undefined ? {} : { reader }) },
    reference,
  );
  if (!made) return 'no-profile';
  const { crossings, ...rest } = made;
  const head = canonical(rest);
  const byDay = [...Map.groupBy(crossings, ({ day }) => day)];
  const days = Object.fromEntries(
    byDay.map(([day, list]) => [day, encoder.encode(JSON.stringify(list))] as const),
  );
  const origins = Object.fromEntries(byDay.map(([day, list]) => [day, originsOf(list)]));
  const digests = papers.map(({ digest }) => digest).sort();
  return {
    ...{ head, crossings: days, origins, papers: papers.length, flow: flowIn(papers, made) },
    batches: batchesIn(papers, line),
    digest: digestJson(nodeCrypto, { head, crossings: daysDigested(days) }),
    papersDigest: digestJson(nodeCrypto, digests),
  };
}

function originsOf(crossings: readonly Crossing[]): OwnerOrigin[] {
  const origins = new Map<string, OwnerOrigin>();
  for (const { origin, owner } of crossings)
    for (const { country, role } of origin)
      origins.set(`${role} ${country} ${owner.did}`, {
        ...{ did: owner.did, role },
        ...(country === undefined ? {} : { country }),
      });
  return [...origins].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, origin]) => origin);
}

/** A day comes in megabytes; of the digests of all of them the digest of the month is made. */
function daysDigested(days: MonthSheet['crossings']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(days).map(([day, bytes]) => [day, digestBytes(nodeCrypto, bytes)]),
  );
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
