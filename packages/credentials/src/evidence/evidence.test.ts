import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeEvidence, readEvidence } from './file.ts';

/** What such a file proves is judged in the ledger room (offline/judge.ts), which knows receipts. */

test('an evidence file is read with what it carries, and refused with anything else', () => {
  const file = makeEvidence({ credential: { id: 'urn:uuid:1' }, receipt: {}, statusList: [{}], keys: ['k'] });
  assert.equal(file.type, 'portolan/evidence@1');
  assert.deepEqual(readEvidence(file), { ok: true, value: file });
  for (const value of [
    null,
    {},
    { credential: 7, receipt: {} },
    { ...file, more: 1 },
    { ...file, keys: [7] },
  ]) {
    const read = readEvidence(value);
    assert.equal(read.ok ? 'ok' : read.refusals[0]?.code, 'CRED_EVIDENCE_MALFORMED');
  }
});
