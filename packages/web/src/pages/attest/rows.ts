import type { JsonObject, Refusal } from '@portolan/kernel';
import { type AttestationType, checkPartyDocument } from '@portolan/parties';
import { fromCsv, toCsv } from '../../format/csv.ts';
import { documentOf } from './document.ts';
import { type AttestationField, fieldsOf, type Times } from './fields.ts';

/** A row of a spreadsheet as a document, with every reason why it is none. */
export interface CheckedRow {
  /** Row of the spreadsheet; the header is row 1. */
  readonly row: number;
  readonly name: string;
  readonly document: JsonObject;
  readonly refusals: readonly ColumnRefusal[];
}

export interface ColumnRefusal extends Refusal {
  readonly column: string;
}

export interface CheckedRows {
  /** Headings that the type does not know: their values would be lost. */
  readonly unknown: readonly string[];
  readonly rows: readonly CheckedRow[];
}

/** Reads a spreadsheet of attestations of one type, and checks each row before anything is signed. */
export function checkRows(type: AttestationType, text: string): CheckedRows {
  const records = fromCsv(text);
  const header = Object.keys(records[0] ?? {}).filter((column) => column !== '');
  const fields = fieldsOf(type, timesIn(header));
  const known = new Set(fields.map(({ column }) => column));
  return {
    unknown: header.filter((column) => !known.has(column)),
    rows: records.map((record, index) => checkedRow(type, fields, record, index + 2)),
  };
}

function checkedRow(
  type: AttestationType,
  fields: readonly AttestationField[],
  record: Readonly<Record<string, string>>,
  row: number,
): CheckedRow {
  const document = documentOf(fields, record);
  const checked = checkPartyDocument(type, document);
  return {
    ...{ row, document },
    name: record['organization.name'] || record['organization.did'] || `Row ${row}`,
    refusals: checked.ok ? [] : checked.refusals.map(inColumn),
  };
}

/** A refusal with the column that its value stands in. */
export function inColumn(refusal: Refusal): ColumnRefusal {
  return { ...refusal, column: columnOf(refusal.path) };
}

/** The heading for a place in the document: `/checks/1/how` stands in `checks.2.how`. */
export function columnOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .flatMap((part) => (/^\d+$/.test(part) ? (part === '0' ? [] : [`${Number(part) + 1}`]) : [part]))
    .join('.');
}

/** How many of each list the headings speak of. */
function timesIn(header: readonly string[]): Times {
  const times: Record<string, number> = {};
  for (const column of header) {
    const match = /^(.+)\.(\d{1,2})\.[^.]+$/.exec(column);
    if (match) times[match[1] as string] = Math.max(times[match[1] as string] ?? 1, Number(match[2]));
  }
  return times;
}

/** A spreadsheet to fill in: the headings of the type, and one row that shows the form of each value. */
export function templateOf(type: AttestationType): string {
  const fields = fieldsOf(type);
  const example = fields.map(({ form, options, required, column }) => {
    const known = EXAMPLES[column];
    if (known !== undefined || !required) return known ?? '';
    return options?.[0] ?? (form === 'date' ? '2026-06-01' : form === 'whole' ? '25' : 'SAMPLE-1');
  });
  return toCsv(
    fields.map(({ column }) => column),
    [example],
  );
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'organization.name': 'Sample Orchard Cooperative',
  'organization.did': 'did:web:orchard.example',
  'organization.identifiers.scheme': 'tax',
  'organization.identifiers.value': 'SVV010101AAA',
  'organization.address.country': 'MX',
  country: 'MX',
  lei: '5493001KJTIIGC8Y1R12',
  companyPrefix: '0614141',
};
