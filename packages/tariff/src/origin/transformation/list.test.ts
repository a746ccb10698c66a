import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { worksheetTables } from '../../value/testing/tables.ts';
import type { TransformationInput } from '../input.ts';
import { foreign, own } from '../testing/questions.ts';
import { listTransformation } from './list.ts';

const panel: TransformationInput = {
  date: '2026-06-12',
  good: { hs: '8537.10', description: 'control panel', madeIn: 'MX' },
  materials: [foreign('853400', '50'), own('853650', '20')],
  operations: [
    {
      country: 'MX',
      what: 'boards mounted in a housing and wired',
      nameBefore: 'printed circuit assembly',
      nameAfter: 'control panel',
    },
  ],
};
const list = (more: Partial<TransformationInput> = {}) =>
  expectOk(listTransformation({ ...panel, ...more }, worksheetTables));

describe('substantial transformation', () => {
  it('is never decided here: facts and rulings are shown, the outcome is undetermined', () => {
    const result = list();
    assert.deepEqual([result.outcome, result.country], ['undetermined', undefined]);
    assert.deepEqual(
      result.facts.map(({ fact }) => fact),
      ['material', 'material', 'operation', 'name'],
    );
    assert.deepEqual(
      result.rulings.map(({ number }) => number),
      ['HQ H327583'],
    );
    assert.ok(result.notShown.some((text) => /binding ruling/.test(text)));
  });

  it('takes the determination of a ruling or an officer, with its reason', () => {
    const determination = {
      country: 'CN',
      by: 'ruling' as const,
      number: 'HQ H000000 (sample)',
      reason: 'simple assembly',
      purpose: 'section 301',
    };
    const result = list({ determination });
    assert.deepEqual(
      [result.outcome, result.country, result.by],
      ['determined', 'CN', 'ruling HQ H000000 (sample)'],
    );
  });

  it('needs none where nothing foreign went in', () => {
    const result = list({ materials: [own('853400', '50')] });
    assert.deepEqual([result.outcome, result.country, result.by], ['determined', 'MX', 'facts']);
  });

  it('asks what an operation changed, and for unknown countries', () => {
    const { country: _, ...unknown } = foreign('853400', '50');
    const result = list({ materials: [unknown], operations: [{ country: 'MX', what: 'wiring' }] });
    assert.match(result.notShown.join('; '), /what "wiring" in MX changed.*the country of material/);
  });

  it('refuses countries that are none', () => {
    const result = listTransformation(
      { ...panel, operations: [{ country: 'XX', what: 'x' }] },
      worksheetTables,
    );
    assert.deepEqual(!result.ok && result.refusals.map(({ path }) => path), ['/operations/0/country']);
  });
});
