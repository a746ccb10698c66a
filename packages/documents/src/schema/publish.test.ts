import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { canonicalize, isRecord } from '@portolan/kernel';
import { type DocumentType, documentTypes } from './document.ts';
import { publishedSchema, publishedSchemas } from './publish.ts';

describe('published schemas', () => {
  it('have a stable, versioned $id each', () => {
    assert.equal(
      publishedSchema('CommercialInvoice').$id,
      'https://portolan.example/schemas/v1/CommercialInvoice.json',
    );
    const ids = Object.values(publishedSchemas()).map(({ $id }) => $id);
    assert.equal(new Set(ids).size, documentTypes.length);
  });

  it('are closed and describe every field', () => {
    for (const type of documentTypes) {
      const schema = publishedSchema(type);
      assert.equal(schema.additionalProperties, false);
      assert.ok(isRecord(schema.properties));
      for (const [name, field] of Object.entries(schema.properties))
        assert.ok(isRecord(field) && (field.description || field.anyOf || field.items), `${type}.${name}`);
    }
  });

  it('do not change without a new version', () => {
    // Digest of the schemas as published, by the types that joined together. A change of a schema takes the next version.
    const published = publishedSchemas();
    const digestOf = (types: readonly DocumentType[]) =>
      createHash('sha256')
        .update(canonicalize(Object.fromEntries(types.map((type) => [type, published[type]]))))
        .digest('hex');
    for (const [types, digest] of joined) assert.equal(digestOf(types), digest, types.join(', '));
    assert.deepEqual([...joined].flatMap(([types]) => [...types]).sort(), [...documentTypes].sort());
  });
});

const joined: readonly (readonly [types: readonly DocumentType[], digest: string])[] = [
  [
    [
      'PurchaseOrder',
      'CommercialInvoice',
      'BillOfLading',
      'CertificationOfOrigin',
      'PowerOfAttorney',
      'OrganizationIdentity',
    ],
    '39bbc5c61752b3a11d8f0038d16f3ce7f6b8fd146aa95238b4d97b0a95a74749',
  ],
  [
    ['ProductionStatement', 'RegionalValueStatement'],
    '9e4d99dd5fded3cefe66a36524e4309e4b10af202c7ced06f752e1288a7a7728',
  ],
  [['Heat', 'SteelImportLicense'], 'fea3666723dec96ea7fed6cb4fbc4a0c0089a6dce1c9a7ad137e339b0c628109'],
  [
    // Version 2: version 1 knew no articles, castings and designations of products.
    ['ProcessingRecord'],
    'c57d876770d47c377d31a7e93c7e448fe202e6265f652458f9b777ee2dcd71f5',
  ],
  [
    // Version 2: version 1 had neither invoice number, order nor trade item of a line.
    ['PackingList'],
    '9a96eb508b0d77ddeba642540eaa1eee0f630c4e1e0e67172b24d24742f95325',
  ],
  [
    // Version 3: version 1 had neither use nor weld of tubes; version 2 no commercial terms, articles, impact width and bend tests.
    ['MillTestReport'],
    '286e790fa53544273886d2a013b49d3c6e18d31ecea78086a8e7147aa485d6f5',
  ],
  [
    ['SteelImportLicenseApplication', 'IntentToImport', 'EntryNumber'],
    'f19f6a4369914d2e97d12789f803b2b9c7d1b8178f2714590e59a8a21b88c8a5',
  ],
  [
    [
      'OrderChange',
      'OrderConfirmation',
      'CreditNote',
      'DespatchAdvice',
      'ShippingInstructions',
      'PipelineTicket',
      'PostalDespatchNote',
      'FreightManifest',
      'ArrivalNotice',
      'TransportStatus',
    ],
    'decb6947f7f91b8c91d84013bc9d6d77715aefc3f66c32f3f9d65db506c99a00',
  ],
  [
    // Version 2: version 1 did not say what the carriage costs.
    ['MasterBillOfLading', 'HouseBillOfLading', 'IATAAirWaybill', 'TruckBillOfLading', 'RailWaybill'],
    'b392cb7f358da923dba172c880540751f215ff64fc1b0f6b8944a99716ba322e',
  ],
  [
    [
      'PipelineProfile',
      'LiquidProduction',
      'MeasurementTicket',
      'LiquidBlend',
      'TitleTransfer',
      'CustodyTransfer',
      'PipelineNomination',
      'PipelineStock',
      'PipelineAllocation',
      'InBondMovement',
      'DeliveryStatement',
      'PipelineManifest',
    ],
    'bf6f2fa045b7acf1431c56f50d19501dbab7f11ca4d46ff8c7ed91933118caa5',
  ],
];
