import {
  type CryptoPort,
  type Digest,
  digestBytes,
  digestJson,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { webCrypto } from '@portolan/kernel/browser';
import { documentsCatalogue } from '../catalogue.ts';
import type { ColumnMapping } from './csv/mapping.ts';
import { readCsv, readRows } from './csv/read-csv.ts';
import type { DcsaFormat } from './dcsa/read-dcsa.ts';
import type { TradingPartners } from './edi/partners.ts';
import { type EdiFormat, isEdi, readEdi } from './edi/read-edi.ts';
import { readJson } from './json/read-json.ts';
import type { ReadDocument } from './read-document.ts';
import { maxFileBytes, type SourceFile, sourceText } from './source-text.ts';
import { readUbl, type UblFormat } from './ubl/read-ubl.ts';
import { isWorkbook, readWorkbook } from './xlsx/read-workbook.ts';

export type FileFormat =
  | 'credential'
  | 'json'
  | 'csv'
  | 'xlsx'
  | 'epcis'
  | UblFormat
  | EdiFormat
  | DcsaFormat;

/** A file as read: its digest, what format it is, and the documents in it. */
export interface ReadFile {
  /** Of the exact bytes; for JSON of its canonical form. */
  readonly digest: Digest;
  readonly name: string;
  readonly format: FileFormat;
  /** One, but for an interchange or a list of messages that holds several. */
  readonly documents: readonly ReadDocument[];
  /** The credential that the document was signed with; not verified here. */
  readonly credential?: JsonObject;
}

/** What a reader is told beside the file. */
export interface ReadOptions {
  /** What the columns of a spreadsheet mean, where its headings do not say it. */
  readonly mapping?: ColumnMapping;
  /** Who stands behind the numbers of an EDI interchange. */
  readonly partners?: TradingPartners;
}

/**
 * Reads a file of a stranger: a credential or a document as JSON, EPCIS, DCSA, UBL, X12, EDIFACT, CSV or XLSX. The content
 * decides which, the name only where the content leaves it open. Refuses what is empty, larger than 5 MB, not UTF-8,
 * malformed, or not one of the documents, saying why. SHA-256 comes from `crypto`; the port of the node is faster than the
 * default.
 */
export function readFile(
  file: SourceFile,
  crypto: CryptoPort = webCrypto,
  options: ReadOptions = {},
): Result<ReadFile> {
  if (isWorkbook(file.bytes)) return readSheets(file, crypto, options);
  const text = sourceText(file);
  if (!text.ok) return text;
  const { name, bytes } = file;
  const whole = (format: FileFormat, documents: readonly ReadDocument[]) =>
    ok({ digest: digestBytes(crypto, bytes), name, format, documents });
  if (isEdi(text.value)) {
    const read = readEdi(text.value, options.partners);
    return read.ok ? whole(read.value.format, read.value.documents) : read;
  }
  switch (formatOf(file, text.value)) {
    case 'xml': {
      const read = readUbl(text.value);
      return read.ok ? whole(read.value.format, [read.value.document]) : read;
    }
    case 'json': {
      const read = readJson(text.value, crypto);
      if (!read.ok) return read;
      const { format, value, documents, credential } = read.value;
      const digest = digestJson(crypto, value);
      return ok({ digest, name, format, documents, ...(credential && { credential }) });
    }
    default: {
      const read = readCsv(text.value, options.mapping);
      return read.ok ? whole('csv', [read.value]) : read;
    }
  }
}

function readSheets(
  { name, bytes }: SourceFile,
  crypto: CryptoPort,
  { mapping }: ReadOptions,
): Result<ReadFile> {
  if (bytes.length > maxFileBytes) {
    const params = { name, bytes: bytes.length, limit: maxFileBytes };
    return refused(documentsCatalogue.refuse('DOC_FILE_TOO_LARGE', { params }));
  }
  const workbook = readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const read = readRows(workbook.value.sheets, mapping);
  if (!read.ok) return read;
  const document = {
    ...read.value,
    notices: [...read.value.notices, ...formulaNotice(workbook.value.formulas)],
  };
  return ok({ digest: digestBytes(crypto, bytes), name, format: 'xlsx', documents: [document] });
}

/** Values that formulas made are taken as the file holds them, and the reader says so. */
function formulaNotice(formulas: readonly string[]): Refusal[] {
  if (formulas.length === 0) return [];
  const params = {
    field: 'The formulas',
    found: `${formulas.slice(0, 10).join(', ')}${formulas.length > 10 ? ` and ${formulas.length - 10} more` : ''}`,
    why: 'the values that the file holds for them were taken as they stand, nothing was reckoned',
  };
  return [documentsCatalogue.refuse('DOC_SET_ASIDE', { params })];
}

function formatOf({ name, mediaType = '' }: SourceFile, text: string): 'xml' | 'json' | 'csv' {
  const first = text.trimStart().charAt(0);
  if (first === '<') return 'xml';
  if (first === '{' || first === '[') return 'json';
  const hint = `${mediaType} ${name}`.toLowerCase();
  if (/\bxml\b|\.xml$/.test(hint)) return 'xml';
  return /\bjson\b|\.json$/.test(hint) ? 'json' : 'csv';
}
