import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { worksheetTables } from '../../value/testing/tables.ts';
import { describeRule } from './describe.ts';
import { findOriginRule } from './find.ts';
import { describeRange, inRange } from './range.ts';

const { origin } = worksheetTables;
const words = (set: 'USMCA' | 'CAFTA-DR', hs: string, day = '2026-06-12') => {
  const found = findOriginRule(origin, set, hs, day);
  return found && describeRule(found.rule);
};

describe('product rules of origin', () => {
  it('read in our words', () => {
    assert.equal(words('CAFTA-DR', '200911'), 'a change from any other chapter, except from 0805');
    assert.equal(words('USMCA', '720839'), 'a change from any heading outside 7208 to 7216');
    assert.equal(
      words('USMCA', '870310'),
      'a change from any other heading; regional value content of at least 60 percent by transaction value or 50 percent by net cost',
    );
  });

  it('the narrowest wins: tariff item 7304.41.30 within 7304.41', () => {
    assert.equal(words('USMCA', '73044130'), 'a change from any other chapter or from 7304.49');
    assert.equal(words('USMCA', '730441'), 'a change from any other chapter');
  });

  it('are missing where none is at hand, and before they are known to hold', () => {
    assert.equal(words('USMCA', '853710'), undefined);
    assert.equal(words('CAFTA-DR', '200941', '2025-12-31'), undefined);
  });

  it('have source, certainty, ranges in order, and ask something', () => {
    for (const { first, last, alternatives, source, cite } of origin.rules) {
      assert.ok(first <= last && first.length === last.length, `${first}-${last}`);
      assert.ok(source !== '' && cite !== '');
      for (const { change, content, share, processes } of alternatives)
        assert.ok(change ?? content ?? share ?? processes, `${first} asks for nothing`);
    }
  });

  it('that could not be read are listed with the reason', () => {
    assert.ok(origin.notRead.every(({ why }) => why !== ''));
    assert.ok(!origin.notRead.some(({ why }) => why === 'a clause is not understood'));
  });
});

describe('ranges of tariff numbers', () => {
  it('compare on as many digits as they have', () => {
    assert.ok(inRange('54', '540110'));
    assert.ok(inRange('7213-7215', '721510'));
    assert.ok(!inRange('7213-7215', '721610'));
    assert.ok(!inRange('73044130', '730441'));
  });

  it('read with points', () => {
    assert.deepEqual(['54', '0805', '7213-7215', '271112-271121', '73044130'].map(describeRange), [
      'chapter 54',
      '0805',
      '7213 to 7215',
      '2711.12 to 2711.21',
      '7304.41.30',
    ]);
  });
});
