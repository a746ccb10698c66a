import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { countryName, type Digest } from '@portolan/kernel';
import { loadEmbeddedReference } from '../node.ts';
import { createReference, type TableFile } from './create.ts';

const digest = `sha256:${'0'.repeat(64)}` as Digest;
const read = (file: TableFile): string =>
  readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
const reference = loadEmbeddedReference();

test('every table fits its schema; one that does not is a fault that names the place', () => {
  assert.ok(createReference([], read, digest));
  const broken = (file: TableFile): string =>
    file === 'fees.json' ? read(file).replace('"33.58"', '33.58') : read(file);
  assert.throws(
    () => createReference([], broken, digest),
    /fees\.json\/merchandiseProcessing\/rows\/\d+\/minimum/,
  );
});

test('every row has a source, and countries are countries', () => {
  for (const row of [
    ...reference.layers,
    ...reference.programs,
    ...reference.column2,
    ...reference.dutyLayers.flatMap(({ rows }) => rows),
    ...reference.stacking,
    ...reference.chapter98,
    ...reference.excise,
    ...reference.prohibitions,
  ])
    assert.ok(row.source !== '' && row.cite !== '');
  const countries = [
    ...reference.programs.flatMap(({ members }) => members.map(({ country }) => country)),
    ...reference.column2.map(({ country }) => country),
    ...reference.layers.flatMap(({ origins = [] }) => origins),
  ];
  for (const country of countries) assert.ok(countryName(country), country);
});

test('every scope that a layer names is there', () => {
  const scopes = new Set(
    read('scopes.tsv')
      .split('\n')
      .map((row) => row.split('\t')[0]),
  );
  for (const { scope } of reference.layers) assert.ok(scope === undefined || scopes.has(scope), scope);
});

test('the programs of the first agreements: members, indicators, fee', () => {
  const first = reference.programs.filter(({ spi }) => ['S', 'S+', 'P', 'P+'].includes(spi));
  assert.deepEqual(
    first.map(({ spi, mpf }) => [spi, mpf]),
    [
      ['S', 'exempt'],
      ['S+', 'exempt-unless-preference-level'],
      ['P', 'exempt'],
      ['P+', 'exempt-unless-preference-level'],
    ],
  );
});
