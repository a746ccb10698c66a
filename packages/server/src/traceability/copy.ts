import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from } from 'pg-copy-streams';

const chunkRows = 500;

/** Adds rows that can't be there yet, the fastest way a table takes them. Null and undefined become null. */
export async function copyRows(
  tx: PoolClient,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly (string | null | undefined)[])[],
): Promise<void> {
  if (rows.length === 0) return;
  await pipeline(
    Readable.from(chunks(rows)),
    tx.query(from(`copy ${table} (${columns.join(', ')}) from stdin`)),
  );
}

function* chunks(rows: readonly (readonly (string | null | undefined)[])[]): Generator<string> {
  for (let start = 0; start < rows.length; start += chunkRows) {
    let chunk = '';
    for (const row of rows.slice(start, start + chunkRows)) chunk += `${row.map(written).join('\t')}\n`;
    yield chunk;
  }
}

const SPECIAL = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function written(value: string | null | undefined): string {
  if (value === null || value === undefined) return '\\N';
  return value.replace(SPECIAL, (character) => escapes[character] as string);
}
