import { portName } from '@portolan/kernel';
import type { Entry } from '../entry.ts';
import { form3461Layout } from '../facts/form-3461-editions.ts';
import { modeOfCode } from '../facts/modes.ts';
import { form3461Of1989 } from './form-3461-of-1989.ts';
import type { Block, PaperForm } from './paper.ts';
import type { PrintedEntry, PrintedParty } from './printed-entry.ts';
import { formAmount, formDate, formHts, formParty } from './values.ts';

/** CBP Form 3461, entry and immediate delivery, by the layout in use on the day of entry (19 CFR 142.3, 142.16). */
export function form3461(printed: PrintedEntry): PaperForm {
  return form3461Layout(printed.entry.entryDate) === 'of-1989'
    ? form3461Of1989(printed)
    : formOfCargoRelease(printed);
}

/** Blocks 1 to 22 as numbered on the form; what it says of bills and lines stands below under its own headings, without numbers. */
function formOfCargoRelease(printed: PrintedEntry): PaperForm {
  const { entry } = printed;
  return {
    form: '3461',
    title: 'ENTRY/IMMEDIATE DELIVERY',
    edition: 'CBP Form 3461 (OMB 1651-0024)',
    reference: `Entry ${entry.entryNumber ?? 'without number'}`,
    authority: 'OMB control number 1651-0024\n19 CFR 142.3, 142.16, 142.22, 142.24, 149.3',
    again: [
      block(5, 'Entry Number', entry.entryNumber, 4),
      block(3, 'Importer Number', entry.importerOfRecord.number, 4),
    ],
    head: [...headOf(printed), ...partiesOf(printed), ...billsOf(entry)],
    table: { columns: COLUMNS, rows: entry.lines.map((line) => rowOf(line)) },
    foot: footOf(printed),
    notes: [
      'Bills and lines are printed under their headings; blocks beyond 22 are not numbered here.',
      'Printed from the entry as filed; every value can be opened down to its source in the case file of the entry.',
    ],
  };
}

function block(number: number | undefined, label: string, value: string | undefined, span: number): Block {
  return { ...(number === undefined ? {} : { number }), label, value: value ?? '', span };
}

function headOf({ entry, addresses }: PrintedEntry): Block[][] {
  const { bond, conveyance, importerOfRecord: importer } = entry;
  const value = entry.lines.reduce((sum, { enteredValue }) => sum + BigInt(enteredValue), 0n);
  return [
    [
      block(1, 'Port of Entry', `${entry.portOfEntry} ${portName(entry.portOfEntry) ?? ''}`.trim(), 3),
      block(2, 'Bond Type', marked(BONDS, bond?.type, 1), 4),
      block(3, 'Importer Number', importer.number, 3),
      block(5, 'Entry Number', entry.entryNumber, 3),
    ],
    [
      block(4, 'Importer Name and Address', formParty(importer.name, addresses?.importer), 5),
      block(6, 'Bond Value', '', 2),
      block(7, 'Entry Value', `$ ${formAmount(String(value))}`, 2.5),
      block(8, 'CES', '', 3),
    ],
    [
      block(9, 'Entry Type', entry.entryType, 1.6),
      block(10, 'Originating Whse Entry Number (For Entry Type 22 Only)', '', 3.2),
      block(11, 'Surety Code', bond?.surety, 1.6),
      block(12, 'Port of Unlading', entry.portOfUnlading, 2),
      block(13, 'Mode of Transportation', marked(MODES, modeOf(entry), 4), 5),
    ],
    [
      block(14, 'Location of Goods (FIRMS)', '', 3),
      block(15, 'G.O. Number', '', 2),
      block(16, 'Conveyance Name/FTZ Zone ID', conveyance?.name ?? conveyance?.trailer, 4),
      block(17, 'Reference ID Code', '', 2),
      block(18, 'Reference ID Number', entry.fileNumber, 3),
      block(19, 'Self Certification', '[ ] Yes  [ ] No', 2),
    ],
  ];
}

const BONDS: readonly (readonly [code: string, name: string])[] = [
  ['9', 'Single Transaction Bond'],
  ['8', 'Continuous Bond'],
  ['0', 'No Bond Required'],
];
const MODES: readonly (readonly [code: string, name: string])[] = [
  ['vessel', 'Ocean'],
  ['air', 'Air'],
  ['pipeline', 'Pipeline'],
  ['rail', 'Rail'],
  ['truck', 'Truck'],
  ['hand', 'Hand Carry'],
  ['other', 'Other'],
];

