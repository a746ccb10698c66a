import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Decimal } from '@portolan/kernel';
import { loadEmbeddedReference } from '../node.ts';
import { meetsShare, meetsValue, readConditions } from './conditions.ts';
import { readRequirement } from './requirement.ts';

const { traits } = loadEmbeddedReference().classification;
const requirement = (text: string) => readRequirement(text, traits);
const names = (text: string) => requirement(text).traits.map(({ name }) => name);

/** Texts of the schedule as printed in 2026 revision 10. */
describe('what a row asks', () => {
  it('reads materials and wearers, and leaves out textile categories', () => {
    assert.deepEqual(names('Of cotton:'), ['cotton']);
    assert.deepEqual(names("Women's or girls' (339)"), ['women', 'girls']);
    assert.deepEqual(requirement('Sweatshirts:').words, ['sweatshirt']);
  });

  it('keeps apart what a row excludes', () => {
    const vests = requirement('Vests, other than sweater vests:');
    assert.ok(vests.words.includes('vest'));
    assert.ok(vests.not.includes('sweater'));
    const row = requirement('Articles of stone, not containing glass:');
    assert.deepEqual(
      [row.traits.map(({ name }) => name), row.excluded.map(({ name }) => name)],
      [['stone'], ['glass']],
    );
  });

  it('says which rows hold the rest, and which hold parts', () => {
    assert.equal(requirement('Other:').residual, true);
    assert.equal(requirement('Of other textile materials:').residual, true);
    assert.equal(requirement('Parts and accessories of machines').parts, true);
  });

  it('does not count what makes no difference', () => {
    const { words } = requirement('Loudspeakers, whether or not mounted in their enclosures:');
    assert.deepEqual(words, ['loudspeak']);
  });
});

describe('numeric conditions', () => {
  const value = (text: string) => {
    const [condition] = readConditions(text, traits);
    assert.ok(condition?.kind === 'value', text);
    return condition;
  };

  it('reads values of a piece, a dozen and in cents', () => {
    const each = value('Valued over $2.70 but not over $8.45 each');
    assert.deepEqual(
      ['2.70', '2.71', '8.45', '8.46'].map((amount) => meetsValue(each, Decimal.of(amount))),
      [false, true, true, false],
    );
    const dozen = value('Valued not over $18 per dozen pieces or parts');
    assert.deepEqual(
      [meetsValue(dozen, Decimal.of('1.50')), meetsValue(dozen, Decimal.of('1.51'))],
      [true, false],
    );
    assert.ok(meetsValue(value('Toy jewelry valued not over 8 cents per piece'), Decimal.of('0.08')));
  });

  it('reads shares of the weight', () => {
    const [share] = readConditions('Containing 36 percent or more by weight of flax fibers', traits);
    assert.ok(share?.kind === 'share');
    assert.equal(share.trait.name, 'linen');
    assert.deepEqual(
      [meetsShare(share, Decimal.of('36')), meetsShare(share, Decimal.of('35.9'))],
      [true, false],
    );
  });
});
