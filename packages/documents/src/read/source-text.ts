import { ok, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';

/** Largest file that is read, in bytes: no order or invoice of the trade comes near without pictures inside. */
export const maxFileBytes = 5 * 1024 * 1024;

export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

/** First bytes of the formats that people send by mistake. */
const foreign: readonly (readonly [signature: readonly number[], name: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an Office file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x1f, 0x8b], 'compressed data'],
];

/** The text of a file, without byte order mark. Refuses empty, too large, binary and other than UTF-8 files. */
export function sourceText({ name, bytes }: SourceFile): Result<string> {
  const refuse = (code: Parameters<typeof documentsCatalogue.refuse>[0], params = {}) =>
    refused(documentsCatalogue.refuse(code, { params: { name, ...params } }));
  if (bytes.length === 0) return refuse('DOC_FILE_EMPTY');
  if (bytes.length > maxFileBytes)
    return refuse('DOC_FILE_TOO_LARGE', { bytes: bytes.length, limit: maxFileBytes });
  const known = foreign.find(([signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (known) return refuse('DOC_FILE_UNREADABLE', { found: known[1] });
  const text = decodeUtf8(bytes);
  if (text === undefined) return refuse('DOC_FILE_ENCODING');
  if (text.includes('\0')) return refuse('DOC_FILE_UNREADABLE', { found: 'binary data' });
  return text.trim() === '' ? refuse('DOC_FILE_EMPTY') : ok(text);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
