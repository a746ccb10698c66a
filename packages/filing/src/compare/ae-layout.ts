/** A column of a record that is read: MMDDYY dates, digits with leading zeros or blanks, implied decimals. */
export interface AeField {
  readonly name: string;
  /** First column, from 1. */
  readonly start: number;
  readonly length: number;
  readonly kind: 'text' | 'date' | 'digits';
  /** Implied places of digits. */
  readonly decimals?: number;
}

export interface AeRecord {
  readonly id: string;
  /** Rank within its part of the summary; records of one rank may alternate. */
  readonly rank: number;
  readonly part: 'header' | 'line' | 'totals';
  readonly fields: readonly AeField[];
}

export const AE_SOURCE = 'CBP ACE ABI CATAIR Entry Summary Create/Update, July 2026 (revision 109)';
export const AE_WIDTH = 80;

const text = (name: string, start: number, length: number): AeField => ({
  name,
  start,
  length,
  kind: 'text',
});
const day = (name: string, start: number): AeField => ({ name, start, length: 6, kind: 'date' });
const digits = (name: string, start: number, length: number, decimals = 0): AeField => ({
  ...{ name, start, length, kind: 'digits', decimals },
});
const of = (part: AeRecord['part'], rank: number, id: string, ...fields: AeField[]): AeRecord => ({
  ...{ id, rank, part, fields },
});
const fees = [1, 2, 3, 4, 5].flatMap((n) => {
  const start = [3, 17, 31, 45, 59][n - 1] ?? 0;
  return [text(`class${n}`, start, 3), digits(`amount${n}`, start + 3, 11, 2)];
});

/** Records of an entry summary in the order of the message, with the columns that have a counterpart here. */
export const aeRecords: readonly AeRecord[] = [
  of(
    'header',
    0,
    '10',
    ...[text('action', 3, 1), text('filer', 4, 3), text('number', 9, 8), text('port', 18, 4)],
    ...[text('type', 34, 2), text('mode', 36, 2)],
  ),
  of(
    'header',
    1,
    '11',
    ...[text('importer', 3, 12), text('consignee', 15, 12), day('entryDate', 42), day('importDate', 48)],
  ),
  of('header', 2, '20', text('carrier', 3, 4), text('unlading', 7, 4), text('conveyance', 21, 20)),
  of('header', 3, 'SE13'),
  of('header', 4, '21', text('trip', 3, 5)),
  of('header', 5, '22', digits('quantity', 3, 8)),
  of('header', 5, '23', text('type', 3, 1), text('issuer', 4, 4), text('bill', 8, 12)),
  of('header', 6, 'SE16'),
  of('header', 6, 'SE17'),
  of('header', 7, '30'),
  of('header', 8, '31', text('type', 3, 1), text('surety', 6, 3)),
  of('header', 9, '32'),
  of('header', 10, '33'),
  of(
    'header',
    11,
    '34',
    ...[text('class1', 3, 3), digits('amount1', 6, 8, 2), text('class2', 14, 3), digits('amount2', 17, 8, 2)],
  ),
  of('header', 12, '35'),
  of('header', 13, '36'),
  of(
    'line',
    0,
    '40',
    ...[text('number', 5, 3), text('origin', 9, 2), text('export', 11, 2), day('exportDate', 13)],
    ...[text('spi', 25, 2), digits('charges', 27, 10), text('lading', 37, 5), digits('weight', 42, 10)],
    text('related', 56, 1),
  ),
  of('line', 1, '41'),
  of('line', 2, '42', text('invoice', 18, 17), digits('invoiceLine', 36, 4)),
  of('line', 2, '43'),
  of('line', 2, '44', text('description', 3, 70)),
  of('line', 3, '47', text('type', 3, 1), text('party', 4, 15)),
  of(
    'line',
    4,
    '50',
    ...[text('hts', 3, 10), digits('duty', 14, 10, 2), digits('value', 25, 10)],
    ...[digits('quantity1', 36, 12, 2), digits('quantity2', 51, 12, 2), digits('quantity3', 66, 12, 2)],
    ...[text('unit1', 48, 3), text('unit2', 63, 3), text('unit3', 78, 3)],
  ),
  of('line', 5, '51'),
  of('line', 6, '52', text('type', 3, 2), text('license', 5, 10)),
  of('line', 7, '53', text('case', 3, 10), digits('deposit', 47, 10, 2)),
  of(
    'line',
    8,
    '54',
    text('kind', 3, 2),
    // Columns that the declarations on metals (07, 08, 12) use; each reads its own.
    ...[text('melted', 5, 2), text('meltedOther', 7, 3), text('smelted', 8, 2), text('copper', 5, 3)],
    ...[text('secondary', 13, 2), text('copperSecondary', 10, 3), text('cast', 15, 3)],
  ),
  of('line', 9, '60', text('class', 3, 3), digits('amount', 6, 10, 2)),
  of('line', 10, '61'),
  of('line', 11, '62', text('class', 3, 3), digits('amount', 6, 8, 2)),
  of('line', 13, '63'),
  of('line', 14, 'CW02'),
  of('totals', 0, '88'),
  of('totals', 1, '89', ...fees),
  of(
    'totals',
    2,
    '90',
    ...[digits('duty', 3, 11, 2), digits('fees', 15, 11, 2), digits('tax', 27, 11, 2)],
    ...[digits('antidumping', 39, 11, 2), digits('countervailing', 51, 11, 2), digits('other', 63, 11, 2)],
  ),
];

/** Lines that carry the message, not the summary. */
export const envelopeIds: readonly string[] = ['A', 'B', 'Y', 'Z'];
/** Groups of other agencies and of cargo release, which stand among the records in an order of their own. */
export const foreignGroup = /^(?:PG\d\d|OI|SE\d\d)/;
