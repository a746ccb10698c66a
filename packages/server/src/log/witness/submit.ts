import { expectOk, fromBase64, type Result } from '@portolan/kernel';
import {
  formatWitnessRequest,
  type NoteKey,
  parseNoteKey,
  parseSize,
  readCosignatures,
} from '@portolan/ledger';
import type { NodeContext } from '../../platform/context.ts';
import { whyNot } from '../../platform/outbound/fetch-text.ts';
import { newestCheckpoint, type StoredCheckpoint } from '../checkpoints.ts';
import { proveConsistency } from '../consistency.ts';
import { keepCosignature, noteFault, type Witness } from './witnesses.ts';

export type SubmitContext = Pick<NodeContext, 'pool' | 'crypto'>;

const timeoutMs = 10_000;
/** Longer answers are cut off, and then are no cosignature. */
const longestAnswer = 8192;

interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * Hands the newest checkpoint of this node's log to a witness, when the log has grown since it cosigned last, and keeps its
 * cosignature. A witness that has seen another size is asked again from there. Answers why it gave none; undefined when all is well.
 */
export async function submitCheckpoint(
  context: SubmitContext,
  logId: number,
  witness: Witness,
): Promise<string | undefined> {
  const newest = await newestCheckpoint(context.pool, logId);
  if (!newest || newest.size === witness.size) return undefined;
  const fault = await ask(context, logId, witness, newest).catch(whyNot);
  if (fault !== undefined) await noteFault(context.pool, logId, witness.name, fault);
  return fault;
}

async function ask(
  context: SubmitContext,
  logId: number,
  witness: Witness,
  newest: StoredCheckpoint,
): Promise<string | undefined> {
  const first = await request(context, logId, witness, newest, witness.size);
  const known = sizeIn(first);
  // Another process of this node may have asked before, or an answer was lost on its way.
  const answer = known === undefined ? first : await request(context, logId, witness, newest, known);
  if (answer.status !== 200) return `it answered ${answer.status} ${answer.text.trim().slice(0, 200)}`;
  const key: NoteKey = expectOk(parseNoteKey(context.crypto, witness.noteKey));
  const cosigned = await readCosignatures(context.crypto, newest.note, answer.text, key);
  if (!cosigned.ok) return messagesOf(cosigned);
  await keepCosignature(context.pool, logId, { ...cosigned.value, witness: witness.name, size: newest.size });
  return undefined;
}

async function request(
  { pool, crypto }: SubmitContext,
  logId: number,
  { prefix }: Witness,
  { size, note }: StoredCheckpoint,
  old: number,
): Promise<Answer> {
  const proved = await proveConsistency(pool, crypto, logId, { first: old, second: size });
  if (!proved.ok) throw new Error(`it has cosigned ${old} leaves of this log, which has ${size}`);
  const proof = proved.value.proof.map((hash) => fromBase64(hash) as Uint8Array);
  const response = await fetch(`${prefix}/add-checkpoint`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: formatWitnessRequest({ old, proof, note }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { status: response.status, text: (await response.text()).slice(0, longestAnswer) };
}

/** The size that a witness knows, where it says that the request began from another one. */
function sizeIn({ status, text }: Answer): number | undefined {
  const size = status === 409 ? parseSize(text.trim()) : undefined;
  return size?.ok ? size.value : undefined;
}

function messagesOf(result: Result<unknown>): string {
  return result.ok ? '' : result.refusals.map(({ message }) => message).join(' ');
}
