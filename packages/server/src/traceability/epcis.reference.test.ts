import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { EpcisJob, LotRow } from '@portolan/contract';
import { type Client, type TestNode, testNode } from '../testing/index.ts';

/** Samples of openepcis.io: documents that are right, and documents with the fault that their name says. */
const folder = join(process.env.PORTOLAN_SHARED ?? '../shared', 'data/credentials/epcis-openepcis');
const sample = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const named = (beginning: string) => readdirSync(folder).filter((name) => name.startsWith(beginning));

let node: TestNode;
let client: Client;
before(async () => {
  node = await testNode({ sample: 'seats' });
  client = await node.as('broker-signer');
});
after(() => node.close());

async function capture(
  name: string,
  behaviour: 'rollback' | 'proceed' = 'rollback',
): Promise<{ status: number; job?: EpcisJob }> {
  const proceed = { 'gs1-capture-error-behaviour': 'proceed' };
  const { status, headers } = await client.post(
    '/epcis/capture',
    sample(name),
    behaviour === 'proceed' ? proceed : {},
  );
  const place = headers.get('location');
  return place ? { status, job: (await client.get<EpcisJob>(place)).body } : { status };
}

const lots = async () => (await client.get<{ items: LotRow[]; total: number }>('/api/lots?limit=200')).body;

test('invalid samples are refused and leave nothing in the ledger of lots', async () => {
  for (const name of named('Invalid_')) {
    const { status, job } = await capture(name);
    if (job) assert.ok(!job.success && job.errors.length > 0, name);
    else assert.ok(status >= 400 && status < 500, `${name}: ${status}`);
  }
  assert.equal((await lots()).total, 0);
});

test('valid samples come in; what they make and transform stands in the ledger of lots, or is said', async () => {
  for (const name of named('Documents_')) {
    const { status, job } = await capture(name, 'proceed');
    // Some documents repeat the name of an event with another content.
    const taken = job?.errors.every(({ detail }) => detail?.startsWith('NODE_EPCIS_EVENT_TAKEN'));
    assert.ok(status === 202 && (job?.success || taken), `${name}: ${JSON.stringify(job?.errors)}`);
  }
  const { items, total } = await lots();
  assert.ok(total >= 2, String(total));
  assert.ok(items.every(({ produced }) => Number(produced) > 0));
  const open = await client.get<{ unread: { refusals: { code: string }[] }[] }>(
    '/api/trace/events?state=refused',
  );
  assert.equal(open.status, 200);
  const codes = new Set(open.body.unread.flatMap(({ refusals }) => refusals.map(({ code }) => code)));
  // A lot of which no quantity is stated, and a step that names one lot on both sides: EPCIS allows what can't be counted.
  assert.deepEqual([...codes].sort(), ['TRACE_CYCLE', 'TRACE_EPCIS_NO_QUANTITY']);
});
