import { Decimal, ok, type Result } from '@portolan/kernel';
import { unitOfAbi } from '../facts/abi-units.ts';
import { type ReadRecord, readRecords } from './ae-records.ts';
import { kindOf } from './comparable.ts';
import type { FiledSummary, FiledValue } from './filed.ts';
import { normalised } from './normalised.ts';

/** Records that are known and carry nothing that is compared; totals of bonded amounts (88) are of them. */
const ASIDE = /^(?:SE|PG|OI|CW|30|32|33|35|36|41|43|51|61|63|88)/;
/** Declarations of record 54 that are compared. */
const METALS: readonly (string | undefined)[] = ['07', '08', '12'];

/** An ABI entry summary of 80 columns a line (CATAIR AE), in the terms of our entry. Refuses what `readRecords` refuses. */
export function readAe(text: string): Result<FiledSummary> {
  const records = readRecords(text);
  if (!records.ok) return records;
  const lines = goods(records.value);
  const header = records.value.slice(0, records.value.findIndex(({ id }) => id === '40') >>> 0);
  const values = [
    ...headerValues(header),
    ...saidOnLines(lines),
    ...lines.flatMap((line, index) => lineValues(line, `/lines/${index}`)),
    ...totalValues(records.value),
  ];
  return ok({ format: 'ae', values, notCompared: asideOf(records.value) });
}

/** What the message says and nothing here has a counterpart for: whole records, and columns of records that are read. */
function asideOf(records: readonly ReadRecord[]): string[] {
  const aside = records.flatMap(({ id, fields, unread }) => {
    if (ASIDE.test(id)) return [id];
    if (id === '54') return METALS.includes(fields.kind) ? [] : [`54 kind ${fields.kind ?? ''}`.trim()];
    return unread.map((columns) => `${id} columns ${columns}`);
  });
  return [...new Set(aside)];
}

function value(pointer: string, ...texts: readonly (string | undefined)[]): FiledValue[] {
  const said = texts.filter((text) => text !== undefined && text !== '') as string[];
  if (said.length === 0) return [];
  const kind = kindOf(pointer);
  const parts = said.map((text) => normalised(kind, text));
  return [{ pointer, value: parts.join(', '), characters: said.join('').replace(/\s+/g, ' ').length }];
}

function headerValues(records: readonly ReadRecord[]): FiledValue[] {
  const one = (id: string): ReadRecord['fields'] => records.find((record) => record.id === id)?.fields ?? {};
  const all = (id: string) => records.filter((record) => record.id === id).map(({ fields }) => fields);
  const [head, content, cargo, trip, bond] = [one('10'), one('11'), one('20'), one('21'), one('31')];
  const bills = all('23').map(({ issuer = '', bill = '' }) => normalised('code', issuer + bill));
  const packages = all('22').flatMap(({ quantity }) => (quantity ? [Decimal.of(quantity)] : []));
  return [
    ...value('/entryNumber', `${head.filer ?? ''}${head.number ?? ''}`),
    ...value('/filer/code', head.filer),
    ...value('/portOfEntry', head.port),
    ...value('/entryType', head.type),
    ...value('/modeOfTransport', head.mode),
    ...value('/importerOfRecord/number', content.importer),
    ...value('/consignee/number', content.consignee),
    ...value('/entryDate', content.entryDate),
    ...value('/importDate', content.importDate),
    ...value('/carrier/scac', cargo.carrier),
    ...value('/portOfUnlading', cargo.unlading),
    ...value('/conveyance/name', cargo.conveyance),
    ...value('/conveyance/voyage', trip.trip),
    ...value('/packages', packages.length > 0 ? packages.reduce((a, b) => a.plus(b)).toString() : undefined),
    ...value('/billOfLading', ...bills.sort()),
    ...value('/bond/type', bond.type),
    ...value('/bond/surety', bond.surety),
  ];
}

/** The records of each line of goods: from its 40 to the next, or to the totals. */
function goods(records: readonly ReadRecord[]): ReadRecord[][] {
  const lines: ReadRecord[][] = [];
  for (const record of records) {
    if (/^(?:88|89|90)$/.test(record.id)) break;
    if (record.id === '40') lines.push([record]);
    else lines.at(-1)?.push(record);
  }
  return lines;
}

/** What an entry says once and the message on every line: each value that is said, once. */
function saidOnLines(lines: readonly (readonly ReadRecord[])[]): FiledValue[] {
  const said = (name: string) => [...new Set(lines.map(([head]) => head?.fields[name]))].sort();
  return [
    ...value('/exportDate', ...said('exportDate')),
    ...value('/foreignPortOfLading', ...said('lading')),
  ];
}

