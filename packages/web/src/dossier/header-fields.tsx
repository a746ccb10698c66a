import type { DraftEntry } from '@portolan/filing';
import { portName } from '@portolan/kernel';
import type { ReactNode } from 'react';
import { bondWords, countryWords, entryTypeWords, modeWords } from '../format/codes.ts';
import { formatQuantity } from '../format/numbers.ts';
import { Day } from '../ui/when.tsx';

interface HeaderField {
  pointer: string;
  show: (entry: DraftEntry) => ReactNode | undefined;
}

function when<T>(value: T | undefined, show: (value: T) => ReactNode): ReactNode | undefined {
  return value === undefined ? undefined : show(value);
}

function port(code: string): string {
  const name = portName(code);
  return name ? `${code} – ${name}` : code;
}

/** Codes of payment with what they mean (CATAIR record 10). */
function paymentWords(code: string): string {
  const kind =
    code === '1' ? 'single payment' : '678'.includes(code) ? 'monthly statement' : 'daily statement';
  return `${code} – ${kind}`;
}

const day = (date: string) => <Day date={date} />;

/** The fields of an entry's head in the order of form 7501, with how each value is shown. */
export const headerFields: readonly HeaderField[] = [
  { pointer: '/entryNumber', show: (entry) => entry.entryNumber },
  {
    pointer: '/entryType',
    show: (entry) => when(entry.entryType, entryTypeWords),
  },
  { pointer: '/bond/surety', show: (entry) => entry.bond?.surety },
  {
    pointer: '/bond/type',
    show: (entry) => when(entry.bond?.type, bondWords),
  },
  { pointer: '/portOfEntry', show: (entry) => when(entry.portOfEntry, port) },
  { pointer: '/entryDate', show: (entry) => when(entry.entryDate, day) },
  {
    pointer: '/carrier/name',
    show: (entry) => when(entry.carrier, (carrier) => `${carrier.name} (${carrier.scac})`),
  },
  {
    pointer: '/modeOfTransport',
    show: (entry) => when(entry.modeOfTransport, modeWords),
  },
  { pointer: '/importDate', show: (entry) => when(entry.importDate, day) },
  {
    pointer: '/billOfLading',
    show: (entry) => entry.billOfLading?.join(', '),
  },
  {
    pointer: '/exportCountry',
    show: (entry) => when(entry.exportCountry, countryWords),
  },
  { pointer: '/exportDate', show: (entry) => when(entry.exportDate, day) },
  {
    pointer: '/foreignPortOfLading',
    show: (entry) => entry.foreignPortOfLading,
  },
  {
    pointer: '/portOfUnlading',
    show: (entry) => when(entry.portOfUnlading, port),
  },
  {
    pointer: '/consignee/number',
    show: (entry) => entry.consignee?.number,
  },
  {
    pointer: '/importerOfRecord/number',
    show: (entry) => entry.importerOfRecord?.number,
  },
  {
    pointer: '/consignee/name',
    show: (entry) => entry.consignee?.name,
  },
  {
    pointer: '/importerOfRecord/name',
    show: (entry) => entry.importerOfRecord?.name,
  },
  {
    pointer: '/filer/name',
    show: (entry) => when(entry.filer, (filer) => `${filer.name} (${filer.code})`),
  },
  {
    pointer: '/invoiceNumbers',
    show: (entry) => entry.invoiceNumbers?.join(', '),
  },
  { pointer: '/fileNumber', show: (entry) => entry.fileNumber },
  { pointer: '/paymentType', show: (entry) => when(entry.paymentType, paymentWords) },
  {
    pointer: '/carriage',
    show: (entry) => when(entry.carriage, ({ amount, currency }) => `${amount} ${currency}`),
  },
  { pointer: '/currency', show: (entry) => entry.currency },
  {
    pointer: '/conveyance',
    show: (entry) =>
      when(entry.conveyance, ({ name, voyage, trailer }) =>
        [name, voyage && `voyage ${voyage}`, trailer && `trailer ${trailer}`].filter(Boolean).join(', '),
      ),
  },
  { pointer: '/containers', show: (entry) => entry.containers?.join(', ') },
  {
    pointer: '/grossWeight',
    show: (entry) => when(entry.grossWeight, formatQuantity),
  },
];
