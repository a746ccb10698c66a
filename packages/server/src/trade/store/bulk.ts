import type { PoolClient } from 'pg';

export type Queryable = Pick<PoolClient, 'query'>;

/**
 * How a column travels: small values as an array parameter; `bytes`, `wide` (text) and `json` all rows end to end in
 * one binary parameter with offsets, which spares the database driver from escaping megabytes as text.
 */
export type ColumnKind =
  | 'uuid'
  | 'text'
  | 'timestamptz'
  | 'date'
  | 'integer'
  | 'numeric'
  | 'boolean'
  | 'bytes'
  | 'wide'
  | 'json';

let statements = 0;

export type Columns<Row> = { readonly [Name in keyof Row & string]-?: ColumnKind };

export interface BulkOptions {
  /** What to do when a row is there already; by default the row that is there stays. */
  readonly conflict?: string;
  /** Columns of the rows that were really inserted or changed. */
  readonly returning?: string;
}

/**
 * An insert of any number of rows as one named statement. Members of a row are columns of the table; a member that
 * is undefined or null becomes null, and a `json` member is written as JSON.
 */
export function bulkInsert<Row extends object>(
  table: string,
  columns: Columns<Row>,
  { conflict = 'on conflict do nothing', returning }: BulkOptions = {},
): <Returned extends object = object>(tx: Queryable, rows: readonly Row[]) => Promise<Returned[]> {
  const entries = Object.entries(columns) as [keyof Row & string, ColumnKind][];
  const text = statement(table, entries, conflict, returning);
  statements += 1;
  const name = `bulk-${table}-${statements}`;
  return async (tx, rows) => {
    if (rows.length === 0) return [];
    const values = entries.flatMap(([column, kind]) =>
      parameters(
        kind,
        rows.map((row) => row[column]),
      ),
    );
    return (await tx.query({ name, text, values })).rows;
  };
}

function statement(
  table: string,
  entries: readonly (readonly [string, ColumnKind])[],
  conflict: string,
  returning: string | undefined,
): string {
  const sources: string[] = [];
  const names: string[] = [];
  const picks: string[] = [];
  let parameter = 0;
  for (const [column, kind] of entries) {
    if (isWide(kind)) {
      const whole = ++parameter;
      sources.push(`$${++parameter}::int[]`, `$${++parameter}::int[]`);
      names.push(`${column}_start`, `${column}_length`);
      picks.push(slice(kind, `substr($${whole}::bytea, g.${column}_start, g.${column}_length)`));
    } else {
      sources.push(`$${++parameter}::${kind}[]`);
      names.push(column);
      picks.push(`g.${column}`);
    }
  }
  return (
    `insert into ${table} (${entries.map(([column]) => column).join(', ')}) select ${picks.join(', ')} ` +
    `from unnest(${sources.join(', ')}) as g (${names.join(', ')}) ${conflict}` +
    (returning ? ` returning ${returning}` : '')
  );
}

function isWide(kind: ColumnKind): boolean {
  return kind === 'bytes' || kind === 'wide' || kind === 'json';
}

function slice(kind: ColumnKind, bytes: string): string {
  if (kind === 'bytes') return bytes;
  return kind === 'json' ? `convert_from(${bytes}, 'UTF8')::json` : `convert_from(${bytes}, 'UTF8')`;
}

function parameters(kind: ColumnKind, values: readonly unknown[]): unknown[] {
  if (!isWide(kind)) return [arrayLiteral(values, kind === 'text')];
  const parts = values.map((value) => toBytes(kind, value));
  const starts: (number | null)[] = [];
  let at = 1;
  for (const part of parts) {
    starts.push(part ? at : null);
    at += part?.length ?? 0;
  }
  const whole = Buffer.concat(parts.filter((part) => part !== undefined));
  const lengths = parts.map((part) => part?.length);
  return [whole, arrayLiteral(starts, false), arrayLiteral(lengths, false)];
}

const SPECIAL = /["\\]/;

/** An array as PostgreSQL reads it; the database driver would look at every text twice. */
function arrayLiteral(values: readonly unknown[], quoted: boolean): string {
  let text = '';
  for (const value of values) {
    text += text === '' ? '{' : ',';
    if (value === undefined || value === null) text += 'NULL';
    else if (quoted) text += quote(String(value));
    else text += String(value);
  }
  return text === '' ? '{}' : `${text}}`;
}

function quote(text: string): string {
  return `"${SPECIAL.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`;
}

function toBytes(kind: ColumnKind, value: unknown): Uint8Array | undefined {
  if (value === undefined || value === null) return undefined;
  if (kind === 'bytes') return value as Uint8Array;
  return Buffer.from(kind === 'json' ? JSON.stringify(value) : String(value));
}
