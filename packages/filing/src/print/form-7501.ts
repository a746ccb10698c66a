import type { Entry } from '../entry.ts';
import type { EntryLine } from '../entry-line.ts';
import { isEditionOf2025, movedBlock } from '../fields/places.ts';
import { summaryLine } from '../summary/form-7501.ts';
import { footOf } from './foot-7501.ts';
import type { Block, PaperColumn, PaperForm } from './paper.ts';
import type { PrintedEntry } from './printed-entry.ts';
import { formAmount, formClass, formDate, formHts, formParty, formQuantity } from './values.ts';

/**
 * CBP Form 7501, entry summary, by the edition in use on the day of entry: blocks 1 to 43 before October 2025, with melt and
 * pour, smelt and cast as blocks 21 to 24 and all later ones moved by four since then.
 */
export function form7501(printed: PrintedEntry): PaperForm {
  const { entry } = printed;
  const day = entry.entryDate;
  const at = (block: number) => movedBlock(block, day);
  return {
    form: '7501',
    title: 'ENTRY SUMMARY',
    edition: isEditionOf2025(day) ? 'CBP Form 7501 (10/25)' : 'CBP Form 7501 (7/21)',
    reference: `Entry ${entry.entryNumber ?? 'without number'}`,
    authority: 'OMB control number 1651-0022\n19 CFR 141.61, 142.11, 142.16',
    head: headOf(printed, at),
    again: [
      { number: 1, label: 'Filer Code/Entry Number', value: entry.entryNumber ?? '', span: 4 },
      { number: 7, label: 'Entry Date', value: formDate(entry.entryDate), span: 3 },
      {
        number: at(26),
        label: 'Importer of Record Name',
        value: entry.importerOfRecord.name,
        span: 5,
      },
    ],
    table: { columns: columnsOf(at), rows: entry.lines.map((line) => rowOf(line, printed)) },
    foot: footOf(printed, at),
    notes: printed.duty ? NOTES : [...NOTES, WITHOUT_DUTY],
  };
}

const NOTES = [
  'Printed from the entry summary as filed; every value can be opened down to its source in the case file of the entry.',
];

/** Blank totals would read as nothing owed. */
const WITHOUT_DUTY =
  'Duty and fees are not printed: the decision was taken with rules or tariff data that this node does not hold.';

type Numbered = (block: number) => number;

function headOf({ entry, summaryDate, addresses }: PrintedEntry, at: Numbered): Block[][] {
  const block = (number: number, label: string, value: string | undefined, span: number): Block => ({
    number: at(number),
    label,
    value: value ?? '',
    span,
  });
  const { conveyance, carrier } = entry;
  return [
    [
      block(1, 'Filer Code/Entry Number', entry.entryNumber, 3),
      block(2, 'Entry Type', entry.entryType, 1.4),
      block(3, 'Summary Date', formDate(summaryDate), 1.6),
      block(4, 'Surety Number', entry.bond?.surety, 1.6),
      block(5, 'Bond Type', entry.bond?.type, 1.2),
      block(6, 'Port Code', entry.portOfEntry, 1.4),
      block(7, 'Entry Date', formDate(entry.entryDate), 1.8),
    ],
    [
      block(8, 'Importing Carrier', [carrier.name, conveyance?.name].filter(Boolean).join(' / '), 4.5),
      block(9, 'Mode of Transport', entry.modeOfTransport, 2),
      block(10, 'Country of Origin', single(entry.lines.map(({ originCountry }) => originCountry)), 3),
      block(11, 'Import Date', formDate(entry.importDate), 2.5),
    ],
    [
      block(12, 'B/L or AWB Number', entry.billOfLading.join('\n'), 4),
      block(13, 'Manufacturer ID', single(entry.lines.map(({ manufacturer }) => manufacturer?.mid ?? '')), 4),
      block(14, 'Exporting Country', entry.exportCountry, 2),
      block(15, 'Export Date', formDate(entry.exportDate), 2),
    ],
    [
      block(16, 'I.T. Number', '', 2.4),
      block(17, 'I.T. Date', '', 1.8),
      block(18, 'Missing Docs', '', 1.8),
      block(19, 'Foreign Port of Lading', entry.foreignPortOfLading, 3),
      block(20, 'U.S. Port of Unlading', entry.portOfUnlading, 3),
    ],
    ...metalRow(entry),
    [
      block(21, 'Location of Goods/G.O. Number', '', 4),
      block(22, 'Consignee Number', entry.consignee.number, 2.6),
      block(23, 'Importer Number', entry.importerOfRecord.number, 2.6),
      block(24, 'Reference Number', '', 2.8),
    ],
    [
      block(
        25,
        'Ultimate Consignee Name and Address',
        formParty(entry.consignee.name, addresses?.consignee),
        6,
      ),
      block(
        26,
        'Importer of Record Name and Address',
        formParty(entry.importerOfRecord.name, addresses?.importer),
        6,
      ),
    ],
  ];
}

