import { ok, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { InflateError, inflate } from './inflate.ts';

/** Largest content of one part of a workbook, and of all its parts that are read. */
export const maxUnpacked = 32 * 1024 * 1024;
const maxEntries = 2000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** The parts of a ZIP archive (APPNOTE 6.3.10) that `wanted` names, bounded before anything is unpacked. */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Result<ReadonlyMap<string, Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(bytes, view);
  if (typeof entries === 'string') return broken(entries);
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries.filter(({ name }) => wanted(name))) {
    total += entry.size;
    if (total > maxUnpacked)
      return refused(documentsCatalogue.refuse('DOC_XLSX_TOO_LARGE', { params: { limit: maxUnpacked } }));
    const content = contentOf(bytes, view, entry);
    if (typeof content === 'string') return broken(content);
    parts.set(entry.name, content);
  }
  return ok(parts);
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

function entriesOf(bytes: Uint8Array, view: DataView): Entry[] | string {
  const end = endOf(view);
  if (end < 0) return 'it has no directory, so that its end is missing';
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) return `it has more than ${maxEntries} parts`;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return 'its directory is damaged';
    const nameLength = view.getUint16(at + 28, true);
    if ((view.getUint16(at + 8, true) & 1) === 1) return 'it is protected by a password';
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end of the directory stands in the last 64 KB, after which only a comment may follow. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === endMark) return at;
  return -1;
}

function contentOf(
  bytes: Uint8Array,
  view: DataView,
  { name, method, packed, size, offset }: Entry,
): Uint8Array | string {
  if (offset + 30 > bytes.length) return `its part ${name} is missing`;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) return `its part ${name} is cut off`;
  if (method === 0) return data;
  if (method !== 8) return `its part ${name} is packed in a way that spreadsheets do not use`;
  try {
    return inflate(data, size);
  } catch (error) {
    if (error instanceof InflateError) return error.message;
    throw error;
  }
}

function broken(detail: string): Result<never> {
  return refused(documentsCatalogue.refuse('DOC_XLSX_SYNTAX', { params: { detail } }));
}
