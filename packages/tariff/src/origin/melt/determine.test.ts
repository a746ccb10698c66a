import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { worksheetTables } from '../../value/testing/tables.ts';
import type { MeltInput } from '../input.ts';
import { determineMelt } from './determine.ts';

const ask = (more: Partial<MeltInput>) =>
  determineMelt({ date: '2026-06-12', hs: '7213.10', ...more }, worksheetTables);
const melt = (more: Partial<MeltInput>) => expectOk(ask(more));
const codes = (more: Partial<MeltInput>) => {
  const result = ask(more);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
};

describe('melt, pour, smelt and cast', () => {
  it('are complete when the mill states them, each with its block of form 7501', () => {
    const result = melt({
      meltCountry: 'MX',
      pourCountry: 'MX',
      evidence: ['mill test certificate MTC-1 (sample)'],
    });
    assert.deepEqual([result.metal, result.outcome, result.notes], ['steel', 'complete', []]);
    assert.deepEqual(
      result.fields.map(({ field, country, block }) => [field, country, block]),
      [
        ['melt', 'MX', '21'],
        ['pour', 'MX', '21'],
      ],
    );
  });

  it('are never filled in from the country of origin', () => {
    const result = melt({ originCountry: 'MX' });
    assert.equal(result.outcome, 'incomplete');
    assert.ok(result.fields.every(({ country }) => country === undefined));
  });

  it('stand beside another country of origin', () => {
    const result = melt({ meltCountry: 'CN', pourCountry: 'CN', originCountry: 'MX' });
    assert.ok(result.notes.includes('melted in CN, origin MX: two different facts, both reported'));
  });

  it('ask aluminum for smelt and cast', () => {
    const result = melt({ hs: '7604.21', primarySmeltCountry: 'CA', castCountry: 'CA' });
    assert.deepEqual(
      [result.metal, result.outcome, result.notes[0]],
      ['aluminum', 'incomplete', 'missing: secondary country of smelt'],
    );
  });

  it('take OTH for a derivative article, never for primary steel', () => {
    assert.deepEqual(codes({ meltCountry: 'OTH' }), ['TARIFF_MELT_COUNTRY /meltCountry']);
    assert.deepEqual(codes({ hs: '7326.90', meltCountry: 'OTH', pourCountry: 'OTH' }), []);
    assert.deepEqual(codes({ meltCountry: 'XX' }), ['TARIFF_MELT_COUNTRY /meltCountry']);
  });

  it('are not asked of other goods, nor before 21 November 2024', () => {
    assert.equal(melt({ hs: '0804.50' }).outcome, 'not-asked');
    assert.equal(melt({ date: '2024-11-20' }).outcome, 'not-asked');
  });
});
