import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFile } from '../read-file.ts';

const shared =
  process.env.PORTOLAN_SHARED ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url));
const folder = join(shared, 'data/documents/ubl-2.5-examples');

/** OASIS examples that are orders or invoices but contradict themselves or leave out what an entry cannot do without. */
const refusedExamples: Readonly<Record<string, readonly string[]>> = {
  // The order prices 100 kg at 100.00 each, but says that the line comes to 100.00.
  'UBL-Order-2.0-Example.xml': ['DOC_LINE_AMOUNT /lines/0/amount'],
  // The smallest valid invoice of UBL: parties without address, a line without quantity.
  'UBL-Invoice-2.1-Example-Trivial.xml': [
    'DOC_FIELD_MISSING /seller/address',
    'DOC_FIELD_MISSING /buyer/address',
    'DOC_FIELD_MISSING /lines/0/quantity',
  ],
  // Two lines take goods back, with quantities and amounts below zero.
  'UBL-Invoice-2.1-Example.xml': [
    'DOC_QUANTITY_NOT_POSITIVE /lines/1/quantity',
    'DOC_AMOUNT_NEGATIVE /lines/1/amount',
    'DOC_QUANTITY_NOT_POSITIVE /lines/3/quantity',
    'DOC_AMOUNT_NEGATIVE /lines/3/amount',
  ],
};

describe('the OASIS UBL examples', () => {
  const names = readdirSync(folder);
  const isOrderOrInvoice = (name: string) => /^UBL-(Order|Invoice)-2\.\d-(?!Detached-Signature)/.test(name);

  it('has the orders and invoices that this test is about', () => {
    assert.equal(names.filter(isOrderOrInvoice).length, 12);
  });

  for (const name of names.filter(isOrderOrInvoice))
    it(`${name} reads, or is refused for its listed reasons`, () => {
      const result = readFile({ name, bytes: readFileSync(join(folder, name)) });
      const found = result.ok ? undefined : result.refusals.map(({ code, path }) => `${code} ${path}`);
      assert.deepEqual(found, refusedExamples[name]);
    });

  it('reads the same invoice under every choice of prefixes', () => {
    const documents = ['', '-NS1', '-NS2', '-NS3', '-NS4'].map((suffix) => {
      const name = `UBL-Invoice-2.0-Example${suffix}.xml`;
      const result = readFile({ name, bytes: readFileSync(join(folder, name)) });
      assert.ok(result.ok);
      return result.value.documents[0];
    });
    for (const read of documents.slice(1)) assert.deepEqual(read, documents[0]);
  });

  it('refuses every other document type by name', () => {
    const others = names.filter((name) => name.endsWith('.xml') && !isOrderOrInvoice(name));
    assert.ok(others.length > 50);
    for (const name of others) {
      const result = readFile({ name, bytes: readFileSync(join(folder, name)) });
      assert.ok(!result.ok && result.refusals[0]?.code === 'DOC_UBL_UNKNOWN', name);
    }
  });
});
