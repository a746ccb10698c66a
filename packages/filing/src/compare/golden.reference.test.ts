import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readAe } from './read-ae.ts';

const shared = process.env.PORTOLAN_SHARED ?? new URL('../../../../../shared', import.meta.url).pathname;
const golden = (name: string) => readFileSync(`${shared}/data/catair/golden/${name}.txt`, 'utf8');

function read(name: string): Map<string, string> {
  const filed = readAe(golden(name));
  assert.ok(filed.ok, JSON.stringify(!filed.ok && filed.refusals));
  return new Map(filed.value.values.map(({ pointer, value }) => [pointer, value]));
}

test('a vessel entry of two lines with both fees', () => {
  const values = read('01-type01-vessel-mpf-hmf');
  for (const [pointer, value] of [
    ['/entryNumber', 'ZZ900001019'],
    ['/entryDate', '2026-09-15'],
    ['/packages', '420'],
    ['/billOfLading', 'ZZZZEX0000000101'],
    ['/lines/0/hts', '9506628060'],
    ['/lines/0/enteredValue', '24600'],
    ['/lines/0/quantities/0', '6000'],
    ['/lines/0/duty/9506628060', '1180.80'],
    ['/lines/1/fees/499', '63.56'],
    ['/totals/fees/499', '148.77'],
    ['/totals/fees/501', '53.69'],
    ['/totals/duty', '2098.30'],
    ['/totals/fees', '202.46'],
  ] as const)
    assert.equal(values.get(pointer), value, pointer);
});

test('a truck under USMCA, steel with two numbers on a line, and an informal entry by air', () => {
  const truck = read('02-type01-usmca-truck-mpf-exempt');
  assert.equal(truck.get('/lines/0/spi'), 'S');
  assert.equal(truck.get('/lines/0/charges'), '240');
  const steel = read('03-type01-steel-232-melt-pour');
  assert.match(steel.get('/lines/0/headings') ?? '', /^99\d{6}/);
  assert.equal(steel.get('/lines/0/metals/meltedIn'), 'LU');
  assert.equal(steel.get('/lines/0/units/0'), 'KGM');
  assert.equal(read('04-type11-informal-air').get('/totals/fees/311'), '2.69');
  assert.equal(read('04-type11-informal-air').get('/totals/duty'), '88.80');
});

test('an answer of the agency and a cargo release are no entry summary', () => {
  for (const name of ['05-ax-rejected', '06-se-cargo-release-add'])
    assert.equal(readAe(golden(name)).ok, false, name);
});
