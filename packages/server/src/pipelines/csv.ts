import { setImmediate } from 'node:timers/promises';
import type { Cell, ExportTable } from './tables.ts';

/** Rows between which other requests get their turn. */
const TURN = 2000;

/** A table as CSV (RFC 4180). A cell that a spreadsheet would run as a formula is kept as text. */
export async function csvFile({ headings, rows }: ExportTable): Promise<Uint8Array> {
  const lines = [headings.map(csvCell).join(',')];
  for (const row of rows) {
    lines.push(row.map(csvCell).join(','));
    if (lines.length % TURN === 0) await setImmediate();
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell.number;
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
