/**
 * Writes the table of credential types of the W3C CCG traceability vocabulary: the name of each, what people call it, its group
 * and the fields of its subject. Nothing else of the examples is taken over.
 *
 *   node --conditions=portolan-source scripts/import/credential-vocabulary.ts <credential-examples.json> [<target file>]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isRecord, parseJson } from '@portolan/kernel';

const [source, target = 'packages/documents/src/vocabulary/tables/traceability.ts'] = process.argv.slice(2);
if (source === undefined)
  throw new Error('usage: credential-vocabulary.ts <credential-examples.json> [<target file>]');

/** Groups by words of the name, the first that fits. */
const GROUPS: readonly (readonly [pattern: RegExp, group: string])[] = [
  [/^(?:OilAndGas|NaturalGas|Delivery|Monthly|Environmental)/, 'energy'],
  [/^(?:SIMASteel|MillTest)/, 'steel'],
  [/^(?:FSMA|Food|FSVP|GAP|Organic|Phyto|Plant|USDA|PGA|Agriculture)/, 'food'],
  [/^(?:CBP|EntryNumber|CTPAT|IntentToImport|ImporterSecurity|EPA|TSCA|PowerOfAttorney)/, 'customs'],
  [/(?:Origin|USMCA)/, 'origin'],
  [/(?:BillOfLading|AirWaybill|Manifest|Shipping|DCSA|TransportDocument)/, 'transport'],
  [/(?:Invoice|PurchaseOrder|PackingList|OrderConfirmation|BankAccount)/, 'commerce'],
  [/^(?:Intellectual)/, 'rights'],
  [/(?:GS1|Product|Inventory|Passport)/, 'product'],
  [/(?:Lei|BusinessCard|ActivityPub|Scorecard)/, 'identity'],
];

/** Names that their letters do not spell out. */
const LABELS: Readonly<Record<string, string>> = {
  CBP3461EntryCredential: 'Entry/Immediate delivery (CBP 3461)',
  CBP7501EntrySummaryCredential: 'Entry summary (CBP 7501)',
  CBPEntryType86Credential: 'Entry type 86 (CBP)',
  CBPSection321DeMinimisCredential: 'Section 321 de minimis (CBP)',
  CTPATCertificate: 'CTPAT certificate',
  DCSAShippingInstructionCredential: 'Shipping instruction (DCSA)',
  DCSATransportDocumentCredential: 'Transport document (DCSA)',
  EPA35401PesticidesCredential: 'Notice of arrival of pesticides, part 1 (EPA 3540-1)',
  EPA35401PesticidesPart2Credential: 'Notice of arrival of pesticides, part 2 (EPA 3540-1)',
  EPA35401PesticidesPart3Credential: 'Notice of arrival of pesticides, part 3 (EPA 3540-1)',
  FSVPImporterCredential: 'FSVP importer',
  GS18PrefixLicenseCredential: 'GS1-8 prefix licence',
  IATAAirWaybillCredential: 'Air waybill (IATA)',
  MexicoEInvoiceCredential: 'Mexican electronic invoice (CFDI)',
  PGAShipmentStatusCredential: 'Shipment status of partner agencies',
  SIMASteelImportLicenseApplicationCredential: 'Application for a steel import licence (SIMA)',
  SIMASteelImportLicenseCredential: 'Steel import licence (SIMA)',
  SoftwareBillofMaterialsCredential: 'Software bill of materials (SPDX)',
  USDAPPQ203ForeignSiteInspectionCredential: 'Foreign site certificate of inspection (PPQ 203)',
  USDAPermitToImportCredential: 'Permit to import (USDA)',
  USMCACertificationOfOrigin: 'USMCA certification of origin',
  WebLeiCredential: 'Legal entity identifier on the web',
  QualifiedWebLeiIssuerCredential: 'Qualified issuer of legal entity identifiers',
};

const parsed = parseJson(readFileSync(source), { maxBytes: 8_000_000 });
if (!parsed.ok || !isRecord(parsed.value)) throw new Error('the examples are no JSON object');

const rows = Object.entries(parsed.value).map(([schema, example]) => {
  if (!isRecord(example) || !Array.isArray(example.type)) throw new Error(`${schema} has no types`);
  const type = example.type.findLast((name) => name !== 'VerifiableCredential');
  if (typeof type !== 'string') throw new Error(`${schema} has no type of its own`);
  return [schema, type, labelOf(type), groupOf(type), fieldsOf(example.credentialSubject).join(' ')].join(
    '|',
  );
});

function fieldsOf(subject: unknown): string[] {
  const names = [subject].flat().flatMap((one) => (isRecord(one) ? Object.keys(one) : []));
  return [...new Set(names)].filter((name) => !['id', 'type', '@context'].includes(name));
}

function labelOf(type: string): string {
  const words = type
    .replace(/Credential$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z0-9])([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .map((word, index) => (index === 0 || /^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase()));
  return LABELS[type] ?? words.join(' ');
}

function groupOf(type: string): string {
  return GROUPS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
}

writeFileSync(
  target,
  `/** Written by scripts/import/credential-vocabulary.ts. Source: W3C CCG traceability vocabulary, example credentials. */
export const traceabilityRows = \`
${rows.join('\n')}
\`;
`,
);
console.log(`${rows.length} types`);
