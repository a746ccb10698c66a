import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { DossierView } from '@portolan/contract';
import { form3461, form7501 } from '@portolan/filing/print';
import { printedEntry } from './routes.ts';

const party = { name: 'Sample Harbor Foods Inc.', number: '12-3456789AB' };
const dossier = {
  filedAt: '2026-06-12T16:00:00.000Z',
  entry: {
    ...{ entryNumber: 'ZZ9-0000103-5', entryType: '01', entryDate: '2026-06-12', importDate: '2026-06-12' },
    ...{ filer: { code: 'ZZ9', name: 'Sample Brokers LLC', did: 'did:key:z' }, lines: [], billOfLading: [] },
    ...{
      carrier: { name: 'Sample Carrier' },
      consignee: party,
      importerOfRecord: party,
      portOfEntry: '2604',
    },
    modeOfTransport: '30',
  },
  evidence: [
    {
      document: {
        buyer: { ...party, address: { street: '200 Sample Road', city: 'Rio Rico', country: 'US' } },
      },
    },
  ],
} as unknown as DossierView;
const signatory = { name: 'Sample, Licence Holder', did: 'did:key:zPerson' };

it('the forms name the person who signed off, and the address that a document gives', () => {
  const printed = printedEntry({ ...dossier, signatory });
  const values = [form7501(printed), form3461(printed)].map(({ head, foot }) =>
    [...head, ...foot].flat(2).map(({ value }) => value),
  );
  for (const blocks of values) {
    assert.ok(blocks.some((value) => value.includes('Sample, Licence Holder')));
    assert.ok(blocks.some((value) => value.includes('200 Sample Road')));
  }
});

it('without a person who signed off the place of the declarant stays empty', () => {
  const { foot } = form7501(printedEntry(dossier));
  const declarant = foot.flat(2).find(({ label }) => label.startsWith('Declarant'));
  assert.equal(declarant?.value, '');
});
