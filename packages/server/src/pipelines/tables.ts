import type { Crossing } from '@portolan/programs';
import type { OpenMonth } from './open-month.ts';

/** A table of an export: headings and rows of text; numbers are written as the decimals that they are. */
export interface ExportTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

export type Cell = string | { readonly number: string };

const number = (text: string | undefined): Cell => (text === undefined ? '' : { number: text });

/** Every crossing of a month, day by day; days are opened one after the other. */
export function crossingTable(month: OpenMonth): ExportTable {
  return {
    name: 'Crossings',
    headings: [
      ...['Day', 'From', 'To', 'Batch', 'Ticket', 'Owner', 'Owner identifier', 'Barrels at 60 F'],
      ...[
        'API raw',
        'API reported',
        'Origin',
        'Free trade',
        'Why',
        'HTS',
        'In bond',
        'Title by',
        'Known since',
      ],
    ],
    rows: crossingRows(month),
  };
}

function* crossingRows(month: OpenMonth): Generator<Cell[]> {
  for (const { day } of month.head.days)
    for (const crossing of month.crossingsOn(day)) yield crossingRow(crossing);
}

function crossingRow(crossing: Crossing): Cell[] {
  const { day, from, to, batch, ticket, owner, volume, api, origin, freeTrade, hts, inBond, basis } =
    crossing;
  const parts = origin.map(({ country, role, percent }) => `${percent}% ${role} ${country ?? 'unknown'}`);
  return [
    ...[day, from, to, batch, ticket.number, owner.name, owner.did, number(volume)],
    ...[number(api.raw), number(api.reported), parts.join('; '), freeTrade.state, freeTrade.reason],
    ...[hts ?? '', inBond ?? '', basis.kind, basis.knownAt],
  ];
}

/** A month as the tables of a workbook. */
export function monthTables(month: OpenMonth): ExportTable[] {
  const { days, entries, balance, findings, adjustments } = month.head;
  return [
    {
      name: 'Days',
      headings: ['Day', 'State', 'Barrels at 60 F', 'API', 'Owners', 'Nondutiable', 'Entry', 'Entry due'],
      rows: days.map(({ day, state, volume, api, owners, nondutiable, entryState, entryDue }) => [
        ...[day, state, number(volume), number(api), owners.map(({ name }) => name).join('; ')],
        ...[nondutiable ? 'yes' : 'no', entryState, entryDue ?? ''],
      ]),
    },
    crossingTable(month),
    {
      name: 'Entries',
      headings: [
        'Owner',
        'From',
        'To',
        'Type',
        'Port',
        'HTS',
        'Origin',
        'SPI',
        'Barrels',
        'Quantity',
        'Duty',
        'Entry',
      ],
      rows: entries.flatMap(({ owner, from, to, entryType, portOfEntry, lines, entry }) =>
        lines.map(({ hts, originCountry, spi, volume, quantity, duty }) => [
          ...[owner.name, from, to, entryType, portOfEntry, hts, originCountry, spi ?? ''],
          ...[number(volume), number(quantity.value), number(duty.amount), entry ?? ''],
        ]),
      ),
    },
    {
      name: 'Owners',
      headings: ['Owner', 'Received', 'Bought', 'Sold', 'Delivered', 'Balance', 'Stated by the operator'],
      rows: balance.owners.map(({ owner, received, bought, sold, delivered, balance: left, stated }) => [
        owner.name,
        ...[received, bought, sold, delivered, left, stated].map(number),
      ]),
    },
    {
      name: 'Balance',
      headings: ['What', 'Barrels at 60 F'],
      rows: (['opening', 'received', 'delivered', 'losses', 'closing', 'imbalance', 'allowed'] as const).map(
        (what) => [what, number(balance[what])],
      ),
    },
    {
      name: 'Findings',
      headings: ['Severity', 'Code', 'Day', 'Batch', 'Message', 'Mend'],
      rows: findings.map(({ severity, code, day, batch, message, mend }) => [
        ...[severity, code, day ?? '', batch ?? '', message, mend],
      ]),
    },
    {
      name: 'Corrections',
      headings: ['Day', 'Before', 'After', 'Reason', 'Proposal', 'Entry', 'Known since'],
      rows: adjustments.map(({ day, before, after, reason, proposal, entry, knownAt }) => [
        ...[day, number(before), number(after), reason, proposal, entry ?? '', knownAt],
      ]),
    },
  ];
}
