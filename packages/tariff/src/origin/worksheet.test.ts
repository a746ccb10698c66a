import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { worksheetTables } from '../value/testing/tables.ts';
import { foreign, question } from './testing/questions.ts';
import { originWorksheet } from './worksheet.ts';

describe('the origin worksheet', () => {
  const preference = question('7306.30', [foreign('720711', '40')]);
  const { date, good, materials } = preference;

  it('answers four kinds apart: none of them answers another', () => {
    const sheet = expectOk(
      originWorksheet(
        {
          preference,
          marking: { date, good, materials },
          transformation: { date, good, materials, operations: [] },
          melt: { date, hs: good.hs, originCountry: 'MX' },
        },
        worksheetTables,
      ),
    );
    assert.deepEqual(
      [sheet.preference?.outcome, sheet.marking?.outcome, sheet.transformation?.outcome, sheet.melt?.outcome],
      ['originating', 'undetermined', 'undetermined', 'incomplete'],
    );
  });

  it('answers only what is asked', () => {
    assert.deepEqual(Object.keys(expectOk(originWorksheet({ preference }, worksheetTables))), [
      'preference',
      'reference',
    ]);
  });

  it('tells refusals of all kinds together, each below its kind', () => {
    const result = originWorksheet(
      { preference: { ...preference, agreement: 'X' }, melt: { date: 'never', hs: '72' } },
      worksheetTables,
    );
    assert.deepEqual(!result.ok && result.refusals.map(({ path }) => path), [
      '/preference/agreement',
      '/melt/hs',
      '/melt/date',
    ]);
  });
});
