import assert from 'node:assert/strict';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { DossierView, FilingAcknowledged, ReceiptView } from '@portolan/contract';
import { BASE_TYPE, CREDENTIALS_CONTEXT, issueCredential, PORTOLAN_CONTEXT } from '@portolan/credentials';
import { canonicalize, date, expectOk, type Instant, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { parseNoteKey, verifyReceipt } from '@portolan/ledger';
import { sampleTenant } from '@portolan/programs';
import { accredit } from '../credentials/trust/accredit.ts';
import { insertMember } from '../platform/admin/members.ts';
import { addTenant } from '../platform/admin/tenants.ts';
import { addToken } from '../platform/admin/tokens.ts';
import type { Clock } from '../platform/clock.ts';
import { withTransaction } from '../platform/transaction.ts';
import { type Client, createClient, type TestNode, testNode } from '../testing/index.ts';
import { papersOf } from '../torture/shipment/documents.ts';
import { typed } from '../torture/shipment/filing.ts';
import { type Slug, sampleSigner } from '../torture/shipment/signers.ts';
import { uploadForm } from '../trade/testing/shipment.ts';
import { configurePeers } from './peers.ts';

/** Runs like any clock, from the day of the produce story on. */
const begun = Date.now();
const clock: Clock = { now: () => instant(Date.parse('2026-06-12T16:00:00Z') + Date.now() - begun) };

interface Seat {
  readonly node: TestNode;
  readonly client: Client;
}

/** A seat on a node that is no sample node: the keys are the sample's public ones, so that documents are theirs. */
async function seat(node: TestNode, slug: Slug, role: 'filer' | 'officer' | 'signer'): Promise<Seat> {
  const { name, kind, roles, filerCode } = sampleTenant(slug);
  const seed = nodeCrypto.sha256(new TextEncoder().encode(`portolan sample key ${slug}`));
  const id = crypto.randomUUID();
  const optional = filerCode ? { filerCode } : {};
  expectOk(await addTenant(node.context, { slug, name, kind, roles, ...optional, sample: { id, seed } }));
  const memberId = crypto.randomUUID();
  await withTransaction(node.context.pool, (tx) =>
    insertMember(tx, id, { id: memberId, name: `Sample member of ${slug}`, role }, clock.now()),
  );
  const token = expectOk(
    await addToken(node.context, {
      tenant: slug,
      memberId,
      label: 'test',
      scopes: ['read', 'file', 'sign', 'decide'],
    }),
  );
  return { node, client: createClient(node.url, { authorization: `Bearer ${token.token}` }) };
}

/** What a register says of the agency's attestations and the grower's certifications. */
async function trustSigners(node: TestNode, slug: Slug): Promise<void> {
  const { rows } = await node.context.pool.query<{ id: string }>('select id from tenants where slug = $1', [
    slug,
  ]);
  const act = { agencyId: rows[0]?.id ?? '', actor: 'operator', at: clock.now() };
  const from = date('2026-01-01');
  await withTransaction(node.context.pool, async (tx) => {
    const entries = [
      ['grower', 'CertificationOfOrigin'],
      ['agency', 'OrganizationIdentity'],
    ] as const;
    for (const [who, credentialType] of entries) {
      const { did, name } = sampleTenant(who);
      expectOk(await accredit(tx, act, { did, name, credentialType, from, reason: 'test' }));
    }
  });
}

async function documents(serial: number, created: Instant): Promise<FormData> {
  const credentials = await Promise.all(
    papersOf(serial).map(({ issuer, subject }) => {
      const signer = sampleSigner(issuer);
      const unsigned = {
        '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
        id: `urn:uuid:${crypto.randomUUID()}`,
        type: [BASE_TYPE, subject.type],
        issuer: signer.did,
        validFrom: '2026-01-01T00:00:00.000Z',
        credentialSubject: subject.document as unknown as JsonObject,
      };
      return issueCredential(unsigned, signer, nodeCrypto, { created });
    }),
  );
  const files = credentials.map((credential, index) => ({
    name: `${index}.vc.json`,
    content: canonicalize(credential as unknown as JsonObject),
  }));
  return uploadForm(files, { typed: JSON.stringify(typed) });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The road to a node: while it is closed the node behind it is out of reach. */
async function openRoad(port: number, to: string): Promise<Server> {
  const road = createServer((near) => {
    const far = connect(Number(new URL(to).port), '127.0.0.1');
    for (const socket of [near, far])
      socket.on('error', () => [near, far].forEach((end) => void end.destroy()));
    near.pipe(far).pipe(near);
  });
  road.listen(port, '127.0.0.1');
  await new Promise((resolve) => road.once('listening', resolve));
  return road;
}

/** Looks again until something is so; the event it waits for comes from another node. */
async function until<T>(read: () => Promise<T | undefined>, what: string): Promise<T> {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`in vain: ${what}`);
}

describe("a broker's node and the agency's node", () => {
  let roadPort: number;
  let road: Server | undefined;
  let trade: TestNode;
  let agencyNode: TestNode;
  let broker: Client;
  let importer: Client;
  let officer: Client;
  const headers = { 'idempotency-key': 'first' };
  let form: FormData;

  before(async () => {
    roadPort = await freePort();
    trade = await testNode({ sample: false, clock });
    agencyNode = await testNode({ sample: false, clock });
    broker = (await seat(trade, 'broker', 'filer')).client;
    importer = (await seat(trade, 'importer', 'filer')).client;
    officer = (await seat(agencyNode, 'agency', 'officer')).client;
    await trustSigners(trade, 'broker');
    await trustSigners(agencyNode, 'agency');
    const agency = { ...party('agency'), kind: 'agency' as const, baseUrl: `http://127.0.0.1:${roadPort}` };
    await configurePeers(trade.context.pool, [agency], clock.now());
    const traders = (['broker', 'importer', 'grower', 'carrier'] as const).map((slug) => ({
      ...party(slug),
      kind: 'trade' as const,
      baseUrl: trade.url,
    }));
    await configurePeers(agencyNode.context.pool, traders, clock.now());
    form = await documents(501, clock.now());
  });
  after(async () => {
    await agencyNode.close();
    await trade.close();
    road?.close();
  });

  function party(slug: Slug) {
    const { did, name } = sampleTenant(slug);
    return { did, name };
  }

  it('the filing waits in the outbox while the agency is down, and says so', async () => {
    const answer = await broker.post<FilingAcknowledged>('/api/filings', form, headers);
    assert.equal(answer.status, 202, answer.codes.join());
    assert.equal(answer.body.delivered, false);
    const { body } = await broker.get<DossierView>(`/api/entries/${answer.body.entryNumber}`);
    assert.equal(body.state, 'filed');
    const { rows } = await trade.context.pool.query('select attempts, last_error from outbox');
    assert.equal(rows.length, 1);
    assert.ok(rows[0].attempts >= 1);
    const { body: health } = await trade.anonymous.get<{ parts: { outbox: { detail: string } } }>('/health');
    assert.equal(health.parts.outbox.detail, '1 waiting, 1 tried in vain');
  });

  it('is retried until the agency is there, and decided once', async () => {
    road = await openRoad(roadPort, agencyNode.url);
    const entry = await until(async () => {
      const { body } = await broker.get<{ items: { entryNumber: string; state: string }[] }>('/api/entries');
      return body.items.find(({ state }) => state === 'accepted');
    }, 'the filing accepted');
    const { body } = await officer.get<DossierView>(`/api/entries/${entry.entryNumber}`);
    assert.equal(body.state, 'accepted');
    assert.equal(body.decisions.length, 1);
    assert.equal(body.evaluation?.duty?.totals.total, '53.58');
  });

  it('is known when it is sent again, and the first call gets its answer', async () => {
    const again = await broker.post<FilingAcknowledged>('/api/filings', form, headers);
    assert.equal(again.status, 202, again.codes.join());
    assert.equal(again.body.delivered, true);
    assert.equal(again.body.state, 'accepted');
    // The sending node forgets that it delivered, as after a crash between answer and commit.
    await trade.context.pool.query(
      `insert into outbox (tenant_id, thread_id, digest, to_did, next_at)
       select tenant_id, thread_id, digest, to_did, $1 from envelopes where direction = 'out' and kind = 'filing'`,
      [clock.now()],
    );
    await trade.areas.trade.settled();
    const { rows } = await agencyNode.context.pool.query('select from decisions');
    assert.equal(rows.length, 1);
    const waiting = await trade.context.pool.query(
      "select from outbox o join envelopes e using (digest) where e.kind = 'filing'",
    );
    assert.equal(waiting.rowCount, 0);
  });

  it('gives decision and receipts of the agency’s log to broker and importer', async () => {
    const { body: log } = await agencyNode.anonymous.get<{ key: string }>('/api/log');
    const key = expectOk(parseNoteKey(nodeCrypto, log.key));
    for (const client of [broker, importer]) {
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
    for (const client of [broker, importer]) {
      const { body: list } = await client.get<{ items: { entryNumber: string }[] }>('/api/entries');
      const replay = await client.get<{ same: boolean }>(`/api/entries/${list.items[0]?.entryNumber}/replay`);
      assert.equal(replay.status, 200, replay.codes.join());
      assert.equal(replay.body.same, true);
    }
  });

  it('brings a refusal back: the draft is open again at the broker', async () => {
    const second = await documents(501, clock.now());
    const answer = await broker.post('/api/filings', second, { 'idempotency-key': 'second' });
    assert.equal(answer.status, 422);
    assert.ok(answer.codes.includes('USMCA_DUPLICATE_CLAIM'), answer.codes.join());
    const { body } = await broker.get<{ items: { state: string }[] }>('/api/drafts');
    assert.deepEqual(
      body.items.map(({ state }) => state),
      ['open'],
    );
  });
});
