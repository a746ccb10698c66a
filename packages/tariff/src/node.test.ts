import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { date } from '@portolan/kernel';
import { asOf } from './edition/as-of.ts';
import { loadEditionFile, loadEmbeddedReference, loadReference } from './node.ts';

const folder = mkdtempSync(join(tmpdir(), 'portolan-tariff-'));
after(() => rmSync(folder, { recursive: true }));

const meta = {
  id: '2025-test',
  effective: date('2025-12-10'),
  knownAt: date('2025-12-10'),
  horizon: date('2025-12-31'),
  unknownAfter: 'the 2026 schedule',
  source: 'rows of a test',
};
const rows = [
  {
    htsno: '0101',
    indent: '0',
    description: 'Horses:',
    units: [],
    general: '',
    special: '',
    other: '',
    footnotes: [],
  },
  {
    htsno: '0101.21.00.10',
    indent: '1',
    description: 'Males',
    units: ['No.'],
    general: 'Free',
    special: '',
    other: 'Free',
    footnotes: [],
  },
];

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('the embedded reference is read once and has its edition', () => {
  const reference = loadEmbeddedReference();
  assert.equal(loadEmbeddedReference(), reference);
  assert.deepEqual(
    reference.editions.map(({ id, size }) => [id, size]),
    [
      ['2026-rev-10', 35509],
      ['2025-rev-32', 36148],
    ],
  );
  assert.match(reference.digest, /^sha256:[0-9a-f]{64}$/);
});

test('an official export, plain or gzipped, opens as an edition of its own digest', () => {
  const plain = loadEditionFile(written('plain.json', JSON.stringify(rows)), meta);
  const zipped = loadEditionFile(written('zipped.json.gz', gzipSync(JSON.stringify(rows))), meta);
  assert.ok(plain.ok && zipped.ok);
  assert.equal(plain.value.digest, zipped.value.digest);
  assert.equal(plain.value.line('0101.21.00.10')?.description, 'Males');
});

test('another file is refused', () => {
  for (const content of ['{"rows":', '"text"', gzipSync('[1]')]) {
    const result = loadEditionFile(written('wrong.json', content), meta);
    assert.deepEqual(result.ok || result.refusals.map(({ code }) => code), ['TARIFF_EDITION_UNREADABLE']);
  }
});

test('further editions stand beside the embedded one, under another digest', () => {
  const older = loadEditionFile(written('older.json', JSON.stringify(rows)), meta);
  assert.ok(older.ok);
  const reference = loadReference([older.value]);
  assert.notEqual(reference.digest, loadEmbeddedReference().digest);
  const inDecember = asOf(reference, { date: date('2025-12-20'), knownAt: '2026-06-12' });
  assert.equal(inDecember.ok && inDecember.value.id, '2025-test');
  const inMarch = asOf(reference, { date: date('2026-03-01'), knownAt: '2026-06-12' });
  assert.deepEqual(inMarch.ok || inMarch.refusals.map(({ code }) => code), ['TARIFF_NOT_CURRENT']);
});
