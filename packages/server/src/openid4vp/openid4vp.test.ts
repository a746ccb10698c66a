import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { VcIssuer, VerifierDelivery, WalletRequest } from '@portolan/contract';
import { createPresentation, generateKey } from '@portolan/credentials/forms';
import { expectOk, instant, type JsonObject } from '@portolan/kernel';
import type { Client } from '../testing/client.ts';
import { type TestNode, testNode } from '../testing/node.ts';
import { askWallet } from './ask.ts';
import { payloadOf } from './jwt.ts';
import { createWallet, type Wallet } from './testing/wallet.ts';

let node: TestNode;
let broker: Client;
let wallet: Wallet;
let credential: JsonObject;
const holder = await generateKey('Ed25519');
const now = () => instant(Date.now());
const asked = [
  { id: 'mill', types: ['https://sample.example/MillReport'], claims: [['credentialSubject', 'name']] },
];

before(async () => {
  node = await secureNode();
  broker = await node.as('broker-filer');
  wallet = createWallet(holder, now);
  credential = await issued('https://sample.example/MillReport', { id: holder.did, name: 'Heat 4711' });
});
after(async () => {
  setDefaultCACertificates(getCACertificates('bundled'));
  await node.close();
});

/** Wallets speak HTTPS only; this process trusts the authority that the node makes for itself. */
async function secureNode(): Promise<TestNode> {
  const secure = await testNode({ sample: 'seats', config: { tls: true } });
  const { dataFolder } = secure.context.config;
  const authority = await readFile(join(dataFolder, 'tls', 'authority.pem'), 'utf8');
  setDefaultCACertificates([...getCACertificates('bundled'), authority]);
  return secure;
}

async function issued(type: string, credentialSubject: JsonObject): Promise<JsonObject> {
  const { body } = await node.anonymous.get<{ items: VcIssuer[] }>('/issuers');
  const issuer = body.items.find(({ name }) => name === 'eddsa-rdfc-2022')?.id ?? '';
  const answer = await node.anonymous.post<{ verifiableCredential: JsonObject }>(
    '/issuers/eddsa-rdfc-2022-status/credentials/issue',
    {
      credential: {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id: `urn:uuid:${randomUUID()}`,
        type: ['VerifiableCredential', type],
        issuer,
        credentialSubject,
      },
    },
  );
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.verifiableCredential;
}

const selective = [
  {
    ...{ id: 'mill', types: ['https://sample.example/MillReport'], format: 'vc+sd-jwt' },
    claims: [['credentialSubject', 'name']],
  },
];

/** A token whose subject's members the holder shows one by one; bound to the wallet's key unless told. */
async function issuedToken(options: object = { holder: holder.did }): Promise<string> {
  const { body } = await node.anonymous.get<{ items: VcIssuer[] }>('/issuers');
  const issuer = body.items.find(({ name }) => name === 'vc-sd-jwt')?.id ?? '';
  const answer = await node.anonymous.post<{ verifiableCredential: JsonObject }>(
    '/issuers/vc-sd-jwt/credentials/issue',
    {
      credential: {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential', 'https://sample.example/MillReport'],
        issuer,
        credentialSubject: { id: holder.did, name: 'Heat 4711', description: 'Not for everybody' },
      },
      options: {
        selectivePointers: ['/credentialSubject/name', '/credentialSubject/description'],
        ...options,
      },
    },
  );
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return String(answer.body.verifiableCredential.id).split(',')[1] ?? '';
}

