import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonValue } from '@portolan/kernel';
import type { ProvenanceClass } from '../provenance.ts';
import { build } from './build.ts';
import type { Candidate } from './candidate.ts';
import { Sheet } from './sheet.ts';

const from = (origin: ProvenanceClass, value: JsonValue, document = 'sha256:a'): Candidate => ({
  value,
  provenance: { class: origin, document, pointer: '/x' },
});

const sheet = (values: Record<string, JsonValue> = {}) =>
  new Sheet({ values, by: 'someone', at: '2026-06-12T16:00:00.000Z' });

describe('sheet', () => {
  it('takes signed before imported before computed, whatever the order', () => {
    const s = sheet();
    assert.equal(s.fill('/a', [from('computed', 3), from('imported', 2), from('signed', 1)]), 1);
    assert.equal(s.provenance['/a']?.class, 'signed');
  });

  it('records who else says the same as confirmation, and who differs as cross-check', () => {
    const s = sheet();
    s.fill('/a', [
      from('signed', 'MX'),
      from('imported', 'MX', 'sha256:b'),
      from('imported', 'PE', 'sha256:c'),
    ]);
    assert.deepEqual(s.provenance['/a']?.confirmedBy, [{ document: 'sha256:b', pointer: '/x' }]);
    assert.deepEqual(s.crossChecks, [
      {
        pointer: '/a',
        taken: { document: 'sha256:a', pointer: '/x' },
        value: 'MX',
        against: { document: 'sha256:c', pointer: '/x' },
        other: 'PE',
      },
    ]);
  });

  it('asks once, only when nothing says it', () => {
    const s = sheet();
    const ask = { question: 'What?', why: 'Nothing says so.', example: 1, required: true };
    s.fill('/a', [from('imported', 1)], { ask });
    s.fill('/b', [], { ask });
    assert.deepEqual(s.asks, [{ pointer: '/b', ...ask }]);
  });

  it('does not count a typed value that a document gives too', () => {
    const s = sheet({ '/a': 1 });
    s.fill('/a', [from('signed', 1)]);
    assert.equal(s.provenance['/a']?.class, 'signed');
  });

  it('refuses a typed value that differs from a document, and keeps the document', () => {
    const s = sheet({ '/a': 2 });
    assert.equal(s.fill('/a', [from('imported', 1)]), 1);
    assert.deepEqual(
      s.refusals.map(({ code, path }) => [code, path]),
      [['FILING_TYPED_AGAINST_DOCUMENT', '/a']],
    );
  });

  it('lets the filer decide where the law does, and remembers what was replaced', () => {
    const s = sheet({ '/a': 2, '/b': null });
    assert.equal(s.fill('/a', [from('signed', 1)], { filerDecides: true }), 2);
    assert.deepEqual(s.provenance['/a'], {
      class: 'typed',
      by: 'someone',
      at: '2026-06-12T16:00:00.000Z',
      replaces: { document: 'sha256:a', pointer: '/x' },
    });
    assert.equal(s.fill('/b', [from('signed', 'S')], { filerDecides: true }), undefined);
    assert.equal(s.values.has('/b'), false);
  });

  it('knows which typed values belong to no field', () => {
    const s = sheet({ '/a': 1, '/nonsense': 1 });
    s.fill('/a', []);
    assert.deepEqual(s.unused(), ['/nonsense']);
  });
});

describe('build', () => {
  it('makes objects and lists from pointers, and leaves values as they are', () => {
    const values = new Map<string, JsonValue>([
      ['/a/b', 1],
      ['/lines/0/x', 'one'],
      ['/lines/1/x', 'two'],
      ['/list', [{ '0': 'kept' }]],
      ['/a~1b', true],
    ]);
    assert.deepEqual(build(values), {
      a: { b: 1 },
      lines: [{ x: 'one' }, { x: 'two' }],
      list: [{ '0': 'kept' }],
      'a/b': true,
    });
  });
});
