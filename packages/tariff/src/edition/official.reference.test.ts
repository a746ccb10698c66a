import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { expectOk, type JsonValue } from '@portolan/kernel';
import { importExport, loadEmbeddedReference } from '../node.ts';
import { measuresOf } from '../rate/measure.ts';
import { parseRate } from '../rate/parse.ts';
import { parseSpecial } from '../rate/parse-special.ts';
import { record } from '../testing/rows.ts';
import { sharedFile } from '../testing/shared.ts';
import { diffEditions } from './diff.ts';
import { openEdition } from './edition.ts';
import { type FactsRow, writeFacts } from './facts.ts';
import { importHtsExport } from './import.ts';

const files = {
  '2026-rev-10': 'data/hts/hts_2026_rev_10.json.gz',
  '2025-rev-32': 'data/hts/hts_2025_rev_32.json.gz',
};
const imported = new Map(
  Object.entries(files).map(([id, path]): [string, FactsRow[]] => {
    const json = JSON.parse(gunzipSync(readFileSync(sharedFile(path))).toString('utf8')) as JsonValue;
    return [id, expectOk(importHtsExport(json))];
  }),
);

/** Rates of both editions that the grammar does not cover, each with its reason. None is left. */
const unparsed: Record<string, string> = {};

for (const [id, rows] of imported) {
  test(`${id}: every rate of every column is parsed, or listed with its reason`, () => {
    const texts = new Set<string>();
    for (const row of rows) {
      const rates = [
        parseRate(row.general),
        parseRate(row.other),
        ...parseSpecial(row.special).map(({ rate }) => rate),
      ];
      for (const rate of rates) if (rate.kind === 'unparsed') texts.add(rate.text);
    }
    assert.deepEqual([...texts], Object.keys(unparsed));
  });

  test(`${id}: every program of the special column is a code`, () => {
    const codes = new Set(
      rows.flatMap(({ special }) => parseSpecial(special).flatMap(({ programs }) => programs)),
    );
    const known = 'A A* A+ AU B BH C CA CL CO D E E* IL J J* JO JP K KR L MA MX NP OM P P+ PA PE R S S+ SG';
    assert.deepEqual([...codes].sort(), known.split(' ').sort());
  });

  test(`${id}: every unit is known`, () => {
    assert.deepEqual([...new Set(rows.flatMap(({ units }) => measuresOf(units).unknown))], []);
  });

  test(`${id}: every complete number of chapters 1 to 97 has a general rate and column 2`, () => {
    const book = openEdition(record({ id }), rows);
    const complete = book.under('').filter(({ hts }) => hts < '98');
    const bare = complete.filter(
      ({ general, column2 }) => general.kind === 'none' || column2.kind === 'none',
    );
    assert.ok(complete.length > 18_000);
    assert.deepEqual(
      bare.map(({ hts }) => hts),
      [],
    );
  });

  test(`${id}: a number stands below the number that it continues`, () => {
    const book = openEdition(record({ id }), rows);
    for (const { hts, inheritedFrom } of book.under('').filter((line) => line.hts < '98'))
      if (inheritedFrom !== undefined)
        assert.ok(hts.startsWith(inheritedFrom), `${hts} from ${inheritedFrom}`);
  });
}

for (const [id, rows] of imported)
  test(`${id}: the committed facts table equals a fresh import of the official file, whole or streamed`, () => {
    const committed = readFileSync(new URL(`../../data/hts-${id}.tsv`, import.meta.url), 'utf8');
    assert.ok(writeFacts(rows) === committed);
    const path = id === '2026-rev-10' ? files['2026-rev-10'] : files['2025-rev-32'];
    const streamed = importExport(readFileSync(sharedFile(path)));
    assert.ok(streamed.ok && writeFacts(streamed.value) === committed);
  });

test('how the two editions differ: ended numbers lead on, or are known to be without successor', () => {
  const { editions, concordance } = loadEmbeddedReference();
  const [newer, older] = editions;
  assert.ok(newer && older);
  const { added, ended, rateChanged } = diffEditions(older, newer);
  assert.ok(added.length > 0 && ended.length > 0 && rateChanged.length > 0);
  for (const { hts } of ended.filter((line) => line.hts < '98')) assert.ok(concordance.has(hts), hts);
});

test('known lines of the official file', () => {
  const book = openEdition(record(), imported.get('2026-rev-10') ?? []);
  assert.equal(book.line('7326.90.86.88')?.texts.general, '2.9%');
  assert.equal(book.line('2709.00.20.90')?.texts.column2, '21¢/bbl');
  assert.deepEqual(book.line('2709.00.20.90')?.units, ['BLL']);
  assert.equal(book.line('2009.41.40.20')?.inheritedFrom, '20094140');
  assert.equal(book.line('9006.59.15.20')?.texts.column2, '20%', 'printed on the statistical row');
});