function lineValues(records: readonly ReadRecord[], at: string): FiledValue[] {
  const all = (id: string) => records.filter((record) => record.id === id).map(({ fields }) => fields);
  const [head = {}] = all('40');
  const numbers = all('50');
  const own = numbers.at(-1) ?? {};
  const worth = numbers.flatMap(({ value }) => (value ? [Decimal.of(value)] : []));
  const description = all('44').flatMap(({ description }) => description ?? []);
  const [invoice = {}] = all('42');
  return [
    ...value(`${at}/number`, head.number),
    ...value(`${at}/originCountry`, head.origin),
    ...value(`${at}/exportCountry`, head.export),
    ...value(`${at}/spi`, head.spi),
    ...value(`${at}/charges`, head.charges),
    ...value(`${at}/grossWeight`, head.weight),
    ...value(`${at}/relatedParties`, head.related),
    ...value(`${at}/invoice/number`, invoice.invoice),
    ...value(`${at}/invoice/line`, invoice.invoiceLine),
    ...value(`${at}/description`, description.length > 0 ? description.join(' ') : undefined),
    ...value(`${at}/manufacturer/mid`, all('47').find(({ type }) => type === 'M')?.party),
    ...value(`${at}/hts`, own.hts),
    ...value(`${at}/headings`, ...numbers.slice(0, -1).map(({ hts }) => hts)),
    ...value(
      `${at}/enteredValue`,
      worth.length > 0 ? worth.reduce((a, b) => a.plus(b)).toString() : undefined,
    ),
    ...[1, 2, 3].flatMap((n) => quantityValues(at, n - 1, own[`quantity${n}`], own[`unit${n}`])),
    ...metalValues(at, all('54')),
    ...value(`${at}/license`, all('52')[0]?.license),
    ...value(
      `${at}/cases`,
      ...all('53')
        .map((one) => one.case)
        .sort(),
    ),
    ...numbers.flatMap(({ hts, duty }) => value(`${at}/duty/${hts}`, duty)),
    ...all('53').flatMap((one) => value(`${at}/deposits/${one.case}`, one.deposit)),
    ...all('60').flatMap((tax) => value(`${at}/taxes/${tax.class}`, tax.amount)),
    ...all('62').flatMap((fee) => value(`${at}/fees/${fee.class}`, fee.amount)),
  ];
}

/** Unit X says that the tariff asks for no quantity. */
function quantityValues(at: string, index: number, amount?: string, unit = ''): FiledValue[] {
  if (unit === 'X') return [];
  const named = { pointer: `${at}/units/${index}`, value: unitOfAbi(unit), characters: unit.length };
  return [...value(`${at}/quantities/${index}`, amount), ...(amount && unit ? [named] : [])];
}

/** Declarations on metals: aluminum (07), steel (08), copper (12); countries of several records, each once. */
function metalValues(at: string, declarations: readonly Declared[]): FiledValue[] {
  const of = (kind: string) => declarations.filter((one) => one.kind === kind);
  const [aluminum, steel, copper] = [of('07'), of('08'), of('12')];
  const once = (...texts: (string | undefined)[]) => [...new Set(texts)].sort();
  const said = {
    meltedIn: steel.map((one) => one.melted ?? one.meltedOther),
    smeltedIn: [...aluminum.map((one) => one.smelted), ...copper.map((one) => one.copper)],
    secondarySmeltedIn: [
      ...aluminum.map((one) => one.secondary),
      ...copper.map((one) => one.copperSecondary),
    ],
    castIn: [...aluminum, ...copper].map((one) => one.cast),
  };
  return Object.entries(said).flatMap(([place, countries]) =>
    value(`${at}/metals/${place}`, ...once(...countries)),
  );
}

type Declared = ReadRecord['fields'];

function totalValues(records: readonly ReadRecord[]): FiledValue[] {
  const totals = records.find(({ id }) => id === '90')?.fields ?? {};
  const listed = (id: string) =>
    records
      .filter((record) => record.id === id)
      .flatMap(({ fields }) =>
        [1, 2, 3, 4, 5].flatMap((n) =>
          fields[`class${n}`] ? value(`/totals/fees/${fields[`class${n}`]}`, fields[`amount${n}`]) : [],
        ),
      );
  // Fees of the header (34) stand in the totals again (89), which count where both have them.
  const fees = [...new Map([...listed('34'), ...listed('89')].map((fee) => [fee.pointer, fee])).values()];
  const named = ['duty', 'fees', 'tax', 'antidumping', 'countervailing'];
  return [...fees, ...named.flatMap((name) => value(`/totals/${name}`, totals[name]))];
}
