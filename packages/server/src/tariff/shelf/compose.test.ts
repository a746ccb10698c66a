import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date, expectOk, instant } from '@portolan/kernel';
import { asOf } from '@portolan/tariff';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { produceFields, produceSchedule } from '../../trade/testing/produce-schedule.ts';
import { composeReference, type HeldItem } from './compose.ts';
import { readImportFields } from './fields.ts';
import { itemOf } from './item.ts';
import { createEditionOpener } from './open-edition.ts';
import { packFile } from './pack.ts';

const embedded = loadEmbeddedReference();

function held(name: string, bytes: Uint8Array, fields: Record<string, string> = produceFields): HeldItem {
  const note = expectOk(readImportFields({ ...fields, name }));
  const packed = expectOk(packFile(note.kind, bytes));
  const importedAt = instant('2026-06-12T10:00:00.000Z');
  const by = { holder: 'node', fileName: 'file.json', importedBy: 'operator', importedAt } as const;
  return { item: itemOf(note, packed, by), content: packed.content };
}
const edition = (name: string, chilies: string, fields?: Record<string, string>) =>
  held(name, produceSchedule({ '0904.21.60.90': chilies }), fields);
const compose = (...items: HeldItem[]) => composeReference(embedded, items, createEditionOpener());
const on = (day: string, knownAt: string, ...items: HeldItem[]) =>
  expectOk(asOf(compose(...items), { date: date(day), knownAt })).id;

test('of editions with the same dates the one imported later counts, before the one of the program', () => {
  const rev10 = { ...produceFields, effective: '2026-06-08', published: '2026-06-08' };
  const [first, second] = [edition('first', '3¢/kg', rev10), edition('second', '4¢/kg', rev10)];
  assert.equal(on('2026-06-12', '2026-06-12', first), 'first');
  assert.equal(on('2026-06-12', '2026-06-12', first, second), 'second');
});

test('effective and known-at never mix: what takes effect before it was published is not used before', () => {
  const late = edition('late', '5¢/kg', { ...produceFields, published: '2026-06-20' });
  assert.equal(on('2026-06-12', '2026-06-19', late), '2026-rev-10');
  assert.equal(on('2026-06-12', '2026-06-20', late), 'late');
  assert.equal(on('2026-06-10', '2026-06-20', late), '2026-rev-10');
});

test('of imported rows that fit the same goods the one imported later stands first', () => {
  const row = (percent: string) => ({
    ...{ layer: 'section-301', heading: '9903.88.70', effect: 'add', percent, prefixes: ['73269086'] },
    ...{ from: '2026-01-01', why: 'test', cite: 'invented', source: 'invented', certainty: 'unverified' },
  });
  const rows = (name: string, percent: string) =>
    held(name, new TextEncoder().encode(JSON.stringify([row(percent)])), {
      ...{ kind: 'measures', source: 'invented' },
    });
  const { dutyLayers } = compose(rows('first', '10'), rows('second', '20'));
  const layer = dutyLayers.find(({ id }) => id === 'section-301');
  assert.deepEqual(
    layer?.rows.slice(0, 2).map(({ percent }) => percent),
    ['20', '10'],
  );
});

test('the same items give the same digest, whoever imported them and when; others another', () => {
  const one = edition('one', '3¢/kg');
  const again = { ...one, item: { ...one.item, importedBy: 'somebody else', fileName: 'other.json' } };
  assert.equal(compose(one).digest, compose(again).digest);
  assert.notEqual(compose(one).digest, compose(edition('one', '4¢/kg')).digest);
  assert.notEqual(compose(one).digest, embedded.digest);
  assert.equal(compose(), embedded);
});
