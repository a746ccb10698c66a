import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '@portolan/kernel';
import { loadEmbeddedReference } from '../node.ts';
import { entry, line } from '../testing/entry.ts';
import { computeDuty } from './compute.ts';
import type { DutyInput, DutyLineInput } from './input.ts';

const reference = loadEmbeddedReference();

function compute(more: Partial<DutyLineInput>, whole: Partial<DutyInput> = {}) {
  const result = computeDuty(entry([line(more)], whole), reference);
  return result.ok ? result.value.lines[0] : result.refusals.map(({ code, path }) => `${code} ${path}`);
}
const column = (more: Partial<DutyLineInput>) => {
  const result = compute(more);
  return Array.isArray(result) ? result : `${result?.column} ${result?.rateText}`;
};

test('general, special and column 2', () => {
  assert.equal(column({}), 'general 5.6¢/kg');
  assert.equal(column({ spi: 'S' }), 'special Free (S)');
  assert.equal(column({ originCountry: 'BY' }), 'column-2 6.6¢/kg');
  assert.equal(column({ originCountry: 'CR', spi: 'P' }), 'special Free (P)');
});

test('a claim needs a known program, in force for the origin, that the line names', () => {
  assert.deepEqual(column({ spi: 'Q' }), ['TARIFF_SPI_UNKNOWN /lines/0/spi']);
  assert.deepEqual(column({ spi: 'P' }), ['TARIFF_SPI_ORIGIN /lines/0/spi']);
  assert.deepEqual(column({ spi: 'S', originCountry: 'PE' }), ['TARIFF_SPI_ORIGIN /lines/0/spi']);
  assert.deepEqual(column({ spi: 'S+' }), ['TARIFF_SPI_NOT_ON_LINE /lines/0/spi']);
});

test('a claim that the column sends to chapter 98 or 99 names the headings', () => {
  const sugar = { hts: '1701.14.50.00', originCountry: 'CR', spi: 'P+' };
  assert.deepEqual(column(sugar), ['TARIFF_SPI_NEEDS_HEADING /lines/0/spi']);
});

test('a claim on a line that is free for all stands, for the sake of the processing fee', () => {
  const allspice = { hts: '0904.21.80.00', spi: 'S' };
  assert.equal(column(allspice), 'general Free');
  const claimed = compute(allspice);
  assert.ok(!Array.isArray(claimed));
  assert.deepEqual(claimed?.fees, []);
  const unclaimed = compute({ hts: '0904.21.80.00' });
  assert.ok(!Array.isArray(unclaimed));
  assert.deepEqual(
    unclaimed?.fees.map((fee) => fee.class),
    ['499'],
  );
});

test('an agreement is in force for each country from its own day', () => {
  const [program] = reference.programs.filter(({ spi }) => spi === 'P');
  assert.deepEqual(program?.members.map(({ country }) => country).sort(), [
    'CR',
    'DO',
    'GT',
    'HN',
    'NI',
    'SV',
  ]);
  const [book] = reference.editions;
  assert.ok(book);
  const early = { ...book, effective: date('2005-01-01'), knownAt: date('2005-01-01') };
  const result = computeDuty(
    entry([line({ originCountry: 'CR', spi: 'P' })], { date: '2008-06-12', importDate: '2008-06-12' }),
    { ...reference, editions: [early] },
  );
  assert.deepEqual(result.ok || result.refusals.map(({ code }) => code), ['TARIFF_SPI_NOT_IN_FORCE']);
});
