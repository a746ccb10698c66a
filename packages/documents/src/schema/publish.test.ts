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
  [
    ['Heat', 'ProcessingRecord', 'SteelImportLicense'],
    '1ba6013b77bfc84c7e914e8182a106313b8475498f086bda1c36ed3375521e4a',
  ],
  [
    // Version 2: version 1 had neither invoice number, order nor trade item of a line.
    ['PackingList'],
    '9a96eb508b0d77ddeba642540eaa1eee0f630c4e1e0e67172b24d24742f95325',
  ],
  [
    // Version 2: version 1 had neither use nor weld of tubes.
    ['MillTestReport'],
    '1b51e6d7578f26fedd46d7a3de3fd725a7945c95ffa3d5bf829f735bbbc91d6e',
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
      'MasterBillOfLading',
      'HouseBillOfLading',
      'IATAAirWaybill',
      'TruckBillOfLading',
      'RailWaybill',
      'PipelineTicket',
      'PostalDespatchNote',
      'FreightManifest',
      'ArrivalNotice',
      'TransportStatus',
    ],
    'f7f2c36174def77caf003fdd87e9a53f3d33f88840916d65669d6ba06ebcb4f0',
  ],
];
