import { portName } from '@portolan/kernel';
import { AGENCY_ZONE } from '../derive/entry-date.ts';
import type { Block, PaperForm } from './paper.ts';
import type { PrintedEntry } from './printed-entry.ts';
import { formAmount, formDate, formHts, formParty } from './values.ts';

/** CBP Form 3461 by its layout of 1/89, blocks 1 to 29 (19 CFR 142.3, 142.16). */
export function form3461Of1989({ entry, addresses, declarant }: PrintedEntry): PaperForm {
  const block = (
    number: number | undefined,
    label: string,
    value: string | undefined,
    span: number,
    prose = false,
  ): Block => ({
    ...(number === undefined ? {} : { number }),
    ...{ label, value: value ?? '', span, prose },
  });
  const { conveyance } = entry;
  const value = entry.lines.reduce((sum, { enteredValue }) => sum + BigInt(enteredValue), 0n);
  return {
    form: '3461',
    title: 'ENTRY/IMMEDIATE DELIVERY',
    edition: 'CBP Form 3461 (01/89)',
    reference: `Entry ${entry.entryNumber ?? 'without number'}`,
    authority: 'OMB control number 1651-0024\n19 CFR 142.3, 142.16, 142.22, 142.24',
    again: [
      block(4, 'Entry Number', entry.entryNumber, 4),
      block(9, 'Importer Number', entry.importerOfRecord.number, 4),
    ],
    head: [
      [
        block(1, 'Arrival Date', formDate(entry.importDate), 2),
        block(2, 'Elected Entry Date', formDate(entry.entryDate), 2),
        block(3, 'Entry Type Code/Name', `${entry.entryType} ${TYPES[entry.entryType] ?? ''}`.trim(), 2.5),
        block(4, 'Entry Number', entry.entryNumber, 3),
      ],
      [
        block(5, 'Port', `${entry.portOfEntry} ${portName(entry.portOfEntry) ?? ''}`.trim(), 3),
        block(6, 'Single Trans. Bond', entry.bond?.type === '9' ? 'X' : '', 2),
        block(7, 'Broker/Importer File Number', entry.fileNumber, 4.5),
      ],
      [
        block(8, 'Consignee Number', entry.consignee.number, 4),
        block(9, 'Importer Number', entry.importerOfRecord.number, 5.5),
      ],
      [
        block(10, 'Ultimate Consignee Name', formParty(entry.consignee.name, addresses?.consignee), 4.5),
        block(11, 'Importer of Record Name', formParty(entry.importerOfRecord.name, addresses?.importer), 5),
      ],
      [
        block(12, 'Carrier Code', entry.carrier.scac, 2),
        block(13, 'Voyage/Flight/Trip', conveyance?.voyage, 2.5),
        block(14, 'Location of Goods - Code(s)/Name(s)', '', 5),
      ],
      [
        block(15, 'Vessel Code/Name', conveyance?.name, 4),
        block(16, 'U.S. Port of Unlading', entry.portOfUnlading, 2.5),
        block(17, 'Manifest Number', '', 1.5),
        block(18, 'G.O. Number', '', 1.5),
      ],
      [
        block(19, 'Total Value', `$ ${formAmount(String(value))}`, 2),
        block(20, 'Description of Merchandise', descriptionOf(entry.lines), 7.5),
      ],
    ],
    table: {
      columns: [
        { heading: '21. IT/BL/AWB Code', span: 1.4 },
        { heading: '22. IT/BL/AWB No.', span: 2.6 },
        { heading: '23. Manifest Quantity', span: 1.6 },
        { heading: '24. H.S. Number', span: 1.8 },
        { heading: '25. Country of Origin', span: 1.2 },
        { heading: '26. Manufacturer No.', span: 2.6 },
      ],
      rows: entry.lines.map((line, at) => [
        at === 0 ? entry.billOfLading.map(() => (AIR.includes(entry.modeOfTransport) ? 'AWB' : 'BL')) : [],
        at === 0 ? [...entry.billOfLading] : [],
        at === 0 && entry.packages ? [`${entry.packages.count} ${entry.packages.kind}`] : [],
        [formHts(line.hts)],
        [line.originCountry],
        [line.manufacturer?.mid ?? line.manufacturer?.name ?? ''],
      ]),
    },
    foot: [
      [block(27, 'Certification', CERTIFICATION, 5, true), block(28, 'CBP Use Only', OFFICE, 4.5, true)],
      [
        block(
          undefined,
          'Signature of Applicant, Phone Number, Date',
          declarant ? `${declarant.name}, ${declarant.title}\n${formDate(declarant.on)}` : entry.filer.name,
          5,
        ),
        block(undefined, 'Delivery Authorized: Signature, Date', '', 4.5),
      ],
      [block(29, 'Broker or Other Government Agency Use', '', 9.5)],
    ],
    notes: [`Dates are of the port's calendar, else of ${AGENCY_ZONE}.`],
  };
}

/** Names of the entry types that are made here (CATAIR, entry type codes). */
const TYPES: Readonly<Record<string, string>> = {
  '01': 'CONSUMPTION',
  '03': 'CONSUMPTION AD/CVD',
  '11': 'INFORMAL',
};
const AIR: readonly string[] = ['40', '41'];

/** What the applicant certifies, in the words of the form. */
const CERTIFICATION =
  'I hereby make application for entry/immediate delivery. I certify that the above information is accurate, the bond is sufficient, valid, and current, and that all requirements of 19 CFR Part 142 have been met.';
const OFFICE =
  '[ ] Other agency action required, namely:\n[ ] CBP examination required.\n[ ] Entry rejected, because:';

function descriptionOf(lines: PrintedEntry['entry']['lines']): string {
  return [...new Set(lines.map(({ description }) => description))].slice(0, 6).join('; ');
}
