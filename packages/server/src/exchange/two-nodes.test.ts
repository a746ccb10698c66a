import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DossierView, FilingAcknowledged, ReceiptView } from '@portolan/contract';
import { expectOk } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { parseNoteKey, verifyReceipt } from '@portolan/ledger';
import { type Apart, nodesApart, until } from './testing/apart.ts';

describe("a broker's node and the agency's node", () => {
  let apart: Apart;
  let form: FormData;
  const headers = { 'idempotency-key': 'first' };
  before(async () => {
    apart = await nodesApart();
    form = await apart.documents(501);
  });
  after(() => apart.close());

  it('the filing waits in the outbox while the agency is down, and says so', async () => {
    const answer = await apart.clients.broker.post<FilingAcknowledged>('/api/filings', form, headers);
    assert.equal(answer.status, 202, answer.codes.join());
    assert.equal(answer.body.delivered, false);
    const { body } = await apart.clients.broker.get<DossierView>(`/api/entries/${answer.body.entryNumber}`);
    assert.equal(body.state, 'filed');
    const { rows } = await apart.trade.context.pool.query('select attempts, last_error from outbox');
    assert.equal(rows.length, 1);
    assert.ok(rows[0].attempts >= 1);
    const { body: health } = await apart.trade.anonymous.get<{ parts: { outbox: { detail: string } } }>(
      '/health',
    );
    assert.equal(health.parts.outbox.detail, '1 waiting, 1 tried in vain');
  });

  it('is retried until the agency is there, and decided once', async () => {
    await apart.openRoad();
    const entry = await until(async () => {
      const { body } = await apart.clients.broker.get<{ items: { entryNumber: string; state: string }[] }>(
        '/api/entries',
      );
      return body.items.find(({ state }) => state === 'accepted');
    }, 'the filing accepted');
    const { body } = await apart.clients.officer.get<DossierView>(`/api/entries/${entry.entryNumber}`);
    assert.equal(body.state, 'accepted');
    assert.equal(body.decisions.length, 1);
    assert.equal(body.evaluation?.duty?.totals.total, '53.58');
  });

  it('is known when it is sent again, and the first call gets its answer', async () => {
    const again = await apart.clients.broker.post<FilingAcknowledged>('/api/filings', form, headers);
    assert.equal(again.status, 202, again.codes.join());
    assert.equal(again.body.delivered, true);
    assert.equal(again.body.state, 'accepted');
    // The sending node forgets that it delivered, as after a crash between answer and commit.
    await apart.trade.context.pool.query(
      `insert into outbox (tenant_id, thread_id, digest, to_did, next_at)
       select tenant_id, thread_id, digest, to_did, $1 from envelopes where direction = 'out' and kind = 'filing'`,
      [apart.trade.context.clock.now()],
    );
    await apart.trade.areas.trade.settled();
    const { rows } = await apart.agency.context.pool.query('select from decisions');
    assert.equal(rows.length, 1);
    const waiting = await apart.trade.context.pool.query(
      "select from outbox o join envelopes e using (digest) where e.kind = 'filing'",
    );
    assert.equal(waiting.rowCount, 0);
  });

  it('gives decision and receipts of the agency’s log to broker and importer', async () => {
    const { body: log } = await apart.agency.anonymous.get<{ key: string }>('/api/log');
    const key = expectOk(parseNoteKey(nodeCrypto, log.key));
    for (const client of [apart.clients.broker, apart.clients.importer]) {
      const receipts = await until(async () => {
        const list = await client.get<{ items: { entryNumber: string }[] }>('/api/entries');
        const number = list.body.items[0]?.entryNumber;
        const { body } = await client.get<{ receipts?: ReceiptView[] }>(`/api/entries/${number}/receipt`);
        return body.receipts?.length === 10 && body.receipts.every(({ receipt }) => receipt)
          ? body.receipts
          : undefined;
      }, 'all receipts');
      for (const { receipt, digest } of receipts) {
        const verified = await verifyReceipt(nodeCrypto, receipt, {
          keys: [key],
          expectDigest: digest as `sha256:${string}`,
        });
        assert.ok(verified.ok, JSON.stringify(verified));
      }
    }
  });

  it('lets broker and importer compute the agency’s decision again on their own node', async () => {
    for (const client of [apart.clients.broker, apart.clients.importer]) {
      const { body: list } = await client.get<{ items: { entryNumber: string }[] }>('/api/entries');
      const replay = await client.get<{ same: boolean }>(`/api/entries/${list.items[0]?.entryNumber}/replay`);
      assert.equal(replay.status, 200, replay.codes.join());
      assert.equal(replay.body.same, true);
    }
  });

  it('brings a refusal back: the draft is open again at the broker', async () => {
    const second = await apart.documents(501);
    const answer = await apart.clients.broker.post('/api/filings', second, { 'idempotency-key': 'second' });
    assert.equal(answer.status, 422);
    assert.ok(answer.codes.includes('USMCA_DUPLICATE_CLAIM'), answer.codes.join());
    const { body } = await apart.clients.broker.get<{ items: { state: string }[] }>('/api/drafts');
    assert.deepEqual(
      body.items.map(({ state }) => state),
      ['open'],
    );
  });
});
