import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { readLaboratoryCsv } from './laboratory.ts';

const refusals = (text: string) => {
  const result = readLaboratoryCsv(text);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
};

describe('a laboratory file', () => {
  it('gives impact and bend tests, and refuses values that are none', () => {
    const text =
      'Heat,Test,Impact,Impact temperature,Bend,Bend outcome\nA1,I-1,31/29/30,-20,,\nA1,B-1,,,180,no crack\n';
    const [result] = expectOk(readLaboratoryCsv(text));
    assert.deepEqual(result?.tests, [
      { number: 'I-1', impact: { joules: ['31', '29', '30'], celsius: '-20' } },
      { number: 'B-1', bend: { degrees: '180', outcome: 'no-crack' } },
    ]);
    assert.deepEqual(refusals('Heat,Impact,Bend outcome\nA1,31/x,fine\n'), [
      'STEEL_LABORATORY_NUMBER /2/B',
      'STEEL_LABORATORY_NUMBER /2/C',
    ]);
  });

  it('gives chemistry and tests by heat, with the digits of the laboratory', () => {
    const text =
      '\uFEFFHeat No;Test;C;Mn %;Cb;Yield;Tensile;Elongation %;Unit;Retest of\r\nA1;T-1;0.10;1.150;;338;492;;MPa;\r\nA1;T-2;;;;378;498;25;MPa;T-1\r\n\r\n"A;2";;0.12;;0.010;;;;;\r\n';
    assert.deepEqual(expectOk(readLaboratoryCsv(text)), [
      {
        heat: 'A1',
        chemistry: [
          { element: 'C', percent: '0.10' },
          { element: 'Mn', percent: '1.150' },
        ],
        tests: [
          { number: 'T-1', yield: { value: '338', unit: 'MPa' }, tensile: { value: '492', unit: 'MPa' } },
          {
            number: 'T-2',
            yield: { value: '378', unit: 'MPa' },
            tensile: { value: '498', unit: 'MPa' },
            elongation: { percent: '25' },
            retestOf: 'T-1',
          },
        ],
      },
      {
        heat: 'A;2',
        chemistry: [
          { element: 'C', percent: '0.12' },
          { element: 'Nb', percent: '0.010' },
        ],
        tests: [],
      },
    ]);
  });

  it('is refused by row and column', () => {
    assert.deepEqual(refusals('Test,C\nT-1,0.1'), ['STEEL_LABORATORY_NO_HEAT ']);
    assert.deepEqual(refusals('Heat,Xx\nA1,1'), ['STEEL_LABORATORY_COLUMN /1/B']);
    assert.deepEqual(refusals('Heat,C,Mn\nA1,"0,10",<0.01'), [
      'STEEL_LABORATORY_NUMBER /2/B',
      'STEEL_LABORATORY_NUMBER /2/C',
    ]);
    assert.deepEqual(refusals('Heat,Yield\nA1,350'), ['STEEL_LABORATORY_UNIT /2/B']);
    assert.deepEqual(refusals('Heat,Yield,Unit\nA1,350,bar'), ['STEEL_LABORATORY_UNIT /2/B']);
    assert.deepEqual(refusals('Heat,C\n,0.1'), ['STEEL_LABORATORY_HEAT /2/A']);
    assert.deepEqual(refusals('Heat,C\nA1,0.10\nA1,0.11'), ['STEEL_LABORATORY_TWICE /3/B']);
    assert.deepEqual(refusals(''), ['STEEL_LABORATORY_NO_HEAT ']);
  });

  it('of any text is read or refused, never an error', () => {
    for (const text of ['"', 'Heat\n"', 'Heat,C\n"A1,0.1\nA2', ',\n,', 'Heat\tC\nA\t0.1', '\n\n'])
      assert.equal(typeof readLaboratoryCsv(text).ok, 'boolean');
  });

  it('is refused beyond its limit of rows', () => {
    assert.deepEqual(refusals(`Heat,C\n${'A1,\n'.repeat(10_001)}`), ['STEEL_LABORATORY_TOO_LONG ']);
  });
});
