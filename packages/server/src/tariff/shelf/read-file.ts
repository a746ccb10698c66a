import { gunzipSync } from 'node:zlib';
import { type Digest, digestBytes, ok, parseJson, type Result, refused, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { importHtsExport, writeFacts } from '@portolan/tariff';
import { shelfCatalogue } from '../catalogue.ts';
import { type DataKind, kindNames } from './kinds.ts';

/** The text that is kept of an imported file. */
export interface ReadFile {
  readonly text: string;
  readonly rows: number;
  readonly digest: Digest;
}

/** A full export is some 15 MB of JSON; nothing that unpacks to more is read on. */
const largest = 64 * 1024 * 1024;
const deepest = 12;

/**
 * Reads the bytes of a file (plain or gzip) as its kind. Refuses what is damaged, too large when unpacked, or not of the
 * kind; nothing is kept then.
 */
export function readFile(kind: DataKind, bytes: Uint8Array): Result<ReadFile> {
  const plain = unpacked(kind, bytes);
  if (!plain.ok) return plain;
  const json = parseJson(plain.value, { maxBytes: largest, maxDepth: deepest });
  if (!json.ok) return json;
  const rows = importHtsExport(json.value);
  return rows.ok ? ok(kept(writeFacts(rows.value), rows.value.length)) : rows;
}

function kept(text: string, rows: number): ReadFile {
  return { text, rows, digest: digestBytes(nodeCrypto, utf8(text)) };
}

function unpacked(kind: DataKind, bytes: Uint8Array): Result<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return ok(bytes);
  try {
    return ok(gunzipSync(bytes, { maxOutputLength: largest }));
  } catch (error) {
    const problem =
      error instanceof RangeError ? `it unpacks to more than ${largest} bytes` : 'its gzip is damaged';
    return refused(shelfCatalogue.refuse('NODE_TARIFF_FILE', { params: { kind: kindNames[kind], problem } }));
  }
}
