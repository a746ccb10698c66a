import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Inventory } from '../input.ts';
import { decide, foreign, kilograms, own, question, usd } from '../testing/questions.ts';

describe('materials made in the region', () => {
  const wireOf = (rod: string) =>
    own('721710', '40', { id: 'wire', madeOf: [foreign(rod, '20')], madeIn: 'CA' });
  const { originating: _, ...fromBillets } = wireOf('720711');
  const { originating: __, ...fromRod } = wireOf('721310');

  it('count whole where they meet their own rule: accumulation of a supplier, intermediate material', () => {
    const result = decide(question('8703.10', [fromBillets, foreign('850131', '40')]));
    assert.equal(result.outcome, 'originating');
    assert.match(result.materials[0]?.status ?? '', /made in CA: it meets the rule for 7217/);
  });

  it('count as foreign where they do not', () => {
    const result = decide(question('8703.10', [fromRod, foreign('850131', '20')]));
    assert.equal(result.materials[0]?.nonOriginatingValue?.amount, '40.00');
    assert.equal(result.outcome, 'undetermined');
  });

  it('made by the producer itself, give way to their own materials', () => {
    const result = decide(question('8703.10', [{ ...fromRod, selfProduced: true }, foreign('850131', '20')]));
    assert.deepEqual(
      result.materials.map(({ hs }) => hs),
      ['721310', '850131'],
    );
    assert.equal(result.content[0]?.percent, '60.00');
  });

  it('made outside count as foreign, whatever they are made of', () => {
    const { originating: _o, ...made } = own('721710', '20', {
      madeOf: [own('720711', '10')],
      country: 'CN',
      madeIn: 'CN',
    });
    const result = decide(question('8703.10', [made]));
    assert.equal(result.materials[0]?.status, 'from CN, outside the agreement');
  });

  it('leave the originating materials inside them out of the foreign value', () => {
    const mixed = { ...fromRod, madeOf: [foreign('721310', '20'), own('320810', '10')] };
    const result = decide(question('8703.10', [mixed, foreign('850131', '10')]));
    assert.equal(result.materials[0]?.nonOriginatingValue?.amount, '30.00');
    assert.equal(result.content[0]?.percent, '60.00');
  });
});

describe('commingled stocks', () => {
  const lots = [
    { originating: true, quantity: kilograms('60') },
    { originating: false, quantity: kilograms('40') },
  ];
  const share = (method: Inventory['method'], used = '50') => {
    const { country: _c, ...resin } = foreign('390110', '50');
    const inventory = { method, lots, used: kilograms(used) };
    return decide(question('8703.10', [{ ...resin, inventory }])).materials.map(
      ({ originating, value }) => `${originating} ${value?.amount}`,
    );
  };

  it('first in first out, last in first out, and the average', () => {
    assert.deepEqual(share('fifo'), ['true 50.00']);
    assert.deepEqual(share('lifo'), ['true 10.00', 'false 40.00']);
    assert.deepEqual(share('average'), ['true 30.00', 'false 20.00']);
  });

  it('convert units of one kind', () => {
    const { country: _c, ...resin } = foreign('390110', '50');
    const inventory = { method: 'fifo' as const, lots, used: { value: '0.05', unit: 'TNE' } };
    assert.equal(decide(question('8703.10', [{ ...resin, inventory }])).materials.length, 1);
  });
});

describe('what is not known', () => {
  it('does not originate', () => {
    const { country: _, ...unknown } = foreign('850131', '41');
    const result = decide(question('8703.10', [unknown], {}, { method: 'TV' }));
    assert.equal(result.outcome, 'not-originating');
    assert.equal(result.materials[0]?.status, 'not shown to originate');
  });

  it('shows the source of a figure', () => {
    const source = { document: 'sha256:bb', pointer: '/materials/0' };
    const result = decide(question('8703.10', [foreign('850131', '40', { source, value: usd('40.00') })]));
    assert.deepEqual(result.materials[0]?.source, source);
  });
});
