import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadEmbeddedReference } from '../node.ts';
import { classifierOf } from './classifier.ts';
import { classifyProduct } from './classify.ts';
import { readTradeTerms } from './terms.ts';
import { readTraits, tableRows } from './traits.ts';
import { wordsOf } from './words.ts';

const reference = loadEmbeddedReference();
const [edition] = reference.editions;
assert.ok(edition);
const text = (file: string) => readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');

test('every place of the index exists in the edition, and every condition is a trait', () => {
  const traits = readTraits(text('product-traits.tsv'));
  for (const [names = '', places = ''] of tableRows(text('trade-terms.tsv')))
    for (const place of places.trim().split(/\s+/)) {
      const [, hs = '', conditions = ''] = /^(\d+)(?:\[([^\]]*)\])?/.exec(place) ?? [];
      assert.ok(edition.under(hs, 1).length > 0, `${names}: ${hs}`);
      for (const name of conditions.split('&').filter((part) => part !== ''))
        assert.ok(traits.of(name.replace('!', '')), `${names}: ${name}`);
    }
});

test('all 96 chapters of goods are reached', () => {
  const chapters = new Set(
    tableRows(text('trade-terms.tsv')).flatMap(([, places = '']) =>
      places.split(' ').map((place) => place.slice(0, 2)),
    ),
  );
  const wanted = Array.from({ length: 97 }, (_, at) => String(at + 1).padStart(2, '0')).filter(
    (no) => no !== '77',
  );
  assert.deepEqual(
    wanted.filter((chapter) => !chapters.has(chapter)),
    [],
  );
});

test('a phrase is found before its words', () => {
  const terms = readTradeTerms('phone case\t3926\nphone\t8517\ncase\t4202');
  const found = terms.find(wordsOf('Case and phone cases'));
  assert.deepEqual(
    found.map(({ from, to }) => [from, to]),
    [
      [0, 1],
      [2, 4],
    ],
  );
});

test('the index is built in two seconds of processor time, and a product takes twenty milliseconds', () => {
  edition.line('8471');
  const begin = process.cpuUsage();
  classifierOf(edition, { ...reference.classification });
  const built = process.cpuUsage(begin);
  assert.ok((built.user + built.system) / 1_000 < 2_000, `${built.user / 1_000} ms`);
  const titles = ['cotton shirt', 'car brake pads', 'coffee mug', 'led strip light', 'wooden table'];
  for (const title of titles) classifyProduct({ title }, edition, reference);
  const start = process.cpuUsage();
  for (const title of titles) classifyProduct({ title }, edition, reference);
  const { user, system } = process.cpuUsage(start);
  assert.ok((user + system) / 1_000 / titles.length < 20, `${(user + system) / 1_000 / titles.length} ms`);
});
