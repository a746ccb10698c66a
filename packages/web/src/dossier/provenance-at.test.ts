import { expect, test } from 'vitest';
import { provenanceAt } from './provenance-at.ts';

const map = { '/carrier/name': { class: 'signed' }, '/lines/0': { class: 'imported' } } as const;

test('a value has its own provenance', () => {
  expect(provenanceAt(map, '/carrier/name')?.class).toBe('signed');
});

test('a member without its own takes that of the object around it', () => {
  expect(provenanceAt(map, '/lines/0/quantities/0/value')?.class).toBe('imported');
});

test('an object takes that of its first member', () => {
  expect(provenanceAt(map, '/carrier')?.class).toBe('signed');
});

test('a value nobody recorded has none', () => {
  expect(provenanceAt(map, '/bond')).toBeUndefined();
});