async function ask(credentials: object[] = asked): Promise<WalletRequest> {
  const { status, body } = await broker.post<WalletRequest>('/api/openid4vp/requests', {
    purpose: 'Sample check of a mill report',
    credentials,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

const read = async (id: string) => (await broker.get<WalletRequest>(`/api/openid4vp/requests/${id}`)).body;

/** The form that an honest wallet posts for a request. */
async function presented(uri: string): Promise<Record<string, string>> {
  const address = new URL(uri).searchParams.get('request_uri') ?? '';
  const object = await (await fetch(address)).text();
  const { nonce, client_id: domain, state } = payloadOf(object) as Record<string, string>;
  const options = { created: now(), challenge: nonce, domain };
  const made = await createPresentation('eddsa-rdfc-2022', {
    credentials: [credential],
    key: holder,
    options,
  });
  return { vp_token: JSON.stringify({ mill: [expectOk(made).presentation] }), state: state ?? '' };
}

async function codesAfter(response: Response): Promise<string[]> {
  const { refusals } = (await response.json()) as { refusals: { code: string }[] };
  return refusals.map(({ code }) => code);
}

suite('asking a wallet', () => {
  test('a wallet that knows only the protocol answers, and the node shows what it brought', async () => {
    const request = await ask();
    assert.match(request.uri ?? '', /^openid4vp:\/\/\?client_id=decentralized_identifier%3Adid%3Akey%3A/);
    const response = await wallet.answer(request.uri ?? '', { mill: credential });
    assert.equal(response.status, 200, await response.clone().text());
    const shown = await read(request.id);
    assert.equal(shown.state, 'answered');
    assert.equal(shown.holder, holder.did);
    assert.deepEqual(
      shown.credentials.map(({ query, form }) => [query, form]),
      [['mill', 'eddsa-rdfc-2022']],
    );
  });

  test('the request object is signed, never cached, and gone once it is answered', async () => {
    const request = await ask();
    const object = await node.anonymous.get<string>(`/openid4vp/${request.id}/request`);
    assert.equal(object.headers.get('content-type'), 'application/oauth-authz-req+jwt');
    assert.equal(object.headers.get('cache-control'), 'no-store');
    assert.equal((await wallet.answer(request.uri ?? '', { mill: credential })).status, 200);
    assert.equal((await node.anonymous.get(`/openid4vp/${request.id}/request`)).status, 409);
    assert.equal((await node.anonymous.get(`/openid4vp/${randomUUID()}/request`)).status, 404);
  });

  test('another nonce, another verifier, another type and a withheld claim are refused, each by its code', async () => {
    const other = await issued('https://sample.example/OtherReport', { name: 'Heat 1' });
    const bare = await issued('https://sample.example/MillReport', {
      id: holder.did,
      description: 'no name',
    });
    const cases: readonly [JsonObject, object, string][] = [
      [credential, { nonce: 'another-nonce' }, 'CRED_CHALLENGE'],
      [credential, { domain: 'decentralized_identifier:did:key:zOther' }, 'CRED_DOMAIN'],
      [other, {}, 'NODE_WALLET_TYPE'],
      [bare, {}, 'NODE_WALLET_CLAIM'],
    ];
    for (const [brought, change, code] of cases) {
      const request = await ask();
      const response = await wallet.answer(request.uri ?? '', { mill: brought }, change);
      assert.deepEqual(await codesAfter(response), [code]);
      assert.equal((await read(request.id)).state, 'refused');
    }
  });

  test('an SD-JWT shows what its holder chose, bound to this verifier and this nonce', async () => {
    const token = await issuedToken();
    const request = await ask(selective);
    const response = await wallet.answer(request.uri ?? '', { mill: token });
    assert.equal(response.status, 200, await response.clone().text());
    const shown = await read(request.id);
    assert.equal(shown.credentials[0]?.form, 'vc+sd-jwt');
    const subject = shown.credentials[0]?.credential.credentialSubject as JsonObject;
    assert.deepEqual([subject.name, subject.description], ['Heat 4711', undefined]);
  });

  test('an SD-JWT for another verifier or nonce, without its holder, of another holder, or short of a claim is refused', async () => {
    const token = await issuedToken();
    const other = await generateKey('Ed25519');
    const cases: readonly [string, object][] = [
      [token, { nonce: 'another-nonce' }],
      [token, { domain: 'decentralized_identifier:did:key:zOther' }],
      [token, { unbound: true }],
      [token, { shown: ['/credentialSubject/description'] }],
      [await issuedToken({ holder: other.did }), {}],
      [await issuedToken({}), {}],
    ];
    const seen = [];
    for (const [brought, change] of cases) {
      const request = await ask(selective);
      const response = await wallet.answer(request.uri ?? '', { mill: brought }, change);
      seen.push((await codesAfter(response))[0]);
      assert.equal((await read(request.id)).state, 'refused');
    }
    assert.deepEqual(seen, [
      'CRED_CHALLENGE',
      'CRED_DOMAIN',
      'CRED_KEY_BINDING',
      'NODE_WALLET_CLAIM',
      'CRED_KEY_BINDING',
      'CRED_KEY_BINDING',
    ]);
  });

  test('an answer to one request is no answer to another', async () => {
    const [first, second] = [await ask(), await ask()];
    const stolen = await presented(first.uri ?? '');
    const post = (id: string) =>
      fetch(`${node.url}/openid4vp/${id}/response`, { method: 'POST', body: new URLSearchParams(stolen) });
    assert.ok((await codesAfter(await post(second.id)))[0]);
    assert.equal((await read(second.id)).state, 'refused');
    assert.equal((await post(first.id)).status, 200);
    assert.equal((await post(first.id)).status, 409);
  });

  test('what was not presented is named, and a wallet may decline', async () => {
    const both = await ask([...asked, { id: 'origin', types: ['https://sample.example/Origin'] }]);
    const response = await wallet.answer(both.uri ?? '', { mill: credential });
    assert.deepEqual(await codesAfter(response), ['NODE_WALLET_MISSING']);
    const request = await ask();
    const declined = await fetch(`${node.url}/openid4vp/${request.id}/response`, {
      method: 'POST',
      body: new URLSearchParams({ error: 'access_denied', state: request.id }),
    });
    assert.deepEqual(await codesAfter(declined), ['NODE_WALLET_REFUSED']);
  });

  test('of two answers one counts', async () => {
    const request = await ask();
    const uri = request.uri ?? '';
    const answers = await Promise.allSettled([1, 2, 3].map(() => wallet.answer(uri, { mill: credential })));
    const taken = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.status === 200);
    assert.equal(taken.length, 1);
  });

  test('a node that is reached without TLS says so', async () => {
    const row = await askWallet(
      node.context,
      { id: 'x', name: 'x' },
      { purpose: 'x', credentials: [], origin: 'http://127.0.0.1' },
    );
    assert.deepEqual(!row.ok && row.refusals.map(({ code }) => code), ['NODE_WALLET_INSECURE']);
  });

  test('another organization sees nothing of it', async () => {
    const request = await ask();
    const importer = await node.as('importer-filer');
    assert.equal((await importer.get(`/api/openid4vp/requests/${request.id}`)).status, 404);
  });
});

suite('presenting to a verifier', () => {
  const order = {
    number: 'PO-1',
    issueDate: '2026-06-01',
    buyer: { name: 'Sample Harbor Foods Inc.', address: { city: 'San Diego', country: 'US' } },
    seller: { name: 'Sample Valle Verde Produce', address: { city: 'Culiacan', country: 'MX' } },
    currency: 'USD',
    lines: [{ number: '1', description: 'Bell peppers, fresh', quantity: { value: '1000', unit: 'KGM' } }],
  };

  test('the node reads the request, offers what fits, signs, and writes down who was shown what', async () => {
    const grower = await node.as('grower-signer');
    const { body: kept } = await grower.post<{ digest: string }>('/api/credentials/issue', {
      ...{ type: 'PurchaseOrder', document: order },
    });
    const request = await ask([{ id: 'order', types: ['PurchaseOrder'] }]);
    const { body: object } = await node.anonymous.get<string>(`/openid4vp/${request.id}/request`);
    const offered = await grower.post<{ queries: { candidates: { digest: string }[] }[] }>(
      '/api/openid4vp/read',
      {
        request: object,
      },
    );
    assert.deepEqual(
      offered.body.queries[0]?.candidates.map(({ digest }) => digest),
      [kept.digest],
    );
    const answer = await grower.post<{ responseUri: string; form: Record<string, string> }>(
      '/api/openid4vp/answers',
      {
        request: object,
        credentials: [{ query: 'order', digest: kept.digest }],
      },
    );
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const posted = await fetch(answer.body.responseUri, {
      method: 'POST',
      body: new URLSearchParams(answer.body.form),
    });
    assert.equal(posted.status, 200, await posted.clone().text());
    assert.equal((await read(request.id)).state, 'answered');
    const { rows } = await node.context.pool.query('select digest, recipient, way, reason from disclosures');
    assert.deepEqual(
      rows.map(({ digest, way, reason }) => [digest, way, reason]),
      [[kept.digest, 'openid4vp', 'Sample check of a mill report']],
    );
    assert.match(rows[0].recipient, /^decentralized_identifier:did:key:/);
  });

  /** An order of the grower, and the address of a request for one. */
  async function orderAsked(): Promise<{ grower: Client; digest: string; uri: string; id: string }> {
    const grower = await node.as('grower-signer');
    const { body } = await grower.post<{ digest: string }>('/api/credentials/issue', {
      ...{ type: 'PurchaseOrder', document: { ...order, number: `PO-${randomUUID()}` } },
    });
    const request = await ask([{ id: 'order', types: ['PurchaseOrder'] }]);
    return { grower, digest: body.digest, uri: request.uri ?? '', id: request.id };
  }

  /** What the node may ask while some work is done; it is what --fetch-from sets. */
  async function whileNamed<T>(hosts: readonly string[], work: () => Promise<T>): Promise<T> {
    const config = node.context.config as { fetchFrom?: readonly string[] };
    const before = config.fetchFrom;
    config.fetchFrom = hosts;
    try {
      return await work();
    } finally {
      config.fetchFrom = before ?? [];
    }
  }

  test('at a host that the operator has named, the node fetches the request and posts the answer itself', async () => {
    const { grower, digest, uri, id } = await orderAsked();
    const [first, second] = await whileNamed([new URL(node.url).hostname], async () => {
      const { body } = await grower.post<{ request: string }>('/api/openid4vp/read', { request: uri });
      const answer = () =>
        grower.post<{ delivery: VerifierDelivery }>('/api/openid4vp/answers', {
          ...{ request: body.request, credentials: [{ query: 'order', digest }], send: true },
        });
      return [await answer(), await answer()] as const;
    });
    assert.deepEqual(first.body.delivery, { sent: true, status: 200, answer: '{}', refusals: [] });
    assert.equal((await read(id)).state, 'answered');
    const { delivery } = second.body;
    assert.equal(delivery.status, 409);
    assert.deepEqual(
      delivery.refusals.map(({ code }) => code),
      ['NODE_VERIFIER_REFUSED'],
    );
    assert.match(delivery.refusals[0]?.message ?? '', /answered before/);
  });

  test('any other host is refused by name, the answer stays with whoever signed it', async () => {
    const { grower, digest, uri, id } = await orderAsked();
    assert.deepEqual((await grower.post('/api/openid4vp/read', { request: uri })).codes, [
      'NODE_VERIFIER_HOST',
    ]);
    assert.deepEqual((await grower.post('/api/openid4vp/read', { request: 'openid4vp://?x=1' })).codes, [
      'NODE_VERIFIER_REQUEST',
    ]);
    const { body: object } = await node.anonymous.get<string>(`/openid4vp/${id}/request`);
    const { body } = await grower.post<{ form: object; delivery: VerifierDelivery }>(
      '/api/openid4vp/answers',
      { request: object, credentials: [{ query: 'order', digest }], send: true },
    );
    assert.equal(body.delivery.sent, false);
    assert.deepEqual(
      body.delivery.refusals.map(({ code }) => code),
      ['NODE_VERIFIER_HOST'],
    );
    assert.ok('vp_token' in body.form);
    assert.equal((await read(id)).state, 'open');
  });

  test('a verifier that does not answer is named', async () => {
    const { grower } = await orderAsked();
    const nobody = 'https://localhost:9/request';
    const { codes } = await whileNamed(['localhost'], () =>
      grower.post('/api/openid4vp/read', { request: nobody }),
    );
    assert.deepEqual(codes, ['NODE_VERIFIER_UNREACHABLE']);
  });

  test('an altered request, a query that was not asked and a credential not held are refused', async () => {
    const grower = await node.as('grower-signer');
    const request = await ask();
    const { body: object } = await node.anonymous.get<string>(`/openid4vp/${request.id}/request`);
    const [head = '', body = '', signature = ''] = object.split('.');
    const altered = [head, `${body.slice(0, -4)}AAAA`, signature].join('.');
    const digest = `sha256:${'0'.repeat(64)}`;
    const send = async (text: string, query: string) =>
      (await grower.post('/api/openid4vp/answers', { request: text, credentials: [{ query, digest }] }))
        .codes;
    assert.deepEqual(await send(altered, 'mill'), ['NODE_VERIFIER_REQUEST']);
    assert.deepEqual(await send('text', 'mill'), ['NODE_VERIFIER_REQUEST']);
    assert.deepEqual(await send(object, 'other'), ['NODE_VERIFIER_QUERY']);
    assert.deepEqual(await send(object, 'mill'), ['NODE_PRESENT_UNKNOWN']);
  });
});
