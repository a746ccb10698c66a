import type { CommercialInvoice, PackingList } from '@portolan/documents';
import type { CredentialFile, ExampleFolder, StoryFile } from './file.ts';
import { bill, certificate, packingList } from './nogales-documents.ts';
import { invoice, order } from './nogales-sale.ts';
import { nogalesTruck } from './nogales-truck.ts';
import { statusIndexes } from './standing.ts';

/** Lots of the next harvest: 'VV-B-0609' becomes 'VV-B-0613'. */
const lot = (line: CommercialInvoice['lines'][number] | PackingList['lines'][number]) =>
  line.lot === undefined ? {} : { lot: line.lot.replace(/\d{4}$/, '0613') };

const nextOrder = { ...order, number: 'PO-26-0604', issueDate: '2026-06-04' };
const nextInvoice = {
  ...invoice,
  number: 'VV-2026-0613',
  issueDate: '2026-06-13',
  orderNumbers: [nextOrder.number],
  lines: invoice.lines.map((line) => ({ ...line, ...lot(line) })),
};
const invoiceNumbers = [nextInvoice.number];
const nextPackingList = {
  ...packingList,
  number: 'VV-PL-0613',
  issueDate: '2026-06-13',
  invoiceNumbers,
  lines: packingList.lines.map((line) => ({ ...line, ...lot(line) })),
};
const nextBill = {
  ...bill,
  number: 'ZZZZ26061501',
  issueDate: '2026-06-14',
  exportDate: '2026-06-15',
  arrivalDate: '2026-06-15',
  conveyance: { trailer: 'SMPL5302' },
  invoiceNumbers,
};
const nextCertificate = {
  ...certificate,
  number: 'VV-USMCA-2026-0613',
  completedOn: '2026-06-13',
  invoiceNumbers,
};

const later: Readonly<Record<string, Pick<CredentialFile, 'subject' | 'validFrom' | 'statusIndex'>>> = {
  'commercial-invoice.vc.json': {
    subject: { type: 'CommercialInvoice', document: nextInvoice },
    validFrom: '2026-06-13T18:00:00.000Z',
    statusIndex: statusIndexes.nextInvoice,
  },
  'bill-of-lading.vc.json': {
    subject: { type: 'BillOfLading', document: nextBill },
    validFrom: '2026-06-14T20:00:00.000Z',
    statusIndex: statusIndexes.nextBill,
  },
  'certification-of-origin.vc.json': {
    subject: { type: 'CertificationOfOrigin', document: nextCertificate },
    validFrom: '2026-06-13T18:00:00.000Z',
    statusIndex: statusIndexes.nextCertificate,
  },
};

function atNextDate(file: StoryFile): StoryFile {
  if (file.form === 'ubl-order') return { ...file, subject: { type: 'PurchaseOrder', document: nextOrder } };
  if (file.form === 'csv-packing-list')
    return { ...file, subject: { type: 'PackingList', document: nextPackingList } };
  return file.form === 'credential' ? { ...file, ...later[file.file] } : file;
}

/**
 * The same goods three days later, in no story: for whoever wants to file an entry by hand on a node whose stories have
 * been told already. An invoice line is entered once, so this folder too is accepted once.
 */
export const nextTruck: ExampleFolder = {
  ...nogalesTruck,
  folder: 'next-truck',
  title: 'The next truck of Mexican produce, to be filed by hand',
  files: nogalesTruck.files.map(atNextDate),
  filing: { ...nogalesTruck.filing, storyAt: '2026-06-15T16:00:00.000Z' },
};
