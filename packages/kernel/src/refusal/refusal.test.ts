import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, below, defineCatalogue, kernelCatalogue, ok, parseCountry, refused } from '../index.ts';

const catalogue = defineCatalogue('sample', {
  SAMPLE_SHORT: {
    fault: 'sender',
    message: '{have} of {need} cases.',
    mend: 'Send {need}.',
    cite: 'sample rule 1',
  },
});

test('a refusal says what, where, whose fault and how to mend', () => {
  assert.deepEqual(catalogue.refuse('SAMPLE_SHORT', { path: '/cases', params: { have: 3, need: 5 } }), {
    code: 'SAMPLE_SHORT',
    path: '/cases',
    fault: 'sender',
    message: '3 of 5 cases.',
    mend: 'Send 5.',
    params: { have: 3, need: 5 },
    cite: 'sample rule 1',
  });
});

test('all refusals of an input are told at once, each at its own path', () => {
  const result = all([below('/0', parseCountry('XX')), ok('MX'), below('/2', parseCountry('mx'))]);
  assert.deepEqual(!result.ok && result.refusals.map(({ code, path }) => `${code} ${path}`), [
    'KERNEL_COUNTRY_UNKNOWN /0',
    'KERNEL_COUNTRY_UNKNOWN /2',
  ]);
});

test('a value that is text does not become a placeholder', () => {
  const refusal = catalogue.refuse('SAMPLE_SHORT', { params: { have: '{need}', need: 5 } });
  assert.equal(refusal.message, '{need} of 5 cases.');
  assert.equal(refused(refusal).ok, false);
});

test('every code is prefixed by its room and says how to mend', () => {
  for (const [code, entry] of Object.entries(kernelCatalogue.entries)) {
    assert.match(code, /^KERNEL_[A-Z_]+$/);
    assert.ok(entry.message.endsWith('.') || entry.message.includes('{detail}'), code);
    assert.ok(entry.mend.length > 10, code);
  }
});
