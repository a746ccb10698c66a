import type { Evidence } from '@portolan/documents';
import type { JsonObject, Refusal } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { joinSegments, segment, type TaskResult } from '../../platform/workers/index.ts';
import { readVerdict } from '../dossier/canonical.ts';
import { readKept } from '../dossier/kept.ts';
import { signedEvidence } from '../evidence/item.ts';
import type { FilingBody } from './body.ts';
import { type Judgeable, type Judgement, judgeDossier } from './judge-dossier.ts';
import type { FilingSheet, JudgeAnswer, JudgementSheet, JudgeTask } from './judge-messages.ts';
import { runningWith } from './judge-references.ts';

const nothing = new Uint8Array(0);

/** The worker's side of judgeDossiers: the same rules over the same bytes, with the same facts or not at all. */
export function judgeFilingsTask(task: JudgeTask): TaskResult<JudgeAnswer> {
  const running = runningWith(task);
  if (!running) return { output: undefined };
  const judged = [...judgeables(task)].map((one) => judgeDossier(nodeCrypto, running, one, task.targeting));
  const segments = joinSegments(judged.flatMap(keptBytes));
  return { output: { sheets: judged.map(sheetOf), segments }, transfer: [segments.bytes.buffer] };
}

/** Reads the filings again from the bytes that were verified. */
function* judgeables({ filings, segments }: JudgeTask): Generator<Judgeable> {
  let next = 0;
  const bytes = () => segment(segments, next++);
  for (const { documents, observations, at } of filings) {
    const { body } = readKept<{ readonly body: FilingBody }>(bytes());
    yield { body, evidence: documents.map((sheet) => evidenceOf(sheet, bytes)), observations, at };
  }
}

function evidenceOf(sheet: FilingSheet['documents'][number], bytes: () => Buffer): Evidence {
  if (!('signed' in sheet)) return sheet;
  const credential = readKept<JsonObject>(bytes());
  const evidence = signedEvidence(credential, readVerdict(bytes()), sheet.fileName);
  if (!evidence) throw new Error('a credential without a document was handed over as evidence');
  return evidence;
}

function keptBytes(judged: Judgement | readonly Refusal[]): Uint8Array[] {
  if (!('kept' in judged)) return [nothing, nothing, nothing];
  const { dossier, observations, evaluation } = judged.kept;
  return [dossier.bytes, observations.bytes, evaluation.bytes];
}

function sheetOf(judged: Judgement | readonly Refusal[]): JudgementSheet {
  if (!('kept' in judged)) return { refusals: judged };
  const { kept, ...judgement } = judged;
  return { ...judgement, digests: [kept.dossier.digest, kept.observations.digest, kept.evaluation.digest] };
}
