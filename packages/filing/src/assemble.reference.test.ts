import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Evidence, readFile } from '@portolan/documents';
import { assembleEntry } from './assemble.ts';
import { broker, tariff } from './testing/papers.ts';

const shared = process.env.PORTOLAN_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
const folder = `${shared}/data/documents/ubl-2.5-examples`;
const names = readdirSync(folder).filter((name) => /^UBL-(Invoice|Order)-.*\.xml$/.test(name));

function evidenceIn(name: string): Evidence[] {
  const read = readFile({ name, bytes: readFileSync(`${folder}/${name}`) });
  if (!read.ok) return [];
  return read.value.documents.map(
    ({ type, document }) =>
      ({
        digest: read.value.digest,
        type,
        document,
        class: 'imported',
        fileName: name,
      }) as unknown as Evidence,
  );
}

describe('assembleEntry over the published UBL orders and invoices', () => {
  const files = names
    .map((name) => ({ name, evidence: evidenceIn(name) }))
    .filter(({ evidence }) => evidence.length > 0);

  it('has some to read', () => {
    assert.ok(files.length >= 5, `${files.length} of ${names.length}`);
  });

  for (const { name, evidence } of files)
    it(`${name}: fills what the document says and asks for the rest, each once`, () => {
      const given = {
        filer: { code: 'ZZ9', name: broker.name, did: broker.did ?? '' },
        typed: {},
        at: '2026-06-12T16:00:00.000Z',
      };
      const { entry, asks, refusals, provenance, complete } = assembleEntry(evidence, given, tariff);
      assert.equal(complete, undefined);
      const pointers = asks.map(({ pointer }) => pointer);
      assert.equal(new Set(pointers).size, pointers.length);
      const [first] = evidence;
      if (first?.type === 'CommercialInvoice') {
        assert.equal(entry.lines.length, first.document.lines.length);
        assert.equal(provenance['/lines/0/description']?.class, 'imported');
        assert.ok(pointers.includes('/portOfEntry'));
      } else assert.ok(refusals.some(({ code }) => code === 'FILING_NO_INVOICE'));
    });
});
