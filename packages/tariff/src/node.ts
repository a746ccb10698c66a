import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  type CalendarDate,
  type Digest,
  digestBytes,
  digestJson,
  type JsonValue,
  ok,
  type Result,
  refused,
  utf8,
} from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { tariffCatalogue } from './catalogue.ts';
import { type Edition, type EditionRecord, openEdition } from './edition/edition.ts';
import { type FactsRow, readFacts, writeFacts } from './edition/facts.ts';
import { importHtsText } from './edition/import-text.ts';
import { createReference, tableFiles } from './reference/create.ts';
import type { TariffReference } from './reference/reference.ts';

const DATA = new URL('../data/', import.meta.url);

interface EmbeddedEdition extends EditionRecord {
  readonly file: string;
}

let embedded: TariffReference | undefined;

/** The reference that comes with this package: two editions of the schedule and all dated tables. Read once. */
export function loadEmbeddedReference(): TariffReference {
  embedded ??= loadReference();
  return embedded;
}

/** The embedded tables with further editions beside the embedded one, for other dates. */
export function loadReference(further: readonly Edition[] = []): TariffReference {
  const texts = new Map(tableFiles.map((file) => [file, readFileSync(new URL(file, DATA))]));
  const records = JSON.parse(readFileSync(new URL('editions.json', DATA), 'utf8')) as EmbeddedEdition[];
  const editions = [...records.map(openEmbedded), ...further];
  const digests = [
    ...editions.map((edition) => [edition.id, recordOf(edition)]),
    ...[...texts].map(([file, bytes]) => [file, digestBytes(nodeCrypto, bytes)]),
  ];
  return createReference(
    editions,
    (file) => texts.get(file)?.toString('utf8') ?? '',
    digestJson(nodeCrypto, Object.fromEntries(digests) as JsonValue),
  );
}

/** The facts about an edition that decide what is computed with it. */
function recordOf({ effective, knownAt, horizon, digest }: Edition): JsonValue {
  return { effective, knownAt, horizon, digest };
}

/**
 * Opens the facts table of an edition when a line of it is first asked for. Throws where it is not the one that its
 * record pins: a damaged installation.
 */
function openEmbedded({ file, ...record }: EmbeddedEdition): Edition {
  return openEdition(record, () => {
    const bytes = readFileSync(new URL(file, DATA));
    const digest: Digest = digestBytes(nodeCrypto, bytes);
    if (digest !== record.digest) throw new Error(`${file} has digest ${digest}, not ${record.digest}`);
    return readFacts(bytes.toString('utf8'));
  });
}

/** What the file of an official export does not say about itself. */
export interface EditionMeta {
  readonly id: string;
  readonly effective: CalendarDate;
  readonly knownAt: CalendarDate;
  readonly horizon: CalendarDate;
  readonly unknownAfter: string;
  readonly source: string;
}

/** Opens an official USITC export (JSON or CSV, plain or gzipped) as a dated edition. */
export function loadEditionFile(path: string, meta: EditionMeta): Result<Edition> {
  return openExport(readFileSync(path), meta);
}

/** The same from the bytes of the file. Refuses what is no export, and one that unpacks to more than any edition. */
export function openExport(bytes: Uint8Array, meta: EditionMeta): Result<Edition> {
  const rows = importExport(bytes);
  if (!rows.ok) return rows;
  const digest = digestBytes(nodeCrypto, utf8(writeFacts(rows.value)));
  return ok(openEdition({ ...meta, digest }, rows.value));
}

/** Rows of an export. Only a part of the text is decoded at a time: the whole as one value takes hundreds of megabytes. */
export function importExport(bytes: Uint8Array): Result<FactsRow[]> {
  try {
    const text = bytes[0] === GZIP ? gunzipSync(bytes, { maxOutputLength: MAX_EXPORT }) : bytes;
    return importHtsText(decoded(text));
  } catch (error) {
    const problem = error instanceof Error ? error.message : 'it can not be read';
    return refused(tariffCatalogue.refuse('TARIFF_EDITION_UNREADABLE', { params: { problem } }));
  }
}

const GZIP = 0x1f;
const MAX_EXPORT = 256 * 1024 * 1024;
const CHUNK = 64 * 1024;

function* decoded(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += CHUNK)
    yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
  yield decoder.decode();
}