/** Blocks 21 to 24 of the edition of October 2025; nothing on earlier ones. */
function metalRow({ entryDate, lines }: Entry): Block[][] {
  if (!isEditionOf2025(entryDate)) return [];
  const metals = lines.flatMap((line) => line.metals ?? []);
  const of = (member: 'meltedIn' | 'smeltedIn' | 'secondarySmeltedIn' | 'castIn') =>
    single(metals.flatMap((metal) => metal[member] ?? []));
  return [
    [
      { number: 21, label: 'Country of Melt and Pour', value: of('meltedIn'), span: 3 },
      { number: 22, label: 'Primary Country of Smelt', value: of('smeltedIn'), span: 3 },
      { number: 23, label: 'Secondary Country of Smelt', value: of('secondarySmeltedIn'), span: 3 },
      { number: 24, label: 'Country of Cast', value: of('castIn'), span: 3 },
    ],
  ];
}

/** The one value that all lines share, else the form's word for several. */
function single(values: readonly string[]): string {
  const distinct = [...new Set(values.filter((value) => value !== ''))];
  return distinct.length > 1 ? 'MULTI' : (distinct[0] ?? '');
}

function columnsOf(at: Numbered): PaperColumn[] {
  return [
    { heading: `${at(27)}. Line No.`, span: 0.7 },
    { heading: `${at(28)}. Description of Merchandise`, span: 2.9 },
    { heading: `${at(29)}. A. HTSUS No.\nB. AD/CVD No.`, span: 1.8 },
    { heading: `${at(30)}. A. Gross Weight\nB. Manifest Qty.`, span: 1.3 },
    { heading: `${at(31)}. Net Quantity in HTSUS Units`, span: 1.5 },
    { heading: `${at(32)}. A. Entered Value\nB. CHGS\nC. Relationship`, span: 1.4, right: true },
    { heading: `${at(33)}. A. HTSUS Rate\nB. AD/CVD Rate\nC. IRC Rate\nD. Visa No.`, span: 1.3 },
    { heading: `${at(34)}. Duty and IR Tax`, span: 1.1, right: true },
  ];
}

function rowOf(line: EntryLine, { entry, duty }: PrintedEntry): string[][] {
  const owed = duty?.lines.find(({ number }) => number === line.number);
  const numbers: Figures[] = owed
    ? [...summaryLine(owed).numbers]
    : [{ kind: 'number', code: line.hts, rate: '', amount: '' }];
  const origin = multi(entry, ({ originCountry }) => originCountry) ? [`O ${line.originCountry}`] : [];
  const maker = multi(entry, ({ manufacturer }) => manufacturer?.mid) ? [line.manufacturer?.mid ?? ''] : [];
  const packages = line.number === entry.lines[0]?.number && entry.packages ? [entry.packages] : [];
  const fees = owed?.fees ?? [];
  return [
    [String(line.number).padStart(3, '0'), ...origin],
    [line.description, `Invoice ${line.invoice.number} line ${line.invoice.line}`, ...maker],
    [...numbers.map((figures) => codeOf(figures, line)), ...fees.map(({ class: code }) => formClass(code))],
    [
      ...(line.grossWeight ? [formQuantity(line.grossWeight)] : []),
      ...packages.map(({ count, kind }) => `${count} ${kind.toUpperCase()}`),
    ],
    line.quantities.map(formQuantity),
    [formAmount(line.enteredValue), `C${line.charges}`, line.relatedParties ? 'RELATED' : 'NOT RELATED'],
    [...numbers.map(({ rate }) => rateOf(rate)), ...fees.map(({ trace }) => trace.rate)],
    [...numbers, ...fees].map(({ amount }) => formAmount(amount)),
  ];
}

/** A heading under which nothing is added is charged at nothing. */
function rateOf(rate: string): string {
  return rate === 'none' ? '0%' : rate;
}

interface Figures {
  readonly kind: string;
  readonly code: string;
  readonly rate: string;
  readonly amount: string;
}

function codeOf({ kind, code }: Figures, { hts, spi }: EntryLine): string {
  if (kind !== 'number') return code;
  return `${spi && code === hts ? `${spi} ` : ''}${formHts(code)}`;
}

function multi({ lines }: Entry, of: (line: EntryLine) => string | undefined): boolean {
  return new Set(lines.map(of)).size > 1;
}
