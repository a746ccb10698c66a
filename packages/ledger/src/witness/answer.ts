import { type CryptoPort, type Instant, ok, type Result, refused } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import type { NoteKey } from '../note/key.ts';
import { verifyNote } from '../note/verify.ts';

/** The cosignature of a witness, ready to stand under a checkpoint. */
export interface Cosigned {
  /** One or more signature lines, each with its newline. */
  readonly line: string;
  readonly at: Instant;
}

/** Longer answers are not read: a cosignature line has about 200 characters. */
const MAX_LENGTH = 4096;
/** Nothing but signature lines: an empty line would make another note of it. */
const LINES = /^(?:\u2014 \S+ [A-Za-z0-9+/=]+\n)+$/u;

/**
 * Reads what a witness answered to a request (C2SP tlog-witness, add-checkpoint): signature lines of which one at least must be
 * its own cosignature over this very checkpoint.
 */
export async function readCosignatures(
  crypto: CryptoPort,
  note: string,
  answer: string,
  witness: NoteKey,
): Promise<Result<Cosigned>> {
  if (answer.length > MAX_LENGTH || !LINES.test(answer))
    return refuse(witness, 'it is not made of signature lines');
  const verified = await verifyNote(crypto, note + answer, [witness]);
  if (!verified.ok) return refuse(witness, verified.refusals.map(({ message }) => message).join(' '));
  const at = verified.value.signatures.find((signature) => signature.at !== undefined)?.at;
  return at === undefined ? refuse(witness, 'it has no time') : ok({ line: answer, at });
}

function refuse({ name }: NoteKey, detail: string): Result<never> {
  return refused(ledgerCatalogue.refuse('LEDGER_WITNESS_ANSWER', { params: { name, detail } }));
}
