import { readFileSync } from 'node:fs';
import type { Digest } from '@portolan/kernel';
import type { Static, TSchema } from 'typebox';
import Value from 'typebox/value';
import { readOriginTables } from '../../origin/read-tables.ts';
import type { OriginTables } from '../../origin/tables.ts';
import { readValueTables } from '../read-tables.ts';
import type { ValueTables } from '../tables.ts';

/** The tables of worksheets as they come with the package, without the schedule: small and quick to read. */
export const worksheetTables: {
  readonly value: ValueTables;
  readonly origin: OriginTables;
  readonly digest: Digest;
} = {
  value: readValueTables(table),
  origin: readOriginTables(table),
  digest: `sha256:${'0'.repeat(64)}` as Digest,
};

function table<T extends TSchema>(file: string, schema: T): Static<T> {
  const text = readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8');
  return Value.Parse(schema, JSON.parse(text)) as Static<T>;
}
