import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import type { Delivery } from '@portolan/contract';
import type { JsonObject } from '@portolan/kernel';
import { prepareFiling } from '../../torture/shipment/filing.ts';
import { replayLast } from '../decision/replay.ts';
import { caseOfEntry } from '../store/cases.ts';
import { type Community, community } from '../testing/community.ts';
import { judgeFilings } from './judge-messages.ts';

let sample: Community;
before(async () => {
  sample = await community();
});
after(() => sample.node.close());

async function deliver(envelopes: readonly JsonObject[]): Promise<readonly Delivery[]> {
  const { status, body } = await sample.node.anonymous.post<{ deliveries: Delivery[] }>('/api/inbox', {
    envelopes: [...envelopes],
  });
  assert.equal(status, 200, JSON.stringify(body));
  return body.deliveries;
}

test('a large batch is judged in a worker thread, and each decision replays here to the same bytes', async () => {
  const filings = await Promise.all(Array.from({ length: 10 }, (_, index) => prepareFiling(700 + index)));
  const { context } = sample.node.areas.trade;
  const run = mock.method(context.workers, 'run');
  const deliveries = await deliver(filings.map(({ wire }) => wire));
  assert.deepEqual(
    deliveries.map(({ state, filing }) => [state, filing?.entryNumber]),
    filings.map(({ entryNumber }) => ['taken', entryNumber]),
    JSON.stringify(deliveries.flatMap(({ refusals }) => refusals)),
  );
  assert.ok(run.mock.calls.some(({ arguments: [task] }) => task === judgeFilings));
  for (const { entryNumber } of filings) {
    const row = await caseOfEntry(context.pool, sample.seat('agency').id, entryNumber);
    assert.ok(row?.summary.total, 'the duty is in the case');
    const replay = await replayLast(context, row);
    assert.ok(replay.ok && replay.value.same, entryNumber);
  }
});

test('what is refused among many gets the refusals that it gets alone', async () => {
  const filings = await Promise.all(Array.from({ length: 9 }, (_, index) => prepareFiling(800 + index)));
  const [first, ...others] = filings.map(({ wire }) => wire) as [JsonObject, ...JsonObject[]];
  const [credential, ...rest] = first.credentials as JsonObject[];
  const altered = { ...credential, validUntil: '2031-01-01T00:00:00.000Z' };
  const spoilt = { ...first, credentials: [altered, ...rest] };
  const together = await deliver([spoilt as JsonObject, ...others]);
  const [alone] = await deliver([spoilt as JsonObject]);
  assert.equal(together[0]?.state, 'refused');
  assert.deepEqual(together[0], alone);
  assert.ok(together.slice(1).every(({ state }) => state === 'taken'));
});
