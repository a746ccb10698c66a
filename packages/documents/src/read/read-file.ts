import {
  type CryptoPort,
  type Digest,
  digestBytes,
  digestJson,
  type JsonObject,
  ok,
  type Result,
} from '@portolan/kernel';
import { webCrypto } from '@portolan/kernel/browser';
import { readCsv } from './csv/read-csv.ts';
import { readJson } from './json/read-json.ts';
import type { ReadDocument } from './read-document.ts';
import { type SourceFile, sourceText } from './source-text.ts';
import { readUbl } from './ubl/read-ubl.ts';

export type FileFormat =
  | 'credential'
  | 'json'
  | 'csv'
  | 'xlsx'
  | 'epcis'
  | UblFormat
  | EdiFormat
  | DcsaFormat;

/** A file as read: its digest, what format it is, and the document in it. */
export interface ReadFile {
  /** Of the exact bytes; for JSON of its canonical form. */
  readonly digest: Digest;
  readonly name: string;
  readonly format: FileFormat;
  readonly documents: readonly ReadDocument[];
  /** The credential that the document was signed with; not verified here. */
  readonly credential?: JsonObject;
}

/**
 * Reads a file of a stranger: a credential or a document as JSON, a UBL Order or Invoice, or CSV. The content decides
 * which, the name only where the content leaves it open. Refuses what is empty, larger than 5 MB, not UTF-8, malformed,
 * or not one of the documents, saying why. SHA-256 comes from `crypto`; the port of the node is faster than the default.
 */
export function readFile(file: SourceFile, crypto: CryptoPort = webCrypto): Result<ReadFile> {
  const text = sourceText(file);
  if (!text.ok) return text;
  const { name, bytes } = file;
  switch (formatOf(file, text.value)) {
    case 'xml': {
      const read = readUbl(text.value);
      if (!read.ok) return read;
      const { format, document } = read.value;
      return ok({ digest: digestBytes(crypto, bytes), name, format, documents: [document] });
    }
    case 'json': {
      const read = readJson(text.value);
      if (!read.ok) return read;
      const { format, value, document, credential } = read.value;
      const digest = digestJson(crypto, value);
      return ok({ digest, name, format, documents: [document], ...(credential && { credential }) });
    }
    default: {
      const read = readCsv(text.value);
      if (!read.ok) return read;
      return ok({ digest: digestBytes(crypto, bytes), name, format: 'csv', documents: [read.value] });
    }
  }
}

function formatOf({ name, mediaType = '' }: SourceFile, text: string): 'xml' | 'json' | 'csv' {
  const first = text.trimStart().charAt(0);
  if (first === '<') return 'xml';
  if (first === '{' || first === '[') return 'json';
  const hint = `${mediaType} ${name}`.toLowerCase();
  if (/\bxml\b|\.xml$/.test(hint)) return 'xml';
  return /\bjson\b|\.json$/.test(hint) ? 'json' : 'csv';
}
