import { fromBase64, ok, type Result, refused, toHex } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { isKeyName } from './key.ts';

/** One signature line of a note: who claims to have signed, and the bytes after the key id. */
export interface NoteSignature {
  readonly name: string;
  readonly id: string;
  readonly signature: Uint8Array;
}

/** A note taken apart; nothing of it is trusted before verifyNote accepts it. */
export interface SignedNote {
  /** The signed text with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

// A note is bounded, and at least 16 signatures must be accepted: C2SP signed-note, Format.
const MAX_LENGTH = 65_536;
const MAX_SIGNATURES = 64;
const ID_LENGTH = 4;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids exactly these
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/=]+)$/u;

/** Takes a signed note apart (C2SP signed-note, Format). Refuses whatever is cut off, too long or ambiguous. */
export function parseNote(note: string): Result<SignedNote> {
  if (note.length > MAX_LENGTH) return malformed('it is longer than 64 KiB');
  if (!note.isWellFormed() || CONTROL.test(note))
    return malformed('it has control characters or is not Unicode');
  // The last empty line separates: the text may have empty lines of its own.
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return malformed('it is cut off');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return malformed(`it has more than ${MAX_SIGNATURES} signatures`);
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (!signature) return malformed('a signature line is not readable');
    signatures.push(signature);
  }
  return ok({ text: note.slice(0, end + 1), signatures });
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || !isKeyName(name) || !bytes || bytes.length <= ID_LENGTH) return undefined;
  return { name, id: toHex(bytes.subarray(0, ID_LENGTH)), signature: bytes.subarray(ID_LENGTH) };
}

function malformed(detail: string): Result<SignedNote> {
  return refused(ledgerCatalogue.refuse('LEDGER_NOTE_MALFORMED', { params: { detail } }));
}
