import { type CryptoPort, type Instant, ok, type Result, refused, utf8 } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { cosignatureMessage, parseCosignature } from './cosignature.ts';
import type { NoteKey } from './key.ts';
import { type NoteSignature, parseNote } from './note.ts';

/** A signature that verified; `at` is the witness's time, present on cosignatures alone. */
export interface VerifiedSignature {
  readonly key: NoteKey;
  readonly at?: Instant;
}

export interface VerifiedNote {
  readonly text: string;
  readonly signatures: readonly VerifiedSignature[];
}

/**
 * The text of a note signed by at least one of `keys`. Signatures of strangers are ignored, as key rotation and
 * witnesses need; a signature that claims one of `keys` and fails makes the whole note refused (C2SP signed-note, Signatures).
 */
export async function verifyNote(
  crypto: CryptoPort,
  note: string,
  keys: readonly NoteKey[],
): Promise<Result<VerifiedNote>> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const verified: VerifiedSignature[] = [];
  for (const signature of parsed.value.signatures) {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.id);
    if (!key) continue;
    const accepted = await verifyOne(crypto, key, signature, parsed.value.text);
    if (!accepted) return refuse('LEDGER_NOTE_SIGNATURE_INVALID', { name: key.name });
    verified.push(accepted);
  }
  if (verified.length > 0) return ok({ text: parsed.value.text, signatures: verified });
  return refuse('LEDGER_NOTE_UNKNOWN_SIGNER', { signers: signersOf(parsed.value.signatures) });
}

async function verifyOne(
  crypto: CryptoPort,
  key: NoteKey,
  { signature }: NoteSignature,
  text: string,
): Promise<VerifiedSignature | undefined> {
  if (key.type === 'ed25519')
    return (await crypto.verifyEd25519(key.publicKey, utf8(text), signature)) ? { key } : undefined;
  const cosignature = parseCosignature(signature);
  if (!cosignature) return undefined;
  const message = cosignatureMessage(cosignature.seconds, text);
  const valid = await crypto.verifyEd25519(key.publicKey, message, cosignature.signature);
  return valid ? { key, at: cosignature.at } : undefined;
}

function signersOf(signatures: readonly NoteSignature[]): string {
  return signatures
    .map(({ name, id }) => `${name} (${id})`)
    .join(', ')
    .slice(0, 300);
}

function refuse(
  code: 'LEDGER_NOTE_SIGNATURE_INVALID' | 'LEDGER_NOTE_UNKNOWN_SIGNER',
  params: Record<string, string>,
): Result<VerifiedNote> {
  return refused(ledgerCatalogue.refuse(code, { params }));
}
