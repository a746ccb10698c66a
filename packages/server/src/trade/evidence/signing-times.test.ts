import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Digest, type Instant, instant } from '@portolan/kernel';
import { signingTimes } from './signing-times.ts';

const digest = `sha256:${'b'.repeat(64)}` as Digest;
const moment = { at: instant('2026-06-12T16:00:00Z'), story: false };

/** The signing time of one credential, given when the log and this node have seen it. */
async function signedAt(logged: string | undefined, received: string | undefined) {
  const rows = received ? [{ digest, received_at: instant(received) }] : [];
  const context = {
    log: { earliest: async () => new Map<Digest, Instant>(logged ? [[digest, instant(logged)]] : []) },
    pool: { query: async () => ({ rows }) },
  };
  const times = await signingTimes(context as never, 'tenant', [digest], moment);
  return times.get(digest);
}

describe('when a credential was signed, as others can vouch', () => {
  it('the earliest leaf of the log', async () => {
    assert.deepEqual(await signedAt('2026-06-01T00:00:00Z', '2026-06-05T00:00:00Z'), {
      instant: '2026-06-01T00:00:00.000Z',
      source: 'log',
    });
  });

  it('else the first receipt here', async () => {
    assert.deepEqual(await signedAt(undefined, '2026-06-05T00:00:00Z'), {
      instant: '2026-06-05T00:00:00.000Z',
      source: 'first-receipt',
    });
  });

  it('else this moment', async () => {
    assert.deepEqual(await signedAt(undefined, undefined), { instant: moment.at, source: 'first-receipt' });
  });

  it('never later than the moment that is asked about, as where a story is older than its log', async () => {
    assert.deepEqual(await signedAt('2026-11-22T00:00:00Z', '2026-11-22T00:00:00Z'), {
      instant: moment.at,
      source: 'first-receipt',
    });
  });
});
