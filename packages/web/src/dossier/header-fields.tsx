import type { DraftEntry } from '@portolan/filing';
import { portName } from '@portolan/kernel';
import type { ReactNode } from 'react';
import { bondWords, countryWords, entryTypeWords, modeWords } from '../format/codes.ts';
import { formatQuantity } from '../format/numbers.ts';
import { Day } from '../ui/when.tsx';

interface HeaderField {
  pointer: string;
  label: string;
  /** Block of CBP Form 7501 (10/25). */
  block?: string;
  show: (entry: DraftEntry) => ReactNode | undefined;
}

function when<T>(value: T | undefined, show: (value: T) => ReactNode): ReactNode | undefined {
  return value === undefined ? undefined : show(value);
}

function port(code: string): string {
  const name = portName(code);
  return name ? `${code} – ${name}` : code;
}

const day = (date: string) => <Day date={date} />;

/** The fields of an entry's head in the order of CBP Form 7501 (10/25), with how each value is shown. */
export const headerFields: readonly HeaderField[] = [
  { pointer: '/entryNumber', label: 'Entry number', block: '1', show: (entry) => entry.entryNumber },
  {
    pointer: '/entryType',
    label: 'Entry type',
    block: '2',
    show: (entry) => when(entry.entryType, entryTypeWords),
  },
  { pointer: '/bond/surety', label: 'Surety', block: '4', show: (entry) => entry.bond?.surety },
  {
    pointer: '/bond/type',
    label: 'Bond type',
    block: '5',
    show: (entry) => when(entry.bond?.type, bondWords),
  },
  { pointer: '/portOfEntry', label: 'Port', block: '6', show: (entry) => when(entry.portOfEntry, port) },
  { pointer: '/entryDate', label: 'Entry date', block: '7', show: (entry) => when(entry.entryDate, day) },
  {
    pointer: '/carrier/name',
    label: 'Importing carrier',
    block: '8',
    show: (entry) => when(entry.carrier, (carrier) => `${carrier.name} (${carrier.scac})`),
  },
  {
    pointer: '/modeOfTransport',
    label: 'Mode of transport',
    block: '9',
    show: (entry) => when(entry.modeOfTransport, modeWords),
  },
  { pointer: '/importDate', label: 'Import date', block: '11', show: (entry) => when(entry.importDate, day) },
  {
    pointer: '/billOfLading',
    label: 'Bill of lading',
    block: '12',
    show: (entry) => entry.billOfLading?.join(', '),
  },
  {
    pointer: '/exportCountry',
    label: 'Exporting country',
    block: '14',
    show: (entry) => when(entry.exportCountry, countryWords),
  },
  { pointer: '/exportDate', label: 'Export date', block: '15', show: (entry) => when(entry.exportDate, day) },
  {
    pointer: '/foreignPortOfLading',
    label: 'Foreign port of lading',
    block: '19',
    show: (entry) => entry.foreignPortOfLading,
  },
  {
    pointer: '/portOfUnlading',
    label: 'U.S. port of unlading',
    block: '20',
    show: (entry) => when(entry.portOfUnlading, port),
  },
  {
    pointer: '/consignee/number',
    label: 'Consignee number',
    block: '26',
    show: (entry) => entry.consignee?.number,
  },
  {
    pointer: '/importerOfRecord/number',
    label: 'Importer number',
    block: '27',
    show: (entry) => entry.importerOfRecord?.number,
  },
  {
    pointer: '/consignee/name',
    label: 'Ultimate consignee',
    block: '29',
    show: (entry) => entry.consignee?.name,
  },
  {
    pointer: '/importerOfRecord/name',
    label: 'Importer of record',
    block: '30',
    show: (entry) => entry.importerOfRecord?.name,
  },
  {
    pointer: '/filer/name',
    label: 'Broker or filer',
    block: '46',
    show: (entry) => when(entry.filer, (filer) => `${filer.name} (${filer.code})`),
  },
  {
    pointer: '/invoiceNumbers',
    label: 'Invoices',
    show: (entry) => entry.invoiceNumbers?.join(', '),
  },
  { pointer: '/currency', label: 'Invoice currency', show: (entry) => entry.currency },
  {
    pointer: '/conveyance',
    label: 'Conveyance',
    show: (entry) =>
      when(entry.conveyance, ({ name, voyage, trailer }) =>
        [name, voyage && `voyage ${voyage}`, trailer && `trailer ${trailer}`].filter(Boolean).join(', '),
      ),
  },
  { pointer: '/containers', label: 'Containers', show: (entry) => entry.containers?.join(', ') },
  {
    pointer: '/grossWeight',
    label: 'Gross weight',
    show: (entry) => when(entry.grossWeight, formatQuantity),
  },
];
