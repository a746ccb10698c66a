import { expectOk, type Instant, ok, type Result, refused } from '@portolan/kernel';
import {
  checkAdvance,
  cosignNote,
  ledgerCatalogue,
  type NoteSigner,
  parseCheckpoint,
  parseNote,
  parseNoteKey,
  parseWitnessRequest,
  type WitnessRequest,
} from '@portolan/ledger';
import type { NodeContext } from '../../platform/context.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { advanceWitnessed, lockWitnessed } from './witnessed-logs.ts';

export type WitnessContext = Pick<NodeContext, 'pool' | 'crypto' | 'clock' | 'keys' | 'settings'>;

/** The node's key as a witness, named after its log. */
export function witnessSigner({
  keys,
  settings,
}: Pick<WitnessContext, 'keys' | 'settings'>): Promise<NoteSigner> {
  return keys.witnessSigner(`${settings.logOrigin}/witness`);
}

/**
 * Cosigns a checkpoint of a log that the operator has taken up, when it continues what was cosigned of that log before (C2SP
 * tlog-witness, add-checkpoint). How far the log is cosigned is stored before anything is signed, so that two histories of one
 * log never both get a cosignature. Answers the signature line.
 */
export async function cosign(context: WitnessContext, body: string): Promise<Result<string>> {
  const request = parseWitnessRequest(body);
  if (!request.ok) return request;
  const origin = originOf(request.value.note);
  if (!origin.ok) return origin;
  const at = context.clock.now();
  const advanced = await advance(context, origin.value, request.value, at);
  if (!advanced.ok) return advanced;
  const { note } = request.value;
  return ok((await cosignNote(note, await witnessSigner(context), at)).slice(note.length));
}

/** The log that a checkpoint names; whether that log signed it is asked when its key is known. */
function originOf(note: string): Result<string> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const checkpoint = parseCheckpoint(parsed.value.text);
  return checkpoint.ok ? ok(checkpoint.value.origin) : checkpoint;
}

function advance(
  { pool, crypto }: WitnessContext,
  origin: string,
  request: WitnessRequest,
  at: Instant,
): Promise<Result<true>> {
  return withTransaction(pool, async (tx) => {
    const known = await lockWitnessed(tx, origin);
    if (!known) return refused(ledgerCatalogue.refuse('LEDGER_WITNESS_LOG_UNKNOWN', { params: { origin } }));
    const key = expectOk(parseNoteKey(crypto, known.noteKey));
    const opened = await checkAdvance(crypto, request, key, known.seen);
    if (!opened.ok) return opened;
    await advanceWitnessed(tx, origin, opened.value, at);
    return ok(true);
  });
}
