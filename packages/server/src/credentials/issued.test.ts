import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { IssuedCredential } from '@portolan/contract';
import {
  fragmentOf,
  type StatusSnapshot,
  type Verdict,
  verifyCredential,
  verifyStatusList,
} from '@portolan/credentials';
import { addSeconds, digestJson, expectOk, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type Receipt, verifyReceipt } from '@portolan/ledger';
import type { Client } from '../testing/client.ts';
import { type CredentialNode, credentialNode, sampleOrder } from './testing/credential-node.ts';

let node: CredentialNode;
let broker: Client;
let importer: Client;

before(async () => {
  node = await credentialNode();
  [broker, importer] = await Promise.all([node.as('broker-filer'), node.as('importer-filer')]);
});
after(() => node.close());

type Page = { items: IssuedCredential[]; next?: string; total: number };

async function issueOrder(number: string, client = broker): Promise<IssuedCredential> {
  const answer = await client.post<IssuedCredential>('/api/credentials/issue', {
    type: 'PurchaseOrder',
    document: sampleOrder(number),
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body;
}

const outcome = (verdict: Verdict, name: 'status' | 'integrity' | 'issuer' | 'schema') =>
  fragmentOf(verdict, name)?.outcome;

async function verify(credential: unknown): Promise<Verdict> {
  const answer = await node.anonymous.post<Verdict>('/api/credentials/verify', { credential });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

test('an issued credential verifies, is kept by the node, and gets a receipt', async () => {
  const issued = await issueOrder('PO-100');
  assert.equal(issued.title, 'Purchase order PO-100');
  assert.equal(issued.digest, digestJson(nodeCrypto, issued.credential as JsonObject));
  const verdict = await verify(issued.credential);
  assert.equal(verdict.verified, true, JSON.stringify(verdict.fragments));
  assert.equal(verdict.custody, 'node');
  assert.equal(verdict.digest, issued.digest);

  const { pending_id } = await pendingOf(issued.digest);
  await node.context.log.settled([pending_id], 20_000);
  const one = await broker.get<IssuedCredential & { receipt: Receipt }>(`/api/credentials/${issued.digest}`);
  const { key } = await node.context.keys.noteSigner(node.context.settings.logOrigin);
  const receipt = expectOk(await verifyReceipt(nodeCrypto, one.body.receipt, { keys: [key] }));
  assert.equal(receipt.statement.digest, issued.digest);
  assert.equal(one.body.logIndex, receipt.index);
  assert.deepEqual((await verify(issued.credential)).signedAt.source, 'log');
});

async function pendingOf(digest: string): Promise<{ pending_id: string }> {
  const { rows } = await node.context.pool.query(
    'select pending_id from issued_credentials where digest = $1',
    [digest],
  );
  return rows[0];
}

test('a malformed document, an unknown type and a past end are refused, and nothing is stored', async () => {
  const before = (await broker.get<Page>('/api/credentials')).body.total;
  const bodies = [
    [
      { type: 'PurchaseOrder', document: { ...sampleOrder('PO-1'), currency: 'XXX' } },
      'KERNEL_CURRENCY_UNKNOWN',
    ],
    [{ type: 'PurchaseOrder', document: {} }, 'DOC_'],
    [{ type: 'Sonnet', document: {} }, 'DOC_TYPE_UNKNOWN'],
    [
      { type: 'PurchaseOrder', document: sampleOrder('PO-1'), validUntil: '2020-01-01' },
      'NODE_VALIDITY_PAST',
    ],
    [
      { type: 'PurchaseOrder', document: sampleOrder('PO-1'), validUntil: '2026-02-30' },
      'KERNEL_DATE_INVALID',
    ],
  ] as const;
  for (const [body, code] of bodies) {
    const answer = await broker.post('/api/credentials/issue', body);
    assert.equal(answer.status, 422, code);
    assert.ok(answer.codes[0]?.startsWith(code), `${answer.codes} instead of ${code}`);
  }
  assert.equal((await broker.get<Page>('/api/credentials')).body.total, before);
});

test('revoke: the bit is set, the list signed anew and logged, and the verdict says so at once', async () => {
  const { digest, credential } = await issueOrder('PO-200');
  assert.equal(outcome(await verify(credential), 'status'), 'passed');
  const url = `/api/credentials/${digest}/status`;
  const revoked = await broker.post<IssuedCredential>(url, {
    action: 'revoke',
    reason: 'goods never left (sample)',
  });
  assert.equal(revoked.body.status, 'revoked');
  assert.equal(revoked.body.statusReason, 'goods never left (sample)');
  const verdict = await verify(credential);
  assert.equal(outcome(verdict, 'status'), 'failed');
  assert.deepEqual(
    fragmentOf(verdict, 'status')?.refusals.map(({ code }) => code),
    ['CRED_REVOKED'],
  );

  const again = await broker.post(url, { action: 'revoke', reason: 'twice' });
  assert.deepEqual([again.status, again.codes], [409, ['NODE_STATUS_UNCHANGED']]);
  const back = await broker.post(url, { action: 'reinstate', reason: 'mistake' });
  assert.deepEqual([back.status, back.codes], [409, ['NODE_REVOCATION_FINAL']]);
  const { rows } = await node.context.pool.query(
    `select action from audit where subject = $1 order by at, action`,
    [digest],
  );
  assert.deepEqual(rows.map(({ action }) => action).toSorted(), ['credential.issue', 'credential.revoke']);
});

test('suspend and reinstate', async () => {
  const { digest, credential } = await issueOrder('PO-201');
  const url = `/api/credentials/${digest}/status`;
  await broker.post(url, { action: 'suspend', reason: 'under inquiry (sample)' });
  assert.equal(outcome(await verify(credential), 'status'), 'failed');
  const back = await broker.post<IssuedCredential>(url, { action: 'reinstate', reason: 'settled' });
  assert.equal(back.body.status, 'valid');
  assert.equal(outcome(await verify(credential), 'status'), 'passed');
});

test('the published list convinces a verifier that only has the address', async () => {
  const { digest, credential } = await issueOrder('PO-202');
  await broker.post(`/api/credentials/${digest}/status`, { action: 'revoke', reason: 'sample' });
  const lists: StatusSnapshot[] = [];
  for (const purpose of ['revocation', 'suspension']) {
    const answer = await node.anonymous.get(`/status/broker/${purpose}`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/vc/);
    const list = JSON.parse(String(answer.body)) as JsonObject;
    const trust = {
      crypto: nodeCrypto,
      signedAt: { instant: node.now(), source: 'first-receipt' as const },
      resolveDid: () => undefined,
    };
    lists.push(
      expectOk(
        await verifyStatusList(list, `https://sample.portolan.example/status/broker/${purpose}`, trust),
      ),
    );
  }
  const verdict = await verifyCredential(credential, {
    crypto: nodeCrypto,
    at: node.now(),
    signedAt: { instant: node.now(), source: 'first-receipt' },
    resolveDid: () => undefined,
    statusList: (url) => lists.find((list) => list.url === url),
    schema: () => (subject) => ({ ok: true, value: subject }),
    accreditation: () => ({ state: 'not-required' }),
  });
  assert.deepEqual(
    fragmentOf(verdict, 'status')?.refusals.map(({ code }) => code),
    ['CRED_REVOKED'],
  );
});

test('a list is signed anew when half of its time is over, and not before', async () => {
  await issueOrder('PO-203');
  const read = async () =>
    JSON.parse(String((await node.anonymous.get('/status/broker/suspension')).body)) as { validFrom: string };
  const first = await read();
  node.pass(60);
  assert.deepEqual(await read(), first);
  node.pass(1800);
  const second = await read();
  assert.equal(second.validFrom, node.now());
  assert.ok(second.validFrom > addSeconds(first.validFrom as never, 1800));
});

test('addresses without a list are refused', async () => {
  for (const path of [
    '/status/nobody/revocation',
    '/status/broker/other',
    '/status/broker/revocation/9',
    '/status/broker/revocation/x',
  ]) {
    const answer = await node.anonymous.get(path);
    assert.deepEqual([answer.status, answer.codes], [404, ['NODE_STATUS_LIST_UNKNOWN']], path);
  }
});

test('the list of issued credentials is paged, searched and filtered, and another organization sees nothing of it', async () => {
  const numbers = Array.from({ length: 5 }, (_, index) => `PAGE-${index}`);
  for (const number of numbers) {
    node.pass(1);
    await issueOrder(number);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await broker.get<Page>(`/api/credentials?q=page-&limit=2${next}`);
    assert.equal(page.body.total, 5);
    seen.push(...page.body.items.map(({ title }) => title));
    cursor = page.body.next;
  } while (cursor !== undefined);
  assert.deepEqual(
    seen,
    numbers.toReversed().map((number) => `Purchase order ${number}`),
  );
  const revoked = await broker.get<Page>('/api/credentials?state=revoked');
  assert.ok(revoked.body.items.length > 0 && revoked.body.items.every(({ status }) => status === 'revoked'));
  assert.equal((await broker.get<Page>('/api/credentials?q=%25')).body.total, 0);
  assert.equal((await broker.get('/api/credentials?cursor=x')).status, 422);

  const [first] = (await broker.get<Page>('/api/credentials')).body.items;
  const other = await node.as('carrier-signer');
  assert.equal((await other.get<Page>('/api/credentials')).body.total, 0);
  assert.equal((await other.get(`/api/credentials/${first?.digest}`)).status, 404);
  const foreign = await other.post(`/api/credentials/${first?.digest}/status`, {
    action: 'revoke',
    reason: 'x',
  });
  assert.equal(foreign.status, 404);
});

test('a credential ends with its last day', async () => {
  const validUntil = node.now().slice(0, 10);
  const answer = await broker.post<IssuedCredential>('/api/credentials/issue', {
    type: 'PurchaseOrder',
    document: sampleOrder('PO-300'),
    validUntil,
  });
  assert.equal(answer.body.validUntil, `${validUntil}T23:59:59.999Z`);
  assert.equal(answer.body.status, 'valid');
});

test('a story is signed on its own date, and its status is that of today', async () => {
  const storyAt = '2026-06-10T15:00:00.000Z';
  const answer = await broker.post<IssuedCredential>('/api/credentials/issue', {
    type: 'PurchaseOrder',
    document: sampleOrder('PO-400'),
    storyAt,
  });
  assert.equal(answer.body.issuedAt, storyAt);
  assert.equal(outcome(await verify(answer.body.credential), 'status'), 'passed');
});

test('nobody signed in issues nothing; an altered credential fails in front of everybody', async () => {
  assert.equal(
    (await node.anonymous.post('/api/credentials/issue', { type: 'PurchaseOrder', document: {} })).status,
    401,
  );
  const { credential } = await issueOrder('PO-500', importer);
  const altered = { ...credential, validFrom: '2020-01-01T00:00:00.000Z' };
  const verdict = await verify(altered);
  assert.equal(verdict.verified, false);
  assert.equal(outcome(verdict, 'integrity'), 'failed');
});

test('after a new identifier what stands under the old one can still be looked up and revoked, until its key is revoked', async () => {
  const carrier = await node.as('carrier-signer');
  const { id: tenantId, slug, sample, did: old } = await node.tenant('carrier');
  const early = await issueOrder('PO-501', carrier);
  const { keys } = node.context;
  expectOk(await keys.rotate({ tenantId, slug, sample }, { newIdentifier: true }));
  const later = await issueOrder('PO-502', carrier);
  assert.notEqual(later.credential.issuer, old);
  const listUrl = ({ credential }: IssuedCredential) =>
    (credential.credentialStatus as { statusPurpose: string; statusListCredential: string }[]).find(
      ({ statusPurpose }) => statusPurpose === 'revocation',
    )?.statusListCredential ?? '';
  const published = async (url: string) =>
    JSON.parse(String((await node.anonymous.get(new URL(url).pathname)).body)) as JsonObject;
  assert.notEqual(listUrl(early), listUrl(later));
  assert.equal((await published(listUrl(later))).issuer, later.credential.issuer);

  await carrier.post(`/api/credentials/${early.digest}/status`, { action: 'revoke', reason: 'sample' });
  const list = await published(listUrl(early));
  assert.equal(list.issuer, old);
  const trust = {
    crypto: nodeCrypto,
    signedAt: { instant: node.now(), source: 'first-receipt' as const },
    resolveDid: () => undefined,
  };
  expectOk(await verifyStatusList(list, listUrl(early), trust));

  expectOk(await keys.revoke({ tenantId, slug, sample }, 'key-1', 'stolen'));
  node.pass(86_400);
  assert.deepEqual(await published(listUrl(early)), list, 'nobody can sign it anew: it grows old');
});
