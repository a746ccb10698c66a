import type { Digest } from '@portolan/kernel';
import { type Static, type TSchema, Type } from 'typebox';
import Value from 'typebox/value';
import { Chapter98ProvisionSchema } from '../chapter98/provision.ts';
import {
  ClassifierWeightsSchema,
  classificationTableFiles,
  readClassificationTables,
} from '../classify/tables.ts';
import { readConcordance } from '../edition/concordance.ts';
import type { Edition } from '../edition/edition.ts';
import { ExciseTaxSchema } from '../excise/tax.ts';
import { FeeScheduleSchema } from '../fee/schedule.ts';
import { DutyLayerSchema, NamedLayerSchema, StackingSchema } from '../layer/layer.ts';
import { readScopes } from '../layer/scope.ts';
import { originTableFiles, readOriginTables } from '../origin/read-tables.ts';
import { Column2CountrySchema, PreferenceProgramSchema } from '../program/program.ts';
import { ProhibitionSchema } from '../prohibition/prohibition.ts';
import { readValueTables, valueTableFiles } from '../value/read-tables.ts';
import { EntryTypesSchema, ModesSchema } from './codes.ts';
import { AgenciesSchema, readFlags } from './flags.ts';
import type { TariffReference } from './reference.ts';

/** Names of the files of reference data; editions are listed in editions.json. */
export const tableFiles = [
  'fees.json',
  'programs.json',
  'column-2.json',
  'duty-layers.json',
  'stacking.json',
  'layers.json',
  'chapter-98.json',
  'excise.json',
  'prohibitions.json',
  'entry-types.json',
  'modes.json',
  'scopes.tsv',
  'concordance.tsv',
  'agencies.json',
  'flags.tsv',
  ...valueTableFiles,
  ...originTableFiles,
  ...classificationTableFiles,
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
    dutyLayers: table('duty-layers.json', Type.Array(DutyLayerSchema)),
    stacking: table('stacking.json', Type.Array(StackingSchema)),
    layers: table('layers.json', Type.Array(NamedLayerSchema)),
    chapter98: table('chapter-98.json', Type.Array(Chapter98ProvisionSchema)),
    excise: table('excise.json', Type.Array(ExciseTaxSchema)),
    prohibitions: table('prohibitions.json', Type.Array(ProhibitionSchema)),
    cases: [],
    scopes: readScopes(read('scopes.tsv')),
    entryTypes: table('entry-types.json', EntryTypesSchema).rows,
    modes: table('modes.json', ModesSchema).rows,
    concordance: readConcordance(read('concordance.tsv')),
    flags: readFlags(read('flags.tsv'), table('agencies.json', AgenciesSchema)),
    value: readValueTables(table),
    origin: readOriginTables(table),
    classification: readClassificationTables(read, table('classifier-weights.json', ClassifierWeightsSchema)),
    digest,
  };
}

function checked<T extends TSchema>(file: string, text: string, schema: T): Static<T> {
  const value: unknown = JSON.parse(text);
  if (Value.Check(schema, value)) return value as Static<T>;
  const [problem] = Value.Errors(schema, value);
  throw new Error(`${file}${problem?.instancePath ?? ''}: ${problem?.message ?? 'does not fit its schema'}`);
}
