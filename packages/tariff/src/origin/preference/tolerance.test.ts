import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { caftaQuestion, decide, foreign, kilograms, own, question, testOf } from '../testing/questions.ts';

const outcome = (...args: Parameters<typeof question>) => decide(question(...args)).outcome;

describe('de minimis (HTSUS GN 11(e), GN 29(e))', () => {
  it('adds up all materials that miss the change', () => {
    const materials = [own('720711', '50'), foreign('721310', '6'), foreign('721410', '4.01')];
    const result = decide(question('7217.10', materials));
    assert.equal(result.outcome, 'not-originating');
    assert.match(testOf(result, 'de-minimis')?.why ?? '', /10\.01 percent/);
  });

  it('shows tolerated materials as such', () => {
    const result = decide(question('7217.10', [own('720711', '50'), foreign('721310', '6')]));
    assert.deepEqual(
      result.materials.map(({ change }) => change),
      ['not-asked', 'tolerated'],
    );
  });

  it('reaches only material of another subheading in chapters 1 to 27', () => {
    assert.equal(outcome('0904.21', [own('070960', '50'), foreign('090421', '1')]), 'not-originating');
    assert.equal(outcome('0904.21', [own('070960', '50'), foreign('090411', '1')]), 'originating');
  });

  it('save truffles among mushrooms of 0709.59', () => {
    assert.equal(outcome('0709.59', [own('070951', '50'), foreign('070959', '9')]), 'originating');
  });

  it('does not reach citrus in citrus juice', () => {
    const juice = caftaQuestion('2009.11', [own('080510', '50', { country: 'HN' }), foreign('080510', '1')]);
    const result = decide(juice);
    assert.equal(result.outcome, 'not-originating');
    assert.match(testOf(result, 'de-minimis')?.why ?? '', /no tolerance for material of 0805\.10/);
  });

  it('does not reach coffee in coffee extract under CAFTA-DR (19 U.S.C. 4033(f)(2)(D)), but one sauce in another', () => {
    const coffee = decide(
      caftaQuestion('2101.11', [own('090111', '50', { country: 'HN' }), foreign('090121', '1')]),
    );
    assert.equal(coffee.outcome, 'not-originating');
    assert.match(
      testOf(coffee, 'de-minimis')?.why ?? '',
      /no tolerance for material of 0901\.21 in goods of 2101\.11/,
    );
    const sauce = [own('070200', '50', { country: 'HN' }), foreign('210320', '5')];
    assert.equal(decide(caftaQuestion('2103.90', sauce)).outcome, 'originating');
  });

  it('leaves open what an exception describes in words', () => {
    const fruit = caftaQuestion('2202.10', [foreign('220299', '5'), own('170199', '20', { country: 'HN' })]);
    assert.equal(decide(fruit).outcome, 'originating');
  });

  it('weighs textiles: 10 percent of the component, not of the value', () => {
    const coat = (
      kilos: string,
      more: Record<string, boolean> = { 'elastomeric-formed-in-territory': true },
    ) =>
      decide(
        caftaQuestion(
          '6201.20',
          [own('511211', '50', { country: 'HN' }), foreign('520811', '40', { weight: kilograms(kilos) })],
          { weight: kilograms('1') },
          { answers: { 'cut-and-sewn': true, 'visible-lining': true, ...more } },
        ),
      ).outcome;
    assert.equal(coat('0.1'), 'originating');
    assert.equal(coat('0.101'), 'not-originating');
    assert.equal(coat('0.1', {}), 'undetermined');
    assert.equal(coat('0.1', { 'elastomeric-formed-in-territory': false }), 'not-originating');
  });

  it('is undetermined where the value of the good is not given', () => {
    const { value: _, ...good } = question('7217.10', []).good;
    const result = decide({ ...question('7217.10', [foreign('721310', '6')]), good });
    assert.equal(result.outcome, 'undetermined');
  });
});
