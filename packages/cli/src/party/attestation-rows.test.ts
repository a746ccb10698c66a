import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOfCsv } from './attestation-rows.ts';

test('each row of a sheet is an attestation; empty cells are left out', () => {
  const sheet = `organization.name,organization.did,organization.address.country,checks.what,checks.how,checks.on,from,until
"Sample, ""Harbor""",did:key:zA,US,account,account-history,2026-06-01,2026-06-01,\r\n
Sample Two,did:key:zB,MX,account,account-history,2026-06-01,2026-06-01,2027-06-01`;
  const [first, second, ...others] = rowsOfCsv(sheet);
  assert.deepEqual(first, {
    organization: { name: 'Sample, "Harbor"', did: 'did:key:zA', address: { country: 'US' } },
    checks: [{ what: 'account', how: 'account-history', on: '2026-06-01' }],
    from: '2026-06-01',
  });
  assert.equal(second?.until, '2027-06-01');
  assert.deepEqual(others, []);
});
