import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { instant } from '@portolan/kernel';
import { Overtaken } from '../../exchange/received.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { holdCommitments } from './hold.ts';
import { heldOf } from './observe.ts';
import { type CommitmentRow, insertCommitments } from './store.ts';

const agencyId = '6f0c1a52-5a3f-4d9b-8c55-0d8b6a6f4a01';
const heat = `sha256:${'a'.repeat(64)}`;
const moment = { at: instant('2026-06-10T16:00:00Z'), story: false };

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const row = (source: string): CommitmentRow => ({
  ...{ tenant_id: agencyId, of_digest: heat, source_digest: `sha256:${source.repeat(64)}` },
  ...{ made_by: `sha256:${source.repeat(64)}`, kilograms: '40000', told_by: 'did:example:agency' },
  // Later than the moment of the other filing, by another clock's reading.
  known_at: instant('2026-06-10T16:00:00.005Z'),
});
const judged = { agencyId, moment, held: heldOf([heat], []) };

it('has a filing judged again that another one overtook while it waited', async () => {
  const first = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const one = withTransaction(database.pool, async (tx) => {
    await holdCommitments(tx, [judged]);
    begun.resolve();
    await first.promise;
    await insertCommitments(tx, [row('b')]);
  });
  await begun.promise;
  const other = withTransaction(database.pool, (tx) => holdCommitments(tx, [judged]));
  first.resolve();
  await one;
  await assert.rejects(other, Overtaken);
});

it('lets one pass that was judged by what is stored, and all that commit nothing', async () => {
  const held = heldOf([heat], [{ ...row('b') }]);
  await withTransaction(database.pool, (tx) => holdCommitments(tx, [{ ...judged, held }]));
  await withTransaction(database.pool, (tx) => holdCommitments(tx, [{ ...judged, held: new Map() }]));
});

it('in a story what became known later changes nothing', async () => {
  const story = { at: moment.at, story: true };
  await withTransaction(database.pool, (tx) => holdCommitments(tx, [{ ...judged, moment: story }]));
});
