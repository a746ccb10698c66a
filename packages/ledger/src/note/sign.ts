import { concatBytes, fromHex, type Instant, toBase64, utf8 } from '@portolan/kernel';
import { cosignatureMessage, encodeCosignature } from './cosignature.ts';
import type { NoteKey } from './key.ts';

/** A key with the power to sign; the private half stays where it is kept. */
export interface NoteSigner {
  readonly key: NoteKey;
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** A signed note over `text`, which ends in a newline (C2SP signed-note, Format). */
export async function signNote(text: string, signer: NoteSigner): Promise<string> {
  if (!text.endsWith('\n')) throw new Error('the text of a note ends in a newline');
  return `${text}\n${signatureLine(signer.key, await signer.sign(utf8(text)))}`;
}

/** The note with a witness's dated signature added (C2SP tlog-cosignature). */
export async function cosignNote(note: string, witness: NoteSigner, at: Instant): Promise<string> {
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  const seconds = BigInt(Math.floor(Date.parse(at) / 1000));
  const signature = await witness.sign(cosignatureMessage(seconds, text));
  return `${note}${signatureLine(witness.key, encodeCosignature(seconds, signature))}`;
}

function signatureLine({ name, id }: NoteKey, signature: Uint8Array): string {
  return `\u2014 ${name} ${toBase64(concatBytes(fromHex(id) as Uint8Array, signature))}\n`;
}
