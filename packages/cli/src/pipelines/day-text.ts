import type { BrokerSheet, PipelineDay, PipelineTicketRow } from '@portolan/contract';
import { measured, shortened, when } from '../output/format.ts';
import { facts, type TableColumn, table } from '../output/table.ts';
import { barrels, entryRows, findingLines } from './month-text.ts';

const names = (...titles: string[]): TableColumn[] => titles.map((title) => ({ title }));
const right = (title: string) => ({ title, align: 'right' as const });

/** Title at the meter on one day, with the tickets of the day. */
export function dayLines(day: PipelineDay, tickets: readonly PipelineTicketRow[], total: number): string[] {
  return [
    `${day.day}: ${day.state}, ${barrels(day.volume)} barrels at 60 F, ${when(day.from)} to ${when(day.to)}`,
    '',
    'Title at the meter',
    ...indented(
      table(
        [
          ...names('From', 'To', 'Owner', 'By', 'Known since', 'Batch'),
          right('Barrels'),
          ...names('Status', 'Why'),
        ],
        day.stretches.map(({ from, to, owner, basis, batch, volume, freeTrade, byTime }) => [
          ...[when(from), when(to), owner.name, basis.kind, when(basis.knownAt), batch],
          ...[`${barrels(volume)}${byTime ? ' by time' : ''}`, freeTrade.state, freeTrade.reason],
        ]),
      ),
    ),
    '',
    'Tickets',
    ...indented(
      table(
        [
          ...names('Number', 'Kind', 'From', 'To', 'Batch'),
          right('Net standard'),
          right('API'),
          ...names('Digest'),
        ],
        tickets.map(({ number, kind, from, to, batch, volume, apiGravity60F = '', digest }) => [
          ...[number, kind, when(from), when(to), batch, `${measured(volume)} at ${volume.base}`],
          ...[apiGravity60F, shortened(digest, 22)],
        ]),
      ),
    ),
    ...(total > tickets.length ? [`  and ${total - tickets.length} more`] : []),
    ...(day.findings.length > 0 ? ['', 'Findings', ...indented(day.findings.flatMap(findingLines))] : []),
  ];
}

/** The broker's sheet of one owner, as it is printed. */
export function sheetLines(sheet: BrokerSheet): string[] {
  const { line, month, owner, process, days, evidence, evidenceTotal, findings, entered } = sheet;
  return [
    `${owner.name}: ${line.name}, ${month}`,
    ...facts([
      ['identifier', owner.did],
      ['port of entry', line.port],
      ['process', `${process.kind} entry. ${process.reasons.join(' ')}`.trim()],
      ['total', `${barrels(sheet.total)} barrels at 60 F`],
      ['month', sheet.digest],
    ]),
    '',
    ...entryRows(sheet.entries),
    '',
    ...table(
      [...names('Day'), right('Barrels'), right('API'), ...names('Batches', 'Origin', 'Status', 'HTS')],
      days.map(({ day, volume, api = '', batches, origin, freeTrade, hts, inBond }) => [
        ...[day, barrels(volume), api, batches.join(' '), origin.join(' ')],
        ...[freeTrade, inBond ? 'in bond' : hts.join(' ')],
      ]),
    ),
    ...(entered.length > 0 ? ['', 'Entered already'] : []),
    ...entered.map(({ entry, from, to, state }) => `  ${entry} (${state}): ${from} to ${to}`),
    '',
    `Rests on ${evidenceTotal} papers`,
    ...evidence.map(({ type, number, digest }) => `  ${type} ${number}  ${digest}`),
    ...(findings.length > 0 ? ['', 'Findings', ...indented(findings.flatMap(findingLines))] : []),
  ];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((text) => `  ${text}`);
}
