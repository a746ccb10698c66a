import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDatabaseAway } from './database-away.ts';

test('a server that stops, starts or is gone is away; a wrong query is not', () => {
  // Codes: PostgreSQL 18, appendix A; messages: pg's client and pool.
  for (const code of ['57P01', '57P02', '57P03', '08006', '08001', '53300', 'ECONNREFUSED'])
    assert.equal(isDatabaseAway({ code, message: '' }), true, code);
  assert.equal(isDatabaseAway({ code: 'ENOENT', syscall: 'connect', message: '' }), true);
  assert.equal(isDatabaseAway({ code: 'ENOENT', syscall: 'open', message: '' }), false);
  assert.equal(isDatabaseAway({ message: 'Connection terminated unexpectedly' }), true);
  for (const code of ['23505', '42601', '57014', 'ENOTFOUND', 8])
    assert.equal(isDatabaseAway({ code, message: 'wrong' }), false, String(code));
});
