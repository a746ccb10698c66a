import type { PipelineLine, PipelineMonth, PipelineReceived } from '@portolan/contract';
import type { CrossingDay, LineFinding, OwnerEntry } from '@portolan/programs';
import { counted, dollars, shortened, tariffNumber } from '../output/format.ts';
import { facts, type TableColumn, table } from '../output/table.ts';

const names = (...titles: string[]): TableColumn[] => titles.map((title) => ({ title }));
const right = (title: string) => ({ title, align: 'right' as const });

/** '36,000.5' for barrels, with as many places as are stated. */
export function barrels(volume: string): string {
  const [whole = '', places] = volume.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${volume.startsWith('-') ? '-' : ''}${grouped}${places ? `.${places}` : ''}`;
}

/** Lines as a list: worst first, as the node gives them. */
export function lineRows(items: readonly PipelineLine[]): string[] {
  return table(
    [
      ...names('Line', 'Operator', 'You are', 'Month'),
      right('Barrels'),
      right('Imbalance'),
      right('Allowed'),
    ].concat([right('Gaps'), right('Findings'), ...names('Process', 'Name')]),
    items.map(({ line, name, operator, role, latest }) => {
      const figures = latest?.counted;
      const { refused = 0, serious = 0 } = figures?.findings ?? {};
      const gaps = figures ? figures.days.missing + figures.days.partly : undefined;
      return [
        ...[
          name,
          operator?.name ?? '',
          role,
          latest?.month ?? '',
          figures ? barrels(figures.volume) : 'not counted',
        ],
        ...[figures ? barrels(figures.imbalance) : '', figures ? barrels(figures.allowed) : ''],
        ...[String(gaps ?? ''), figures ? String(refused + serious) : '', figures?.process ?? '', line],
      ];
    }),
  );
}

/** The month as a board of text: its days, owners, process, entries, balance and findings. */
export function monthLines(month: PipelineMonth): string[] {
  const { line, balance, process, adjustments, findings, findingsTotal } = month;
  return [
    `${line.name}, ${month.month}`,
    ...facts([
      ['operator', line.operator.name],
      ['border meter', `${line.borderPoint}, port ${line.port}`],
      ['days by the clock of', line.zone],
      ['computed from', `${counted(month.papers.count, 'paper')}, ${shortened(month.papers.digest, 30)}`],
    ]),
    ...section('Days', [
      ...dayRows(month.days),
      ...(month.role === 'operator'
        ? ['Owners enter at nodes of their own; you are told of your own entries alone.']
        : []),
    ]),
    ...section('Owners', ownerRows(month)),
    ...section('Process', [
      `${process.kind} entry`,
      ...process.reasons,
      ...(process.owners.some(({ kind }) => kind !== process.kind)
        ? process.owners.map(({ kind, owner }) => `${owner.name}: ${kind} entry`)
        : []),
    ]),
    ...section('Entries', [
      ...entryRows(month.entries),
      ...(month.entries.some(({ duty }) => duty.amount !== '0.00')
        ? ['Duty by the rate of the number alone; duties of chapter 99 are reckoned with the draft.']
        : []),
    ]),
    ...section(
      'Balance, barrels at 60 F',
      facts([
        ['opening', barrels(balance.opening)],
        ['received', barrels(balance.received)],
        ['delivered', `-${barrels(balance.delivered)}`],
        ['losses', `-${barrels(balance.losses)}`],
        ['closing', barrels(balance.closing)],
        ['imbalance', `${barrels(balance.imbalance)} of ${barrels(balance.allowed)} allowed`],
      ]),
    ),
    ...section(
      'Corrections',
      adjustments.map(
        ({ day, before, after, reason, proposal }) =>
          `${day}: ${barrels(before)} became ${barrels(after)} (${reason}); ${proposal.replaceAll('-', ' ')}`,
      ),
    ),
    ...section('Findings', [
      ...findings.flatMap(findingLines),
      ...(findingsTotal > findings.length ? [`and ${findingsTotal - findings.length} more`] : []),
    ]),
    ...section('Credentials of public vocabularies', month.received.flatMap(receivedLines)),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((text) => `  ${text}`)];
}

function dayRows(days: readonly CrossingDay[]): string[] {
  return table(
    [...names('Day'), right('Barrels'), right('API'), ...names('State', 'Owners', 'Free', 'Entry', 'Due')],
    days.map(({ day, volume, api, state, owners, nondutiable, entryState, entryDue }) => [
      ...[day, state === 'measured' || state === 'partly' ? barrels(volume) : '', api ?? '', state],
      owners.map((owner) => `${owner.name} ${barrels(owner.volume)}`).join(', '),
      ...[volume === '0' ? '' : nondutiable ? 'yes' : 'no', entryState.replaceAll('-', ' '), entryDue ?? ''],
    ]),
  );
}

function ownerRows({ balance }: PipelineMonth): string[] {
  return table(
    [...names('Owner'), ...['Received', 'Bought', 'Sold', 'Delivered', 'Balance', 'Stated'].map(right)],
    balance.owners.map(({ owner, received, bought, sold, delivered, balance: left, stated }) => [
      owner.name,
      ...[received, bought, sold, delivered, left].map(barrels),
      stated === undefined ? '' : barrels(stated),
    ]),
  );
}

export function entryRows(entries: readonly OwnerEntry[]): string[] {
  return table(
    [
      ...names('Owner', 'From', 'To', 'Type', 'Port', 'HTS', 'SPI'),
      right('Barrels'),
      right('Duty'),
      ...names('Entry'),
    ],
    entries.flatMap(({ owner, from, to, entryType, portOfEntry, lines, entry }) =>
      lines.map(({ hts, spi, volume, rate, duty }) => [
        ...[owner.name, from, to, entryType, portOfEntry, tariffNumber(hts), spi ?? ''],
        ...[barrels(volume), rate === undefined ? 'not known' : dollars(duty.amount), entry ?? 'not entered'],
      ]),
    ),
  );
}

export function findingLines({ severity, message, mend, day, batch, code }: LineFinding): string[] {
  const where = [day, batch].filter((part) => part !== undefined).join(' ');
  return [
    `${severity.toUpperCase()}  ${where === '' ? '' : `${where}: `}${message}`,
    `  mend: ${mend} (${code})`,
  ];
}

function receivedLines({ title, verified, by, findings }: PipelineReceived): string[] {
  return [
    `${title} (${by}${verified ? '' : ', does not verify'})`,
    ...findings.map(({ message }) => `  not believed: ${message}`),
  ];
}
