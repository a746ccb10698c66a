import { fromBase64, ok, type Result, refused, toBase64 } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { HASH_LENGTH } from '../merkle/hash.ts';
import { parseSize } from '../merkle/size.ts';

/** What a log asks of a witness: a cosignature on a checkpoint, with the proof that it continues the last one. */
export interface WitnessRequest {
  /** Leaves of the checkpoint that the witness cosigned last; 0 for none. */
  readonly old: number;
  /** Hashes from there to the new checkpoint, RFC 9162 section 2.1.4. */
  readonly proof: readonly Uint8Array[];
  /** The new checkpoint, signed by the log. */
  readonly note: string;
}

/** A tree of 2^63 leaves needs no more: C2SP tlog-witness, add-checkpoint. */
const MAX_PROOF = 63;
const OLD = 'old ';

/** The body of a request to a witness (C2SP tlog-witness, add-checkpoint). */
export function formatWitnessRequest({ old, proof, note }: WitnessRequest): string {
  return `${[`${OLD}${old}`, ...proof.map(toBase64)].join('\n')}\n\n${note}`;
}

/** Reads the body of a request to a witness. The checkpoint is taken as it stands and verified later. */
export function parseWitnessRequest(body: string): Result<WitnessRequest> {
  const end = body.indexOf('\n\n');
  if (end < 0 || !body.startsWith(OLD)) return malformed('it does not begin with "old" and a size');
  const [first = '', ...hashes] = body.slice(0, end).split('\n');
  const old = parseSize(first.slice(OLD.length));
  if (!old.ok) return malformed('its size is not a whole number');
  if (hashes.length > MAX_PROOF) return malformed(`it has more than ${MAX_PROOF} hashes`);
  const proof = hashes.map(fromBase64);
  if (!proof.every((hash) => hash?.length === HASH_LENGTH))
    return malformed('a hash is not 32 bytes in base64');
  return ok({ old: old.value, proof: proof as Uint8Array[], note: body.slice(end + 2) });
}

function malformed(detail: string): Result<never> {
  return refused(ledgerCatalogue.refuse('LEDGER_WITNESS_REQUEST', { params: { detail } }));
}
