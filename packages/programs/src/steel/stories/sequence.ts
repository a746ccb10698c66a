import {
  bill,
  certificate,
  entryNumber,
  heat,
  intent,
  invoice,
  licence,
  licenceApplication,
  order,
  packingList,
  power,
} from './documents.ts';
import type { SteelStep, SteelStory, StoryPaper } from './story.ts';

/** The papers of the shipment, all as they should be. */
export const papers: readonly StoryPaper[] = [
  {
    name: 'PowerOfAttorney',
    content: { type: 'PowerOfAttorney', document: power },
    by: 'buyer',
    at: '2026-01-01T00:00:00Z',
  },
  {
    name: 'PurchaseOrder',
    content: { type: 'PurchaseOrder', document: order },
    by: 'buyer',
    at: '2026-05-20T15:00:00Z',
  },
  {
    name: 'IntentToImport',
    content: { type: 'IntentToImport', document: intent },
    by: 'buyer',
    at: '2026-05-20T16:00:00Z',
    told: true,
  },
  { name: 'Heat', content: { type: 'Heat', document: heat }, by: 'mill', at: '2026-06-01T08:00:00Z' },
  {
    name: 'MillTestReport',
    content: { type: 'MillTestReport', document: certificate },
    by: 'mill',
    at: '2026-06-03T20:00:00Z',
  },
  {
    name: 'SIMASteelImportLicenseApplication',
    content: { type: 'SteelImportLicenseApplication', document: licenceApplication },
    by: 'buyer',
    at: '2026-06-04T15:00:00Z',
    told: true,
  },
  {
    name: 'SIMASteelImportLicense',
    content: { type: 'SteelImportLicense', document: licence },
    by: 'licence-office',
    at: '2026-06-05T13:00:00Z',
  },
  {
    name: 'CommercialInvoice',
    content: { type: 'CommercialInvoice', document: invoice },
    by: 'mill',
    at: '2026-06-08T16:00:00Z',
  },
  {
    name: 'PackingList',
    content: { type: 'PackingList', document: packingList },
    by: 'mill',
    at: '2026-06-08T16:30:00Z',
  },
  {
    name: 'EntryNumber',
    content: { type: 'EntryNumber', document: entryNumber },
    by: 'broker',
    at: '2026-06-09T13:00:00Z',
  },
  {
    name: 'MultiModalBillOfLading',
    content: { type: 'BillOfLading', document: bill },
    by: 'carrier',
    at: '2026-06-09T14:00:00Z',
  },
];

/**
 * The message sequence of the demonstration of 2023, steel from Mexico to the United States by road (W3C CCG traceability
 * vocabulary, workflows), with the sequence of the licence application in it. The signed heat, the packing list and the power
 * of attorney are this program's own: the demonstration had none of them. C-TPAT certificates are attestations about buyer
 * and carrier that the agency signed itself.
 */
export const steps: readonly SteelStep[] = [
  { do: 'issue', by: 'buyer', what: 'PowerOfAttorney', at: '2026-01-01T00:00:00Z' },
  { do: 'present', by: 'buyer', to: ['broker'], what: ['PowerOfAttorney'], at: '2026-01-02T15:00:00Z' },
  { do: 'issue', by: 'buyer', what: 'PurchaseOrder', at: '2026-05-20T15:00:00Z' },
  { do: 'present', by: 'buyer', to: ['mill'], what: ['PurchaseOrder'], at: '2026-05-20T15:05:00Z' },
  { do: 'issue', by: 'buyer', what: 'IntentToImport', at: '2026-05-20T16:00:00Z' },
  {
    do: 'present',
    by: 'buyer',
    to: ['agency'],
    what: ['PurchaseOrder', 'IntentToImport', 'CTPATCertificate'],
    at: '2026-05-20T16:05:00Z',
  },
  { do: 'issue', by: 'mill', what: 'Heat', at: '2026-06-01T08:00:00Z' },
  { do: 'issue', by: 'mill', what: 'MillTestReport', at: '2026-06-03T20:00:00Z' },
  { do: 'issue', by: 'buyer', what: 'SIMASteelImportLicenseApplication', at: '2026-06-04T15:00:00Z' },
  {
    do: 'present',
    by: 'buyer',
    to: ['licence-office'],
    what: ['SIMASteelImportLicenseApplication'],
    at: '2026-06-04T15:05:00Z',
  },
  { do: 'issue', by: 'licence-office', what: 'SIMASteelImportLicense', at: '2026-06-05T13:00:00Z' },
  {
    do: 'present',
    by: 'licence-office',
    to: ['agency', 'broker'],
    what: ['SIMASteelImportLicense'],
    at: '2026-06-05T13:05:00Z',
  },
  {
    do: 'present',
    by: 'broker',
    to: ['buyer'],
    what: ['SIMASteelImportLicense'],
    at: '2026-06-05T14:00:00Z',
  },
  { do: 'issue', by: 'mill', what: 'CommercialInvoice', at: '2026-06-08T16:00:00Z' },
  {
    do: 'present',
    by: 'mill',
    to: ['buyer', 'agency'],
    what: ['CommercialInvoice'],
    at: '2026-06-08T16:05:00Z',
  },
  { do: 'issue', by: 'mill', what: 'PackingList', at: '2026-06-08T16:30:00Z' },
  {
    do: 'present',
    by: 'mill',
    to: ['buyer', 'agency'],
    what: ['Heat', 'MillTestReport', 'PackingList'],
    at: '2026-06-08T16:35:00Z',
  },
  { do: 'present', by: 'carrier', to: ['agency'], what: ['CTPATCertificate'], at: '2026-06-09T12:00:00Z' },
  { do: 'issue', by: 'broker', what: 'EntryNumber', at: '2026-06-09T13:00:00Z' },
  { do: 'present', by: 'broker', to: ['agency'], what: ['EntryNumber'], at: '2026-06-09T13:05:00Z' },
  { do: 'issue', by: 'carrier', what: 'MultiModalBillOfLading', at: '2026-06-09T14:00:00Z' },
  {
    do: 'present',
    by: 'carrier',
    to: ['mill'],
    what: ['MultiModalBillOfLading'],
    at: '2026-06-09T14:05:00Z',
  },
  { do: 'present', by: 'mill', to: ['broker'], what: ['MultiModalBillOfLading'], at: '2026-06-09T14:10:00Z' },
  {
    do: 'present',
    by: 'broker',
    to: ['agency'],
    what: ['MultiModalBillOfLading'],
    at: '2026-06-09T14:15:00Z',
  },
];

export const steelStory: SteelStory = {
  id: 'steel-laredo-truck',
  title: 'Beams from Monterrey by truck at Laredo',
  at: '2026-06-10T16:00:00.000Z',
  papers,
  steps,
  expect: { outcome: 'accept', reasons: [] },
};
