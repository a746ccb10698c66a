import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trial } from '../usmca-cafta/assess/trial.ts';
import { assess } from './assess.ts';
import type { CaseMeasure, Measures } from './measures.ts';
import { median, share } from './statistics.ts';

const good: CaseMeasure = {
  sample: true,
  accepted: true,
  millisecondsToReceipt: 180,
  fields: { signed: 57, imported: 4, computed: 39, assigned: 3, typed: 1 },
  fieldsGivenTwice: 0,
  caughtBefore: 1,
  caughtAfter: 0,
  paperAvoided: 5,
};

const recorded = (count: number, change: Partial<CaseMeasure> = {}): Measures => ({
  cases: Array.from({ length: count }, () => ({ ...good, ...change })),
  requests: Array.from({ length: count }, () => ({ sample: true, answered: true, inTime: true, days: 7 })),
});

const answered = {
  ...trial,
  registers: {
    legal: trial.registers.legal.map((question) => ({ ...question, status: 'answered' as const })),
    policy: trial.registers.policy.map((question) => ({ ...question, status: 'answered' as const })),
  },
};

describe('assess', () => {
  it('gives counts instead of medians and shares under thirty cases', () => {
    const { thresholds, verdict, reasons } = assess(recorded(29), answered);
    const receipt = thresholds.find(({ threshold }) => threshold.measure === 'seconds-to-receipt');
    assert.deepEqual(
      [receipt?.value, receipt?.counts, receipt?.verdict],
      [undefined, '29 cases', 'undecided'],
    );
    assert.equal(verdict, 'undecided');
    assert.ok(reasons.includes('29 cases of 30 needed for medians'));
  });

  it('says go when every threshold is reached and every question is answered', () => {
    const { verdict, thresholds } = assess(recorded(30), answered);
    assert.equal(verdict, 'go');
    assert.deepEqual(
      Object.fromEntries(thresholds.map(({ threshold, value }) => [threshold.measure, value])),
      {
        'fields-given-twice': '0',
        'typed-share': '1',
        'seconds-to-receipt': '0.18',
        'caught-before-filing': '100',
        'answer-days': '7',
        'requests-answered': '100',
      },
    );
  });

  it('does not say go while questions of law are open', () => {
    const { verdict, openQuestions } = assess(recorded(30), trial);
    assert.equal(verdict, 'change');
    assert.ok(openQuestions.length > 0);
  });

  it('says stop when one threshold is missed by more than its stop', () => {
    assert.equal(assess(recorded(30, { fieldsGivenTwice: 1 }), answered).verdict, 'stop');
    assert.equal(assess(recorded(30, { millisecondsToReceipt: 61_000 }), answered).verdict, 'stop');
  });

  it('says change between go and stop', () => {
    assert.equal(assess(recorded(30, { millisecondsToReceipt: 1_500 }), answered).verdict, 'change');
  });

  it('counts a field given twice from the first case on', () => {
    const { thresholds } = assess(recorded(1, { fieldsGivenTwice: 2 }), answered);
    assert.equal(thresholds.find(({ threshold }) => threshold.measure === 'fields-given-twice')?.value, '2');
  });

  it('labels sample data, and has nothing to say about nothing', () => {
    assert.equal(assess(recorded(1), trial).sample, true);
    const empty = assess({ cases: [], requests: [] }, answered);
    assert.deepEqual([empty.cases, empty.sample, empty.verdict], [0, false, 'undecided']);
  });

  it('knows every measure that the trial names', () => {
    const { thresholds } = assess(recorded(30), answered);
    for (const { threshold, value } of thresholds) assert.ok(value !== undefined, threshold.measure);
  });
});

describe('statistics', () => {
  it('take the middle, and the mean of the two middle ones', () => {
    assert.equal(median([3, 1, 2]), '2');
    assert.equal(median([1, 2]), '1.5');
    assert.equal(median([]), undefined);
    assert.equal(median([1000, 2000], 1000), '1.5');
  });

  it('round shares half up to one decimal', () => {
    assert.equal(share(1, 3), '33.3');
    assert.equal(share(2, 3), '66.7');
    assert.equal(share(0, 0), undefined);
  });
});