function modeOf({ modeOfTransport }: Entry): string {
  if (modeOfTransport === '60') return 'hand';
  const mode = modeOfCode(modeOfTransport);
  return MODES.some(([code]) => code === mode) ? (mode ?? 'other') : 'other';
}

/** Boxes to mark, the one that holds marked; so many in a row. */
function marked(
  boxes: readonly (readonly [code: string, name: string])[],
  code: string | undefined,
  perRow: number,
): string {
  const words = boxes.map(([own, name]) => `[${own === code ? 'X' : ' '}] ${name}`);
  const rows = words.flatMap((_, at) => (at % perRow === 0 ? [words.slice(at, at + perRow).join('  ')] : []));
  return rows.join('\n');
}

/** Parties that apply to the entire entry; a party of some lines only stands with its lines. */
function partiesOf({ entry, addresses, parties }: PrintedEntry): Block[][] {
  const makers = entry.lines.map(({ manufacturer }) => manufacturer);
  const [maker] = makers;
  const oneMaker = maker !== undefined && makers.every((one) => one?.name === maker.name);
  const { consignee } = entry;
  const rows: (readonly [type: string, party: PrintedParty | undefined])[] = [
    [
      'Manufacturer',
      oneMaker
        ? { name: maker.name, number: maker.mid, ...addressOf(parties?.maker, maker.name) }
        : undefined,
    ],
    ['Consignee', { name: consignee.name, number: consignee.number, address: addresses?.consignee }],
    ['Buying Party', parties?.buyer],
    ['Selling Party', parties?.seller],
  ];
  return rows.map(([type, party], at) => [
    block(at === 0 ? 20 : undefined, 'Header Party Type', type, 2.2),
    block(
      at === 0 ? 21 : undefined,
      'Header Party Name and Address',
      party && formParty(party.name, party.address),
      6.4,
    ),
    block(at === 0 ? 22 : undefined, 'Header ID # (if applicable)', party?.number, 3),
  ]);
}

function addressOf(party: PrintedParty | undefined, name: string): Pick<PrintedParty, 'address'> {
  return party?.name === name ? { address: party.address } : {};
}

function billsOf({
  billOfLading,
  packages,
  importDate,
  carrier,
  conveyance,
  modeOfTransport,
}: Entry): Block[][] {
  const kind = AIR.includes(modeOfTransport) ? 'AWB' : 'BL';
  return [
    [
      block(undefined, 'Bill Type and Number', billOfLading.map((one) => `${kind} ${one}`).join('\n'), 4),
      block(undefined, 'Quantity', packages && `${packages.count} ${packages.kind}`, 2),
      block(undefined, 'Carrier Code', carrier.scac, 1.6),
      block(undefined, 'Voyage/Flight/Trip', conveyance?.voyage, 2),
      block(undefined, 'Date of Arrival', formDate(importDate), 2),
    ],
  ];
}

const AIR: readonly string[] = ['40', '41'];

const COLUMNS = [
  { heading: 'Line', span: 0.6 },
  { heading: 'Country of Origin', span: 1.1 },
  { heading: 'HTS Number', span: 1.8 },
  { heading: 'Description', span: 3.6 },
  { heading: 'Manufacturer ID', span: 2.4 },
  { heading: 'Value', span: 1.3, right: true },
];

function rowOf(line: Entry['lines'][number]): string[][] {
  const { number, originCountry, hts, description, manufacturer, enteredValue } = line;
  return [
    [String(number).padStart(3, '0')],
    [originCountry],
    [formHts(hts)],
    [description],
    [manufacturer?.mid ?? manufacturer?.name ?? ''],
    [formAmount(enteredValue)],
  ];
}

function footOf({ entry, declarant }: PrintedEntry): Block[][] {
  const signed = declarant
    ? `${declarant.name}, ${declarant.title}\n${formDate(declarant.on)}`
    : entry.filer.name;
  return [
    [
      { ...block(undefined, 'Certification', CERTIFICATION, 5), prose: true },
      { ...block(undefined, 'CBP Use Only', OFFICE, 4.5), prose: true },
    ],
    [
      block(undefined, 'Signature of Applicant, Phone Number, Date', signed, 5),
      block(undefined, 'Delivery Authorized: Signature, Date', '', 4.5),
    ],
  ];
}

/** What the applicant certifies, in the words of the form. */
const CERTIFICATION =
  'I hereby make application for entry/immediate delivery. I certify that the above information is accurate, the bond is sufficient, valid, and current, and that all requirements of 19 CFR Part 142 have been met.';
const OFFICE =
  '[ ] Other agency action required, namely:\n[ ] CBP examination required.\n[ ] Entry rejected, because:';
