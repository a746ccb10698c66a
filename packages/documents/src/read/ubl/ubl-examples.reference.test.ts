import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { refusedExamples } from '../../testing/ubl-examples.ts';
import { readFile } from '../read-file.ts';

const shared =
  process.env.PORTOLAN_SHARED ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url));
const folder = join(shared, 'data/documents/ubl-2.5-examples');

const expected = new Map(refusedExamples.map(({ file, refusals }) => [file, refusals]));

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
      assert.deepEqual(found, expected.get(name));
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

  it('refuses by name, with the reason, what is no paper from order to entry', () => {
    const others = names.filter((name) => /^UBL-(Quotation|Statement|Forecast|BusinessCard)-/.test(name));
    assert.ok(others.length >= 4);
    for (const name of others) {
      const result = readFile({ name, bytes: readFileSync(join(folder, name)) });
      assert.ok(!result.ok && result.refusals[0]?.code === 'DOC_UBL_UNKNOWN', name);
      assert.notEqual(result.refusals[0]?.params?.why, 'this node knows no use for it', name);
    }
  });
});
