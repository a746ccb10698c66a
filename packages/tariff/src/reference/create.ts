import type { Digest } from '@portolan/kernel';
import { type Static, type TSchema, Type } from 'typebox';
import Value from 'typebox/value';
import type { Edition } from '../edition/edition.ts';
import { FeeScheduleSchema } from '../fee/schedule.ts';
import { NamedLayerSchema, SurchargeSchema } from '../layer/layer.ts';
import { readScopes } from '../layer/scope.ts';
import { Column2CountrySchema, PreferenceProgramSchema } from '../program/program.ts';
import { EntryTypesSchema, ModesSchema } from './codes.ts';
import type { TariffReference } from './reference.ts';

/** Names of the files of reference data; editions are listed in editions.json. */
export const tableFiles = [
  'fees.json',
  'programs.json',
  'column-2.json',
  'section-122.json',
  'layers.json',
  'entry-types.json',
  'modes.json',
  'scopes.tsv',
  'concordance.tsv',
] as const;
export type TableFile = (typeof tableFiles)[number];

/**
 * Puts together the reference from opened editions and the texts of the table files.
 * Throws where a table does not have its shape: tables are ours.
 */
export function createReference(
  editions: readonly Edition[],
  read: (file: TableFile) => string,
  digest: Digest,
): TariffReference {
  const table = <T extends TSchema>(file: TableFile, schema: T): Static<T> =>
    checked(file, read(file), schema);
  return {
    editions,
    fees: table('fees.json', FeeScheduleSchema),
    programs: table('programs.json', Type.Array(PreferenceProgramSchema)),
    column2: table('column-2.json', Type.Array(Column2CountrySchema)),
    surcharges: [table('section-122.json', SurchargeSchema)],
    layers: table('layers.json', Type.Array(NamedLayerSchema)),
    scopes: readScopes(read('scopes.tsv')),
    entryTypes: table('entry-types.json', EntryTypesSchema).rows,
    modes: table('modes.json', ModesSchema).rows,
    concordance: readConcordance(read('concordance.tsv')),
    digest,
  };
}

function checked<T extends TSchema>(file: string, text: string, schema: T): Static<T> {
  const value: unknown = JSON.parse(text);
  if (Value.Check(schema, value)) return value as Static<T>;
  const [problem] = Value.Errors(schema, value);
  throw new Error(`${file}${problem?.instancePath ?? ''}: ${problem?.message ?? 'does not fit its schema'}`);
}

function readConcordance(text: string): Map<string, readonly string[]> {
  const rows = text
    .trim()
    .split('\n')
    .map((row) => row.split('\t'));
  return new Map(rows.map(([old = '', next = '']) => [old, next === '' ? [] : next.split(' ')]));
}
