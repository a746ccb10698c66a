import {
  type CryptoPort,
  concatBytes,
  fromBase64,
  ok,
  type Result,
  refused,
  toBase64,
  toHex,
  utf8,
} from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';

/** What a key signs: the note itself, or a witness's dated statement about it (C2SP tlog-cosignature). */
export type NoteKeyType = 'ed25519' | 'cosignature-v1';

/** A public key of a log or of a witness, as C2SP signed-note names and identifies it. */
export interface NoteKey {
  readonly name: string;
  readonly type: NoteKeyType;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
  /** Eight hex digits; name and id together say which key signed. */
  readonly id: string;
}

// C2SP signed-note, Signature types.
const TYPE_BYTES: Readonly<Record<NoteKeyType, number>> = { ed25519: 0x01, 'cosignature-v1': 0x04 };
const KEY_LENGTH = 32;
const MAX_TEXT = 1024;
/** Unicode spaces (the next line, U+0085, among them) and the plus sign. */
const FORBIDDEN_IN_NAME = /[\s\u0085+]/u;

/** Whether a text may name a key: not empty, no space, no plus sign. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !FORBIDDEN_IN_NAME.test(name);
}

/** A key from its parts; throws on a name that can't stand in a note, since our own configuration gives it. */
export function noteKey(
  crypto: CryptoPort,
  name: string,
  publicKey: Uint8Array,
  type: NoteKeyType = 'ed25519',
): NoteKey {
  if (!isKeyName(name)) throw new Error(`not a key name: '${name}'`);
  if (publicKey.length !== KEY_LENGTH) throw new Error('an Ed25519 public key has 32 bytes');
  return { name, type, publicKey, id: keyId(crypto, name, type, publicKey) };
}

/** A key as text, `name+id+base64(type || key)`: what `/log/key` serves and people exchange. */
export function formatNoteKey({ name, id, type, publicKey }: NoteKey): string {
  return `${name}+${id}+${toBase64(concatBytes(Uint8Array.of(TYPE_BYTES[type]), publicKey))}`;
}

/** Reads a key as text. Refuses unknown types, other lengths, and an id that the name and bytes don't give. */
export function parseNoteKey(crypto: CryptoPort, text: string): Result<NoteKey> {
  const parts = text.length <= MAX_TEXT ? /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) : null;
  if (!parts) return malformed('it does not read name+hash+base64');
  const [, name, id, encoded] = parts as unknown as [string, string, string, string];
  if (!isKeyName(name)) return malformed('its name has a space');
  const bytes = fromBase64(encoded);
  if (bytes?.length !== 1 + KEY_LENGTH) return malformed('its last part is not 33 bytes in base64');
  const type = typeOf(bytes[0] as number);
  if (!type) return malformed(`signature type ${bytes[0]} is not known here`);
  const key = noteKey(crypto, name, bytes.subarray(1), type);
  if (key.id === id) return ok(key);
  return refused(
    ledgerCatalogue.refuse('LEDGER_KEY_HASH_MISMATCH', { params: { found: id, expected: key.id } }),
  );
}

/** SHA-256(name || 0x0A || type || key), the first four bytes: C2SP signed-note, Signatures. */
function keyId(crypto: CryptoPort, name: string, type: NoteKeyType, publicKey: Uint8Array): string {
  const hashed = crypto.sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(TYPE_BYTES[type]), publicKey));
  return toHex(hashed.subarray(0, 4));
}

function typeOf(byte: number): NoteKeyType | undefined {
  return (Object.keys(TYPE_BYTES) as NoteKeyType[]).find((type) => TYPE_BYTES[type] === byte);
}

function malformed(detail: string): Result<NoteKey> {
  return refused(ledgerCatalogue.refuse('LEDGER_KEY_MALFORMED', { params: { detail } }));
}
