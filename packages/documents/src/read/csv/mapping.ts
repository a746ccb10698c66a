import { type CryptoPort, type Digest, digestJson, isRecord, type Refusal } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { documentsCatalogue } from '../../catalogue.ts';
import { Closed, Coded, OneOf, Text } from '../../schema/field.ts';
import { shown } from '../../words.ts';
import { type Column, type CsvType, layouts } from './columns.ts';
import type { Heading } from './heading.ts';

export const tableDocuments = [
  'CommercialInvoice',
  'PackingList',
  'PurchaseOrder',
  'PipelineNomination',
] as const satisfies readonly CsvType[];

/**
 * What the columns of somebody's spreadsheet mean: which document it is, and each heading's field ("lines.quantity.value" for
 * a line, "number" for the document; empty for a column that is left out). Given once, it reads every file with these headings.
 */
export const ColumnMappingSchema = Closed(
  {
    document: OneOf(tableDocuments, 'Which document the file holds'),
    columns: Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 80 })),
    dates: Type.Optional(OneOf(['ymd', 'dmy', 'mdy'], 'Order of day, month and year in dates')),
    decimals: Type.Optional(OneOf(['point', 'comma'], 'What stands before the decimals of a number')),
    constants: Type.Optional(
      Type.Record(Type.String({ maxLength: 80 }), Text('A value that the file leaves out')),
    ),
  },
  'Column mapping',
);
export type ColumnMapping = Static<typeof ColumnMappingSchema>;

export const FingerprintField = Coded(
  '^sha256:[0-9a-f]{64}$',
  'the fingerprint of a heading row',
  'Digest of the headings',
);

/** The fields that a column of a document may have, with what each holds. */
export function mappingFields(document: CsvType): ReadonlyMap<string, Column> {
  const fields = new Map<string, Column>();
  for (const column of Object.values(layouts[document])) fields.set(fieldName(column), column);
  return new Map([...fields].sort(([left], [right]) => (left < right ? -1 : 1)));
}

export function fieldName({ level, path }: Column): string {
  return (level === 'line' ? 'lines.' : '') + path.join('.');
}

/** The name by which a mapping knows a heading: without case and blanks around it. */
export function headingKey(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What a heading means under a mapping: a column, nothing (left out), or undefined where the mapping does not speak of it. */
export function mappedColumn(mapping: ColumnMapping, heading: Heading): Column | null | undefined {
  const field = columnsByKey(mapping).get(headingKey(heading.text));
  if (field === undefined) return undefined;
  return mappingFields(mapping.document).get(field) ?? null;
}

const keyed = new WeakMap<ColumnMapping, ReadonlyMap<string, string>>();

function columnsByKey(mapping: ColumnMapping): ReadonlyMap<string, string> {
  const known =
    keyed.get(mapping) ??
    new Map(Object.entries(mapping.columns).map(([text, field]) => [headingKey(text), field]));
  keyed.set(mapping, known);
  return known;
}

/** Fields of a mapping that its document does not have. */
export function checkMapping({ document, columns, constants = {} }: ColumnMapping): Refusal[] {
  const fields = mappingFields(document);
  return [
    ...Object.entries(columns),
    ...Object.keys(constants).map((field) => ['a constant', field] as const),
  ].flatMap(([column, field]) => {
    if (field === '' || fields.has(field)) return [];
    const params = {
      column: shown(column),
      field: shown(field),
      document,
      choices: [...fields.keys()].join(', '),
    };
    return [documentsCatalogue.refuse('DOC_MAPPING_COLUMN', { path: '/columns', params })];
  });
}

/** Names a heading row, so that a mapping is found again: the same headings in the same order, whatever their case. */
export function headingFingerprint(headings: readonly string[], crypto: CryptoPort): Digest {
  return digestJson(
    crypto,
    headings.map(headingKey).filter((key, index, all) => key !== '' || index < all.length - 1),
  );
}

/** True when the value has the form of a mapping. */
export function isColumnMapping(value: unknown): value is ColumnMapping {
  return (
    isRecord(value) &&
    tableDocuments.some((type) => type === value.document) &&
    isRecord(value.columns) &&
    Object.values(value.columns).every((field) => typeof field === 'string')
  );
}

/** A cell's text in the form that readers take, where the mapping says how dates and numbers are written. */
export function plainCell(mapping: ColumnMapping | undefined, { kind }: Column, text: string): string {
  if (kind === 'date') return plainDate(mapping?.dates, text);
  if (kind !== 'number') return text;
  if (mapping?.decimals === 'comma') return text.replace(/[.\s']/g, '').replace(',', '.');
  return mapping?.decimals === 'point' ? text.replace(/[,\s']/g, '') : text;
}

function plainDate(order: ColumnMapping['dates'], text: string): string {
  const parts = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/.exec(text);
  if (!order || !parts) return text;
  const [, one = '', two = '', three = ''] = parts;
  const [year, month, day] =
    order === 'ymd' ? [one, two, three] : order === 'dmy' ? [three, two, one] : [three, one, two];
  return year.length === 4 ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
