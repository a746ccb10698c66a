import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { caftaQuestion, decide, foreign, own, question, testOf, usd } from '../testing/questions.ts';

describe('criteria (HTSUS GN 11(b), GN 29(b))', () => {
  it('A: wholly obtained, as the producer states', () => {
    const result = decide(question('0707.00', [], { whollyObtained: 'grown and harvested in Sinaloa' }));
    assert.deepEqual(
      [result.outcome, result.criterion, result.basis],
      ['originating', 'A', 'wholly-obtained'],
    );
  });

  it('A is contradicted by a material that does not originate; the product rule then decides', () => {
    const result = decide(
      question('0709.60', [foreign('120991', '5')], { whollyObtained: 'grown in Mexico' }),
    );
    assert.deepEqual([result.outcome, result.criterion], ['originating', 'B']);
    assert.equal(testOf(result, 'wholly-obtained')?.outcome, 'failed');
  });

  it('C: only originating materials, even where no product rule is at hand', () => {
    const result = decide(question('8537.10', [own('853400', '40'), own('853650', '20', { country: 'CA' })]));
    assert.deepEqual([result.outcome, result.criterion], ['originating', 'C']);
    assert.match(testOf(result, 'accumulation')?.why ?? '', /of CA/);
  });

  it('B: a change in tariff classification, with where each material passed', () => {
    const result = decide(question('7217.10', [foreign('720711', '40'), own('721310', '10')]));
    assert.deepEqual([result.outcome, result.criterion], ['originating', 'B']);
    assert.deepEqual(
      result.materials.map(({ hs, change, why }) => [hs, change, why]),
      [
        [
          '720711',
          'passed',
          '7207.11 to 7217.10 is a change from any other heading, except from 7213 to 7215',
        ],
        ['721310', 'not-asked', 'no change in tariff classification is asked of it'],
      ],
    );
  });

  it('D: parts, by content alone: 60 percent by transaction value, 50 by net cost', () => {
    const parts = (value: string, more = {}) =>
      decide(question('7217.10', [foreign('721710', value)], { partsException: true, ...more }));
    assert.deepEqual([parts('40.00').outcome, parts('40.00').criterion], ['originating', 'D']);
    assert.equal(parts('40.01').outcome, 'undetermined');
    assert.equal(parts('40.01', { netCost: usd('80.02') }).outcome, 'originating');
    assert.equal(parts('40.01', { netCost: usd('80.00') }).outcome, 'not-originating');
  });

  it('no letters under CAFTA-DR', () => {
    const result = decide(caftaQuestion('2009.41', [foreign('080430', '60')]));
    assert.deepEqual([result.basis, result.criterion], ['product-rule', undefined]);
  });
});

describe('a product rule', () => {
  it('that is not at hand is said, never guessed', () => {
    const result = decide(question('8537.10', [foreign('853400', '1')]));
    assert.equal(result.outcome, 'undetermined');
    assert.match(result.why, /^no rule in the table for heading 8537 \(8537\.10\) in agreement USMCA/);
    assert.ok(result.notShown.includes('the product rule for 8537.10'));
  });

  it('changes with its dates: 7305 to 7307 from 1 July 2023', () => {
    const on = (date: string) => decide(question('7306.30', [foreign('720851', '30')], {}, { date }));
    assert.equal(on('2023-06-30').rule?.alternatives.length, 1);
    assert.equal(on('2023-07-01').rule?.alternatives.length, 3);
    assert.equal(on('2023-06-30').outcome, 'originating');
    assert.equal(on('2023-07-01').outcome, 'undetermined');
  });

  it('is found through the concordance: 6201.20 is 6201.11 in the note', () => {
    const answers = { 'cut-and-sewn': true, 'visible-lining': true };
    const result = decide(caftaQuestion('6201.20', [foreign('580421', '20')], {}, { answers }));
    assert.deepEqual([result.outcome, result.rule?.through], ['originating', '6201.11']);
  });

  it('leaves open what only the producer can say, and says what', () => {
    const result = decide(caftaQuestion('6201.20', [foreign('580421', '20')]));
    assert.equal(result.outcome, 'undetermined');
    assert.ok(result.notShown.some((text) => /cut-and-sewn/.test(text)));
    const no = decide(
      caftaQuestion('6201.20', [foreign('580421', '20')], {}, { answers: { 'cut-and-sewn': false } }),
    );
    assert.equal(no.outcome, 'not-originating');
  });

  it('stops materials from within the group: 7208 to 7216', () => {
    assert.equal(decide(question('7210.49', [foreign('720839', '60')])).outcome, 'not-originating');
    assert.equal(decide(question('7208.39', [foreign('720711', '60')])).outcome, 'originating');
  });

  it('takes a process in place of a change: distillation of 2710', () => {
    const distilled = (processes?: string[]) =>
      decide(question('2710.12', [foreign('271311', '60')], {}, processes ? { processes } : {})).outcome;
    assert.equal(distilled(['Vacuum distillation']), 'originating');
    assert.equal(distilled(['mixing']), 'not-originating');
    assert.equal(distilled(), 'undetermined');
  });

  it('distinguishes goods of one number by what they are', () => {
    const car = (kind: string | undefined, netCost: string) =>
      decide(
        question('8703.23', [foreign('840734', '30')], {
          ...(kind ? { kind } : {}),
          value: usd('200'),
          netCost: usd(netCost),
        }),
      ).outcome;
    assert.equal(car('passenger vehicle', '120'), 'originating');
    assert.equal(car('passenger vehicle', '119.99'), 'not-originating');
    assert.equal(car('ambulance', '80'), 'originating');
    assert.equal(car(undefined, '70'), 'not-originating');
    assert.equal(car(undefined, '120'), 'undetermined');
  });
});

describe('transit (19 CFR 182.16(b), 10.604)', () => {
  const through = (transit: NonNullable<Parameters<typeof question>[3]>['transit']) =>
    decide(question('7217.10', [foreign('720711', '40')], {}, transit ? { transit } : {}));

  it('is asked for where it is not stated', () => {
    assert.match(through(undefined).notShown.join(), /way of transport/);
  });

  it('keeps origin on a direct way, and under customs control with papers', () => {
    assert.equal(through({ through: [] }).outcome, 'originating');
    const controlled = {
      through: ['PA'],
      underCustomsControl: true,
      operations: 'none',
      evidence: ['bill of lading'],
    } as const;
    assert.equal(
      through({ ...controlled, through: ['PA'], evidence: ['bill of lading'] }).outcome,
      'originating',
    );
  });

  it('loses origin by further production or without control, and leaves open what is not shown', () => {
    assert.equal(through({ through: ['PA'], operations: 'further-production' }).outcome, 'not-originating');
    assert.equal(through({ through: ['PA'], underCustomsControl: false }).outcome, 'not-originating');
    assert.equal(through({ through: ['PA'], underCustomsControl: true }).outcome, 'undetermined');
  });
});
