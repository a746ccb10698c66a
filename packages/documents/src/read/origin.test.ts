import assert from 'node:assert/strict';
import { it } from 'node:test';
import { originOf } from './origin.ts';

it('finds the place of a value, its own or below that of its nearest ancestor', () => {
  const origins = { '/lines/0': 'row 2', '/lines/0/amount': 'row 2, column O (Amount)' };
  assert.equal(originOf(origins, '/lines/0/amount'), 'row 2, column O (Amount)');
  assert.equal(originOf(origins, '/lines/0/amount/currency'), 'row 2, column O (Amount)');
  assert.equal(originOf(origins, '/lines/0/sku'), 'row 2');
  assert.equal(originOf(origins, '/lines/1'), undefined);
  assert.equal(originOf({ '': '/credentialSubject' }, '/number'), '/credentialSubject/number');
  assert.equal(originOf({}, ''), undefined);
});
