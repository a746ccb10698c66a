import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { shown } from '../../words.ts';
import { type ReadDocument, readDocument } from '../read-document.ts';
import { isEdifact, parseEdifact } from './edifact/parse.ts';
import { edifactReaders } from './edifact/readers.ts';
import type { TradingPartners } from './partners.ts';
import { type EdiMessage, elementOf, first } from './segment.ts';
import { unreadSegments } from './unread.ts';
import { isX12, parseX12 } from './x12/parse.ts';
import { unreadSets, x12Readers } from './x12/readers.ts';

export type EdiFormat = `x12-${string}` | `edifact-${string}`;

export interface EdiReading {
  /** Of the first message. */
  readonly format: EdiFormat;
  readonly documents: readonly ReadDocument[];
}

/** True for text that begins as an X12 or EDIFACT interchange does. */
export function isEdi(text: string): boolean {
  return isX12(text) || isEdifact(text);
}

/**
 * Reads an interchange: every message in it, or the reasons why not. Messages are not signed: their interchange numbers say
 * who they are from, and `partners` says who stands behind a number, where a message leaves that to the agreement.
 */
export function readEdi(text: string, partners: TradingPartners = []): Result<EdiReading> {
  const parsed = isX12(text) ? parseX12(text) : parseEdifact(text);
  if (!parsed.ok) return parsed;
  const { messages, notices } = parsed.value;
  const read = messages.map((message) => readMessage(message, partners, notices));
  const refusals = read.flatMap((result) => (result.ok ? [] : result.refusals));
  const [one] = messages;
  if (refusals.length > 0 || !one) return refused(refusals);
  const format: EdiFormat = `${one.syntax === 'X12' ? 'x12' : 'edifact'}-${one.kind.toLowerCase()}`;
  return ok({ format, documents: read.flatMap((result) => (result.ok ? [result.value] : [])) });
}

function readMessage(
  message: EdiMessage,
  partners: TradingPartners,
  notices: readonly Refusal[],
): Result<ReadDocument> {
  const readers = message.syntax === 'X12' ? x12Readers : edifactReaders;
  const reader = Object.hasOwn(readers, message.kind) ? readers[message.kind] : undefined;
  const lost = lineCount(message);
  if (reader && lost) return refused(lost);
  if (reader) {
    const read = readDocument(reader.type, reader.read(message, partners), notices);
    return read.ok ? ok(withUnread(read.value, message)) : read;
  }
  const params = {
    message: `${message.syntax} ${shown(message.kind, 10)}`,
    why: unreadSets[message.kind] ?? 'this node knows no use for it',
    choices: Object.keys(readers).join(', '),
  };
  return refused(documentsCatalogue.refuse('DOC_EDI_MESSAGE', { params }));
}

/** The document with a notice of the segments that nothing of it came from: a reader leaves nothing out in silence. */
function withUnread(document: ReadDocument, message: EdiMessage): ReadDocument {
  const unread = unreadSegments(message, Object.values(document.origins));
  if (unread.count === 0) return document;
  const notice = documentsCatalogue.refuse('DOC_EDI_UNREAD', { params: unread });
  return { ...document, notices: [...document.notices, notice] };
}

/** Segments that begin a line, by message; X12 856 counts its levels. */
const lineTags: Readonly<Record<string, string>> = {
  '810': 'IT1',
  '850': 'PO1',
  '856': 'HL',
  DESADV: 'LIN',
  INVOIC: 'LIN',
  ORDERS: 'LIN',
  ORDRSP: 'LIN',
};

/** The refusal of a message whose own count of lines (CTT01, or CNT with qualifier 2) is not that of the lines here. */
function lineCount({ kind, syntax, segments }: EdiMessage): Refusal | undefined {
  const tag = lineTags[kind];
  const counter = syntax === 'X12' ? first(segments, 'CTT') : first(segments, 'CNT', '2');
  const stated = syntax === 'X12' ? elementOf(counter, 1) : elementOf(counter, 1, 2);
  const here = segments.filter((segment) => segment.tag === tag).length;
  if (!tag || !counter || !stated || Number(stated) === here) return undefined;
  const params = { what: `Segment ${counter.at} (${counter.tag})`, stated, counted: `${here} lines` };
  return documentsCatalogue.refuse('DOC_EDI_COUNT', { params });
}
