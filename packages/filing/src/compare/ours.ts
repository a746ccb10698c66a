import { Decimal, sumDecimals } from '@portolan/kernel';
import type { DutyResult } from '@portolan/tariff';
import type { Entry } from '../entry.ts';
import type { EntryLine } from '../entry-line.ts';
import { type SummaryNumber, summaryLine } from '../summary/form-7501.ts';
import { kindOf } from './comparable.ts';
import { normalised } from './normalised.ts';

type Said = readonly (readonly [pointer: string, value: string | number | undefined])[];

/** Every value of our summary that is compared, by its pointer, written as `normalised` writes it. */
export function ourValues(entry: Entry, duty?: DutyResult): Map<string, string> {
  const said: Said = [
    ...header(entry),
    ...entry.lines.flatMap((line, index) => goods(line, `/lines/${index}`)),
    ...(duty ? amounts(entry, duty) : []),
  ];
  return new Map(
    said.flatMap(([pointer, value]) =>
      value === undefined || value === '' ? [] : [[pointer, normalisedList(pointer, String(value))] as const],
    ),
  );
}

/** Lists are handed over with line feeds between their members. */
function normalisedList(pointer: string, text: string): string {
  const kind = kindOf(pointer);
  return text
    .split('\n')
    .map((part) => normalised(kind, part))
    .join(', ');
}

function header(entry: Entry): Said {
  const bills = entry.billOfLading.map((bill) => normalised('code', bill)).sort();
  return [
    ['/entryNumber', entry.entryNumber],
    ['/filer/code', entry.filer.code],
    ['/entryType', entry.entryType],
    ['/bond/surety', entry.bond?.surety],
    ['/bond/type', entry.bond?.type],
    ['/portOfEntry', entry.portOfEntry],
    ['/entryDate', entry.entryDate],
    ['/carrier/name', entry.carrier.name],
    ['/carrier/scac', entry.carrier.scac],
    ['/conveyance/name', entry.conveyance?.name],
    ['/conveyance/voyage', entry.conveyance?.voyage],
    ['/modeOfTransport', entry.modeOfTransport],
    ['/importDate', entry.importDate],
    ['/billOfLading', bills.join('\n')],
    ['/exportDate', entry.exportDate],
    ['/foreignPortOfLading', entry.foreignPortOfLading],
    ['/portOfUnlading', entry.portOfUnlading],
    ['/consignee/number', entry.consignee.number],
    ['/importerOfRecord/number', entry.importerOfRecord.number],
    ['/consignee/name', entry.consignee.name],
    ['/importerOfRecord/name', entry.importerOfRecord.name],
    ['/packages', entry.packages?.count],
  ];
}

function goods(line: EntryLine, at: string): Said {
  const cases = (line.cases ?? []).map((one) => normalised('code', one.case)).sort();
  return [
    [`${at}/number`, line.number],
    [`${at}/originCountry`, line.originCountry],
    [`${at}/exportCountry`, line.exportCountry],
    [`${at}/manufacturer/mid`, line.manufacturer?.mid],
    [`${at}/description`, line.description],
    [`${at}/hts`, line.hts],
    [`${at}/cases`, cases.join('\n')],
    [`${at}/spi`, line.spi],
    [`${at}/grossWeight`, line.grossWeight?.value],
    ...line.quantities.flatMap(
      ({ value, unit }, index): Said => [
        [`${at}/quantities/${index}`, value],
        [`${at}/units/${index}`, unit],
      ],
    ),
    ...metalPlaces.map((place) => [`${at}/metals/${place}`, countriesIn(line, place)] as const),
    [`${at}/enteredValue`, line.enteredValue],
    [`${at}/charges`, line.charges],
    [`${at}/relatedParties`, line.relatedParties ? 'Y' : 'N'],
    [`${at}/license`, line.license],
    [`${at}/invoice/number`, line.invoice.number],
    [`${at}/invoice/line`, line.invoice.line],
  ];
}

/** Duty and tax of a line together, as block 34 has them; deposits under cases stand apart. */
function owedOn(numbers: readonly SummaryNumber[]): string {
  const owed = numbers.filter(({ kind }) => kind !== 'case').map(({ amount }) => Decimal.of(amount));
  return sumDecimals(owed).toFixed(2);
}

const metalPlaces = ['meltedIn', 'smeltedIn', 'secondarySmeltedIn', 'castIn'] as const;

function countriesIn({ metals = [] }: EntryLine, place: (typeof metalPlaces)[number]): string {
  return [...new Set(metals.flatMap((metal) => metal[place] ?? []))].sort().join('\n');
}

function amounts(entry: Entry, { lines, fees, totals }: DutyResult): Said {
  const { duty, tax, fees: sum, antidumping, countervailing, total } = totals;
  return [
    ...lines.flatMap((line): Said => {
      const at = `/lines/${entry.lines.findIndex(({ number }) => number === line.number)}`;
      const { numbers } = summaryLine(line);
      const headings = numbers.filter(({ kind, code }) => kind === 'number' && code !== line.hts);
      const under = { number: 'duty', case: 'deposits', tax: 'taxes' };
      return [
        [`${at}/headings`, headings.map(({ code }) => code).join('\n')],
        [`${at}/dutyAndTax`, owedOn(numbers)],
        ...numbers.map(({ kind, code, amount }) => [`${at}/${under[kind]}/${code}`, amount] as const),
        ...line.fees.map((fee) => [`${at}/fees/${fee.class}`, fee.reported ?? fee.amount] as const),
      ];
    }),
    ...fees.map((fee) => [`/totals/fees/${fee.class}`, fee.amount] as const),
    ...([
      ['/totals/duty', duty],
      ['/totals/tax', tax],
      ['/totals/fees', sum],
      ['/totals/antidumping', antidumping],
      ['/totals/countervailing', countervailing],
      ['/totals/total', total],
    ] as const),
  ];
}
