import type { OriginQuestion } from '@portolan/contract';
import { expect, test } from 'vitest';
import { formOf, questionOf } from './form.ts';

const good = { hs: '730630', description: 'Welded pipe', madeIn: 'MX' };
const materials = [{ id: 'plate', description: 'Plate', hs: '720851', country: 'KR' }];
const question: OriginQuestion = {
  preference: {
    agreement: 'USMCA',
    date: '2026-06-12',
    good,
    materials,
    processes: ['welding'],
    transit: { through: ['PA'], underCustomsControl: true },
  },
  transformation: {
    date: '2026-06-12',
    good,
    materials,
    operations: [{ country: 'MX', what: 'Welding' }],
    determination: { country: 'MX', by: 'ruling', number: 'HQ SAMPLE', reason: 'invented' },
  },
  melt: { date: '2026-06-12', hs: '730630', meltCountry: 'KR', originCountry: 'MX', evidence: ['SAMPLE-1'] },
};

test('what the form does not show stays in the question', () => {
  expect(questionOf(formOf(question), question)).toEqual(question);
});

test('a kind that is not asked any more leaves the question; another joins with the same good', () => {
  const form = { ...formOf(question), agreement: '', marking: true };
  const next = questionOf(form, question);
  expect(next.preference).toBeUndefined();
  expect(next.marking).toEqual({ date: '2026-06-12', good, materials });
});

test('a blank question gives an empty form', () => {
  expect(formOf({})).toEqual({
    date: '',
    good: { hs: '', description: '', madeIn: '' },
    materials: [],
    agreement: '',
    through: '',
    marking: false,
    operations: [],
    melt: {},
    asksMelt: false,
  });
});
