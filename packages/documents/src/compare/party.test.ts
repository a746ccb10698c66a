import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Party } from '../schema/party.ts';
import { plainName } from './name.ts';
import { sameNumber } from './number.ts';
import { compareParties } from './party.ts';

const party = (name: string, identifiers: Party['identifiers'] = [], did?: string): Party => ({
  name,
  identifiers,
  address: { country: 'MX' },
  ...(did && { did }),
});

describe('plainName', () => {
  it('ignores case, accents, punctuation and legal form', () => {
    const same = [
      ['Sample Valle Verde, S.A. de C.V.', 'SAMPLE VALLE VERDE SA DE CV'],
      ['Sample Jugos Trópicales S. A.', 'Sample Jugos Tropicales'],
      ['The Sample Harbor Foods Company, Inc.', 'Sample Harbor Foods'],
      ['Sample & Söhne GmbH', 'sample sohne'],
    ] as const;
    for (const [left, right] of same) assert.equal(plainName(left), plainName(right));
  });

  it('keeps what tells two businesses apart, and names that are only a legal form', () => {
    assert.notEqual(plainName('Sample Harbor Foods'), plainName('Sample Harbour Foods'));
    assert.notEqual(plainName('Sample Foods East'), plainName('Sample Foods West'));
    assert.equal(plainName('The Company Ltd.'), 'THE COMPANY LTD');
  });
});

describe('sameNumber', () => {
  it('ignores case and blanks, never zeros or hyphens', () => {
    assert.ok(sameNumber('inv 9', 'INV9'));
    assert.ok(!sameNumber('INV-9', 'INV9'));
    assert.ok(!sameNumber('INV-09', 'INV-9'));
    assert.ok(!sameNumber(undefined, undefined));
  });
});

describe('compareParties', () => {
  const mid = (value: string): Party['identifiers'] => [{ scheme: 'mid', value }];

  it('trusts identifiers before names', () => {
    assert.equal(compareParties(party('A', mid('MX1')), party('B', mid('MX1'))).kind, 'renamed');
    assert.equal(compareParties(party('A', mid('MX1')), party('A', mid('MX2'))).kind, 'conflict');
    assert.equal(compareParties(party('A', [], 'did:x:1'), party('A', [], 'did:x:2')).kind, 'conflict');
  });

  it('compares names where no identifier is shared', () => {
    assert.equal(compareParties(party('Sample Foods Inc.', mid('MX1')), party('SAMPLE FOODS')).kind, 'same');
    assert.equal(compareParties(party('Sample Foods'), party('Sample Fruit')).kind, 'different');
  });
});
