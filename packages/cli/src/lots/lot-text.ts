import type { LedgerEvent, LotBecame, LotMovement, LotRow, LotTrace, LotView } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import { counted, measured, when } from '../output/format.ts';
import { refusalLines } from '../output/refusals.ts';
import { facts, type TableColumn, table } from '../output/table.ts';

/** A table as rows of cells, for people and for spreadsheets. */
export interface Cells {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

const right = (title: string) => ({ title, align: 'right' as const });
const names = (...titles: string[]): TableColumn[] => titles.map((title) => ({ title }));

export function tableLines({ columns, rows }: Cells): string[] {
  return table(columns, rows);
}

export function lotCells(items: readonly LotRow[]): Cells {
  return {
    columns: [
      ...names('Lot', 'Commodity'),
      right('Made'),
      right('Left'),
      ...names('Unit', 'Owner', 'Custodian', 'Since'),
    ],
    rows: items.map(({ lot, commodity, produced, left, unit, base, owner, custodian, made }) => [
      ...[lot, commodity, produced, left, base === undefined ? unit : `${unit} ${base}`],
      ...[owner?.name ?? '', custodian?.name ?? '', when(made)],
    ]),
  };
}

export function movementCells(items: readonly LotMovement[]): Cells {
  return {
    columns: [...names('When', 'What'), right('In'), right('Out'), ...names('By', 'Place', 'Other lots')],
    rows: items.map(({ at, kind, side, amount = '', by, to, place = '', others }) => [
      ...[when(at), kind, side === 'in' ? amount : '', side === 'out' ? amount : ''],
      ...[to ? `${by.name} to ${to.name}` : by.name, place, others.join(' ')],
    ]),
  };
}

/** One lot with its account, holders, composition, measured stocks, findings and what does not count. */
export function lotLines(lot: LotView): string[] {
  const { account, composition, unit } = lot;
  const value = (amount: string) => measured({ value: amount, unit });
  return [
    lot.lot,
    ...facts([
      ['commodity', lot.commodity],
      ['base conditions', lot.base],
      ['made', when(lot.made)],
      ...Object.entries(lot.attributes),
    ]),
    '',
    ...table(
      [{ title: 'Account' }, right(unit)],
      [
        ['opening', account.opening],
        ['received', account.received],
        ['dispatched', `-${account.dispatched}`],
        ['lost', `-${account.lost}`],
        ['closing', account.closing],
      ],
    ),
    ...section('Held by', [
      ...table(
        names('What', 'Who', 'Since'),
        lot.holders.map(({ what, holder, since }) => [what, holder.name, when(since)]),
      ),
    ]),
    ...section('Made of, as it is now', [
      ...table(
        [{ title: 'Component' }, right(unit), right('Percent')],
        composition.left.map(({ key, amount, percent }) => [key, amount, percent]),
      ),
      ...(composition.cut ? refusalLines([composition.cut]) : []),
    ]),
    ...section(
      'Measured beside the book',
      table(
        [{ title: 'When' }, right('Measured'), right('Book'), right('Difference'), { title: '' }],
        lot.stocks.map(({ at, measured: found, book, difference, within }) => [
          ...[when(at), found, book, difference, within ? '' : 'finding'],
        ]),
      ),
    ),
    ...section('Findings', refusalLines(lot.findings)),
    ...section('Does not count', eventLines(lot.notCounted)),
    '',
    `${value(lot.left)} left.`,
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** Events that do not count, each with why and what mends it. */
export function eventLines(events: readonly LedgerEvent[]): string[] {
  return events.flatMap(({ event, kind, at, by, state, refusals, source }) => [
    `${state.toUpperCase()}  ${kind} of ${when(at)} by ${by.name}`,
    `  event ${event}${source === undefined || event.startsWith(source) ? '' : ` of ${source}`}`,
    ...refusalLines(refusals).map((line) => `  ${line}`),
  ]);
}

export function traceCells({ lots }: LotTrace): Cells {
  const ordered = lots.toSorted((a, b) => a.generation - b.generation || (a.lot < b.lot ? -1 : 1));
  return {
    columns: [
      right('Generation'),
      ...names('Lot', 'Commodity'),
      right('Made'),
      right('Left'),
      ...names('Unit', 'Since'),
    ],
    rows: ordered.map(({ generation, lot, commodity, produced, left, unit, made }) => [
      ...[String(generation), lot, commodity, produced, left, unit, when(made)],
    ]),
  };
}

export function traceLines(trace: LotTrace): string[] {
  const links = trace.links.map(({ from, to, amount, unit }) => [from, to ?? '(lost)', amount, unit]);
  return [
    ...tableLines(traceCells(trace)),
    ...section(
      'How much went where',
      table([...names('From', 'Into'), right('Amount'), { title: 'Unit' }], links),
    ),
    '',
    `${counted(trace.lots.length - 1, 'relative')}, ${counted(trace.steps.length, 'step')}.`,
    ...cutLines(trace.cut),
  ];
}

export function becameCells({ left }: LotBecame): Cells {
  return {
    columns: [
      ...names('Lot', 'Commodity'),
      right('Of it'),
      right('Of all'),
      right('Percent'),
      ...names('Unit', 'Owner', 'Custodian'),
    ],
    rows: left.map(({ lot, commodity, amount, of, percent, unit, owner, custodian }) => [
      ...[lot, commodity, amount, of, percent, unit, owner?.name ?? '', custodian?.name ?? ''],
    ]),
  };
}

/** The recall set: where any of it is, and what left the chain. */
export function becameLines(became: LotBecame): string[] {
  return [
    `${became.lot}: ${measured({ value: became.produced, unit: became.unit })} of ${became.commodity}`,
    ...section('Where it is now', tableLines(becameCells(became))),
    ...section(
      'What left the chain',
      table(
        [...names('When', 'What', 'By'), right('Of it'), ...names('Unit', 'From lot')],
        became.ended.map(({ at, kind, by, amount, unit, lots }) => [
          ...[when(at), kind, by.name, amount, unit, lots.join(' ')],
        ]),
      ),
    ),
    ...cutLines(became.cut ? [became.cut] : []),
  ];
}

function cutLines(cut: readonly Refusal[]): string[] {
  return cut.length === 0 ? [] : ['', ...refusalLines(cut)];
}
