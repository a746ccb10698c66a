import type { Refusal } from '@portolan/kernel';
import { joinSegments, type Segments, segment } from '../../platform/workers/index.ts';
import type { RunningProgram, TradeContext } from '../context.ts';
import { verdictBytes } from '../dossier/canonical.ts';
import type { KeptBytes } from '../dossier/kept.ts';
import type { TargetingRow } from '../targeting/store.ts';
import { type Judgeable, type Judgement, judgeDossier } from './judge-dossier.ts';
import {
  type FilingSheet,
  type JudgeAnswer,
  type JudgementSheet,
  type JudgeTask,
  judgeFilings,
} from './judge-messages.ts';
import type { ObservedFiling } from './observe.ts';

/** Fewer than this are judged in place: handing them over would take longer than it spares. */
const fewest = 8;

type Judged = Judgement | readonly Refusal[];

/** Judges filings to one agency, larger batches spread over the worker threads. Answers in the order of the filings. */
export async function judgeDossiers(
  context: TradeContext,
  filings: readonly ObservedFiling[],
  targeting: readonly TargetingRow[],
): Promise<Judged[]> {
  const judged = new Map<ObservedFiling, Judged>();
  const groups = Map.groupBy(filings, ({ running }) => running);
  await Promise.all(
    [...groups].flatMap(([running, group]) =>
      chunks(group, context.workers.size).map(async (chunk) => {
        const answers = await judgeChunk(context, running, chunk, targeting);
        for (const [index, filing] of chunk.entries()) judged.set(filing, answers[index] as Judged);
      }),
    ),
  );
  return filings.map((filing) => judged.get(filing) as Judged);
}

async function judgeChunk(
  context: TradeContext,
  running: RunningProgram,
  filings: readonly ObservedFiling[],
  targeting: readonly TargetingRow[],
): Promise<Judged[]> {
  const apart =
    filings.length < fewest ? undefined : await ask(context, running, taskOf(running, filings, targeting));
  if (!apart)
    return filings.map((filing) => judgeDossier(context.crypto, running, judgeable(filing), targeting));
  return apart.sheets.map((sheet, index) => judgementOf(sheet, apart.segments, index));
}

/** Asks a worker; one that lacks what was imported since it last judged is handed it and asked again. */
async function ask(
  { workers }: Pick<TradeContext, 'workers'>,
  { imported }: RunningProgram,
  task: JudgeTask,
): Promise<JudgeAnswer> {
  const answer = await workers.run<JudgeAnswer>(judgeFilings, task);
  if (answer || imported.length === 0) return answer;
  return workers.run<JudgeAnswer>(judgeFilings, { ...task, imported });
}

function judgeable({ body, documents, observations, received }: ObservedFiling): Judgeable {
  return { body, evidence: documents.map(({ evidence }) => evidence), observations, at: received.moment.at };
}

function taskOf(
  { program, reference }: RunningProgram,
  filings: readonly ObservedFiling[],
  targeting: readonly TargetingRow[],
): JudgeTask {
  const parts: Uint8Array[] = [];
  const sheets = filings.map(({ received, documents, observations }): FilingSheet => {
    parts.push(received.content);
    const sheetsOf = documents.map(({ evidence, content, format }) => {
      if (!evidence.verdict || format !== 'credential') return evidence;
      parts.push(content, verdictBytes(evidence.verdict));
      return { signed: true as const, fileName: evidence.fileName };
    });
    return { observations, at: received.moment.at, documents: sheetsOf };
  });
  const segments = joinSegments(parts);
  return { program: program.id, reference: reference.digest, targeting, filings: sheets, segments };
}

function judgementOf(sheet: JudgementSheet, segments: Segments, index: number): Judged {
  if ('refusals' in sheet) return sheet.refusals;
  const { digests, ...judgement } = sheet;
  const bytes = (at: 0 | 1 | 2): KeptBytes => ({
    bytes: segment(segments, index * 3 + at),
    digest: digests[at],
  });
  return { ...judgement, kept: { dossier: bytes(0), observations: bytes(1), evaluation: bytes(2) } };
}

function chunks<T>(items: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.min(most, Math.floor(items.length / fewest)));
  const size = Math.ceil(items.length / count);
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
