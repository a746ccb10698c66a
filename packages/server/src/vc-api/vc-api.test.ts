import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import type { StatusListView, UnverifiedAnswer, VcIssuer, VerifiedAnswer } from '@portolan/contract';
import { toMultikey } from '@portolan/credentials';
import type { JsonObject } from '@portolan/kernel';
import { generateEd25519 } from '@portolan/kernel/node';
import { webvhHistory } from '../credentials/testing/webvh.ts';
import { learnKeys } from '../credentials/trust/learn-keys.ts';
import type { Client } from '../testing/client.ts';
import { type TestNode, testNode } from '../testing/node.ts';

let node: TestNode;
let issuers: ReadonlyMap<string, VcIssuer>;

before(async () => {
  node = await testNode({ sample: 'seats' });
  const { body } = await node.anonymous.get<{ items: VcIssuer[] }>('/issuers');
  issuers = new Map(body.items.map((issuer) => [issuer.name, issuer]));
});
after(() => node.close());

/** Either answer of a verifier. */
type Verdict = Omit<VerifiedAnswer, 'verified' | 'problemDetails'> &
  Omit<UnverifiedAnswer, 'verified'> & { readonly verified: boolean };
type Issued = { readonly verifiableCredential: JsonObject };

/** A credential of the base context alone, to be issued under a name. */
function sample(name: string, more: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `urn:uuid:${randomUUID()}`,
    type: ['VerifiableCredential'],
    issuer: issuers.get(name)?.id ?? '',
    name: 'Sample mill test report',
    description: 'Heat 4711',
    credentialSubject: { id: 'did:example:heat-4711', name: 'Plate', description: 'Sixteen plates' },
    ...more,
  };
}

async function issue(name: string, credential: JsonObject, options: JsonObject = {}): Promise<JsonObject> {
  const answer = await node.anonymous.post<Issued>(`/issuers/${name}-status/credentials/issue`, {
    credential,
    options,
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.verifiableCredential;
}

async function refusedIssue(body: unknown, path = '/credentials/issue', client: Client = node.anonymous) {
  const { status, codes } = await client.post(path, body);
  assert.ok(status === 400 || status === 422, `${status}`);
  return codes;
}

const verify = (verifiableCredential: unknown, options: object = {}) =>
  node.anonymous.post<Verdict>('/credentials/verify', {
    verifiableCredential,
    options,
  });

const selective = new Set(['ecdsa-sd-2023', 'bbs-2023']);

/** What a verifier is shown: of the selective forms a derivation. */
async function shown(name: string, issued: JsonObject): Promise<JsonObject> {
  if (!selective.has(name)) return issued;
  const answer = await node.anonymous.post<Issued>('/credentials/derive', {
    verifiableCredential: issued,
    options: { selectivePointers: ['/credentialSubject/name'] },
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.verifiableCredential;
}

suite('every form', () => {
  test('has an issuer of its own, a did:key', () => {
    assert.deepEqual([...issuers.keys()].toSorted(), [
      'bbs-2023',
      'ecdsa-jcs-2019',
      'ecdsa-jcs-2019-p384',
      'ecdsa-rdfc-2019',
      'ecdsa-rdfc-2019-p384',
      'ecdsa-sd-2023',
      'eddsa-jcs-2022',
      'eddsa-rdfc-2022',
      'vc-jwt',
      'vc-jwt-p256',
      'vc-jwt-p384',
      'vc-sd-jwt',
      'vc-sd-jwt-p256',
      'vc-sd-jwt-p384',
    ]);
    assert.equal(new Set([...issuers.values()].map(({ id }) => id)).size, issuers.size);
    for (const { id } of issuers.values()) assert.match(id, /^did:key:z/);
  });

  test('issues with a status, verifies, and is refused when altered or revoked', async () => {
    for (const name of issuers.keys()) {
      const mandatoryPointers = selective.has(name) ? { mandatoryPointers: ['/issuer'] } : {};
      const credential = sample(name);
      const issued = await issue(name, credential, mandatoryPointers);
      const good = await shown(name, issued);
      const answer = await verify(good);
      assert.equal(answer.status, 200, `${name}: ${JSON.stringify(answer.body)}`);
      assert.equal(answer.body.verified, true);
      const text = JSON.stringify(good);
      const altered = name.startsWith('vc-')
        ? text.replace(/\.(\w)/, (_, letter) => `.${letter === 'e' ? 'f' : 'e'}`)
        : text.replace('Plate', 'Plaxe');
      const bad = await verify(JSON.parse(altered));
      assert.deepEqual([bad.status, bad.body.verified], [400, false], name);
      const change = {
        credentialId: credential.id,
        credentialStatus: { statusPurpose: 'revocation' },
        status: true,
      };
      assert.equal((await node.anonymous.post('/credentials/status', change)).status, 200, name);
      const revoked = await verify(good);
      assert.deepEqual([revoked.status, revoked.codes], [400, ['CRED_REVOKED']], name);
      assert.equal((await verify(good, { checks: ['proof'] })).status, 200, name);
    }
  });

  test('tokens come enveloped, and verify also bare', async () => {
    const issued = await issue('vc-jwt', sample('vc-jwt'));
    assert.equal(issued.type, 'EnvelopedVerifiableCredential');
    const [, token = ''] = /^data:application\/vc\+jwt,(.+)$/.exec(String(issued.id)) ?? [];
    assert.equal((await verify(token)).status, 200);
  });
});

suite('issuing', () => {
  test('the plain address finds the issuer by the identifier that the credential names', async () => {
    for (const name of ['eddsa-jcs-2022', 'ecdsa-rdfc-2019']) {
      const { body } = await node.anonymous.post<Issued>('/credentials/issue', { credential: sample(name) });
      assert.equal((body.verifiableCredential.proof as JsonObject).cryptosuite, name);
    }
    const { id } = issuers.get('ecdsa-jcs-2019') as VcIssuer;
    const named = {
      credential: sample('', { issuer: { id, name: 'Sample mill' } }),
      options: { cryptosuite: 'ecdsa-jcs-2019' },
    };
    assert.equal((await node.anonymous.post('/credentials/issue', named)).status, 201);
  });

  test('adds the status itself where the endpoint has lists, keeps one that was brought, and leaves it out when told', async () => {
    const own = { id: 'https://sample.example/status/1', type: 'https://sample.example/OtherStatus' };
    const kept = await issue('eddsa-jcs-2022', sample('eddsa-jcs-2022', { credentialStatus: own }));
    assert.deepEqual(kept.credentialStatus, own);
    const none = await issue('eddsa-jcs-2022', sample('eddsa-jcs-2022'), { credentialStatus: false });
    assert.equal(none.credentialStatus, undefined);
    const { body } = await node.anonymous.post<Issued>('/issuers/eddsa-jcs-2022/credentials/issue', {
      credential: sample('eddsa-jcs-2022'),
    });
    assert.equal(body.verifiableCredential.credentialStatus, undefined);
    const usual = await issue('eddsa-jcs-2022', sample('eddsa-jcs-2022'));
    assert.deepEqual(
      (usual.credentialStatus as JsonObject[]).map(({ type, statusPurpose }) => [type, statusPurpose]),
      [
        ['BitstringStatusListEntry', 'revocation'],
        ['BitstringStatusListEntry', 'suspension'],
      ],
    );
  });

  test('refuses each fault with 400 or 422 and its code', async () => {
    const name = 'eddsa-rdfc-2022';
    const without = (member: string) => {
      const { [member]: _, ...rest } = sample(name);
      return { credential: rest };
    };
    for (const member of ['@context', 'type', 'issuer', 'credentialSubject'])
      assert.ok((await refusedIssue(without(member))).length > 0, member);
    const wrong: readonly [JsonObject, string][] = [
      [{ issuer: 'did:key:z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj' }, 'NODE_VC_ISSUER_FOREIGN'],
      [{ proof: {} }, 'NODE_VC_SIGNED_ALREADY'],
      [
        { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://unknown.example/v1'] },
        'CRED_CONTEXT_UNKNOWN',
      ],
      [{ unheardOf: 'x' }, 'CRED_TERM_UNKNOWN'],
      [{ validFrom: 'yesterday' }, 'CRED_DATE_MALFORMED'],
      [{ type: ['Sample'] }, 'CRED_MALFORMED'],
      [{ credentialSubject: {} }, 'CRED_MALFORMED'],
    ];
    for (const [more, code] of wrong)
      assert.ok((await refusedIssue({ credential: sample(name, more) })).includes(code), code);
    assert.deepEqual(await refusedIssue({ verifiableCredential: sample(name) }), ['NODE_VC_BODY']);
    assert.deepEqual(
      await refusedIssue({ credential: sample(name), options: { mandatoryPointers: ['x'] } }),
      ['NODE_VC_OPTION'],
    );
    assert.deepEqual(await refusedIssue({ credential: sample(name) }, '/issuers/none/credentials/issue'), [
      'NODE_VC_ISSUER_UNKNOWN',
    ]);
  });

  test('a refused credential takes no place on a list', async () => {
    const count = async () =>
      (await node.context.pool.query('select count(*)::int as taken from vc_status_entries')).rows[0].taken;
    const before = await count();
    await refusedIssue(
      { credential: sample('eddsa-jcs-2022', { unheardOf: 'x' }) },
      '/issuers/eddsa-jcs-2022/credentials/issue',
    );
    assert.equal(await count(), before);
  });
});

suite('verifying', () => {
  test('what is no credential is refused, whatever it is, with verified false', async () => {
    for (const value of [{}, 'text', '', { proof: {} }, sample('eddsa-jcs-2022'), null, 7, [], true]) {
      const { status, body } = await verify(value);
      assert.deepEqual([status, body.verified], [400, false], JSON.stringify(value));
      assert.ok(body.problemDetails.length > 0);
    }
    const bad = await node.anonymous.post<UnverifiedAnswer>(
      '/credentials/verify',
      '{"verifiableCredential":',
    );
    assert.deepEqual([bad.status, bad.body.verified], [400, false]);
    const doubled = await node.anonymous.post<UnverifiedAnswer>('/credentials/verify', '{"a":1,"a":2}');
    assert.deepEqual([doubled.status, doubled.body.verified], [400, false]);
  });

  test('a proof set verifies as a whole, and fails with one bad member', async () => {
    const issued = await issue('eddsa-jcs-2022', sample('eddsa-jcs-2022'), { credentialStatus: false });
    const proof = issued.proof as JsonObject;
    const copy = { ...proof, proofValue: `z${'3'.repeat(87)}` };
    assert.equal((await verify({ ...issued, proof: [proof] })).status, 200);
    assert.equal((await verify({ ...issued, proof: [proof, copy] })).status, 400);
    assert.equal((await verify({ ...issued, proof: [] })).status, 400);
  });

  test('a status of a list that is not at hand is refused unless only the proof is asked for', async () => {
    const entry = {
      id: 'https://elsewhere.example/status/1#7',
      ...{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7' },
      statusListCredential: 'https://elsewhere.example/status/1',
    };
    const issued = await issue('eddsa-jcs-2022', sample('eddsa-jcs-2022', { credentialStatus: entry }));
    assert.deepEqual((await verify(issued)).codes, ['CRED_STATUS_UNKNOWN']);
    assert.equal((await verify(issued, { checks: ['proof'] })).status, 200);
  });
});

suite('status', () => {
  test('the list is published signed, with how long a copy speaks', async () => {
    const issued = await issue('ecdsa-sd-2023', sample('ecdsa-sd-2023'), { mandatoryPointers: ['/issuer'] });
    const [{ statusListCredential } = {}] = issued.credentialStatus as JsonObject[];
    const { pathname } = new URL(String(statusListCredential));
    const { status, headers, body: text } = await node.anonymous.get<string>(pathname);
    const body = JSON.parse(text) as JsonObject;
    assert.equal(status, 200);
    assert.equal(headers.get('cache-control'), 'public, max-age=60');
    assert.equal(body.id, statusListCredential);
    assert.equal((body.credentialSubject as JsonObject).ttl, 60_000);
    assert.equal((await verify(body)).status, 200);
    assert.equal((await node.anonymous.get('/status-lists/none/revocation')).status, 404);
  });

  test('suspension comes and goes, revocation stays', async () => {
    const credential = sample('eddsa-jcs-2022');
    const issued = await issue('eddsa-jcs-2022', credential);
    const set = (statusPurpose: string, status: unknown) =>
      node.anonymous.post('/credentials/status', {
        credentialId: credential.id,
        credentialStatus: { statusPurpose },
        status,
      });
    assert.equal((await set('suspension', true)).status, 200);
    assert.deepEqual((await verify(issued)).codes, ['CRED_SUSPENDED']);
    assert.equal((await set('suspension', false)).status, 200);
    assert.equal((await verify(issued)).status, 200);
    assert.equal((await set('revocation', '1')).status, 200);
    assert.deepEqual((await set('revocation', false)).codes, ['NODE_VC_REVOCATION_FINAL']);
    assert.deepEqual((await set('message', 1)).codes, ['NODE_VC_STATUS_UNKNOWN']);
    assert.deepEqual((await set('suspension', 2)).codes, ['NODE_VC_STATUS_VALUE']);
  });

  for (const name of ['ecdsa-sd-2023', 'bbs-2023'])
    test(`${name}: a holder hides neither issuer nor dates nor a revocation, whatever the issuer left out`, async () => {
      const credential = sample(name, { validUntil: '2099-01-01T00:00:00Z' });
      const issued = await issue(name, credential);
      const derived = await node.anonymous.post<Issued>('/credentials/derive', {
        verifiableCredential: issued,
        options: { selectivePointers: ['/credentialSubject'] },
      });
      assert.equal(derived.status, 201);
      const shown = derived.body.verifiableCredential;
      for (const member of ['issuer', 'validUntil', 'credentialStatus'])
        assert.deepEqual(shown[member], issued[member], member);
      assert.equal((await verify(shown)).status, 200);
      const change = {
        ...{ credentialId: credential.id, credentialStatus: { statusPurpose: 'revocation' } },
        status: true,
      };
      assert.equal((await node.anonymous.post('/credentials/status', change)).status, 200);
      assert.deepEqual((await verify(shown)).codes, ['CRED_REVOKED']);
    });

  test('messages of several bits and refresh are told beside the verdict', async () => {
    const statusMessage = ['on hand', 'loaded', 'under way', 'delivered'].map((message, index) => ({
      status: `0x${index}`,
      message,
    }));
    const credential = sample('eddsa-rdfc-2022');
    const issued = await issue('eddsa-rdfc-2022', credential, {
      credentialStatus: [
        { statusPurpose: 'message', statusSize: 2, statusMessage },
        { statusPurpose: 'refresh' },
      ],
    });
    const change = { credentialId: credential.id, credentialStatus: { statusPurpose: 'message' }, status: 3 };
    assert.equal((await node.anonymous.post('/credentials/status', change)).status, 200);
    const { body } = await verify(issued);
    assert.deepEqual(body.credentialStatus, [
      { statusPurpose: 'message', status: 3, message: 'delivered' },
      { statusPurpose: 'refresh', status: 0 },
    ]);
    const short = { credentialStatus: { statusPurpose: 'message', statusSize: 2, statusMessage: [] } };
    assert.deepEqual(await refusedIssue({ credential: sample('eddsa-rdfc-2022'), options: short }), [
      'NODE_VC_STATUS_ENTRY',
    ]);
  });
});

suite('the lists of an organization', () => {
  test('say for what they are, how full and what is set, of one bit and of several', async () => {
    const broker = await node.as('broker-filer');
    const own = (await broker.get<{ items: VcIssuer[] }>('/issuers')).body.items;
    const issuer = own.find(({ name }) => name === 'eddsa-jcs-2022')?.id ?? '';
    const statusMessage = ['on hand', 'loaded', 'under way', 'delivered'].map((message, index) => ({
      status: `0x${index}`,
      message,
    }));
    const credential = sample('eddsa-jcs-2022', { issuer });
    const credentialStatus = [
      { statusPurpose: 'refresh' },
      { statusPurpose: 'message', statusSize: 2, statusMessage },
    ];
    const issued = await broker.post('/credentials/issue', { credential, options: { credentialStatus } });
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    const change = { credentialId: credential.id, credentialStatus: { statusPurpose: 'message' }, status: 3 };
    assert.equal((await broker.post('/credentials/status', change)).status, 200);
    const { body } = await broker.get<{ items: StatusListView[] }>('/api/status-lists');
    const told = body.items
      .filter(({ purpose }) => purpose === 'refresh' || purpose === 'message')
      .map(({ purpose, size, entries, taken, set, form }) => [purpose, size, entries, taken, set, form]);
    assert.deepEqual(told.toSorted(), [
      ['message', 2, 131_072, 1, 1, 'eddsa-jcs-2022'],
      ['refresh', 1, 131_072, 1, 0, 'eddsa-jcs-2022'],
    ]);
    for (const { address } of body.items) assert.match(address, /^https?:/);
    const importer = await node.as('importer-filer');
    const other = await importer.get<{ items: StatusListView[] }>('/api/status-lists');
    assert.ok(other.body.items.every((list) => list.purpose !== 'message'));
  });
});

suite('access', () => {
  test('a member issues under the keys of the own organization', async () => {
    const broker = await node.as('broker-filer');
    const { body } = await broker.get<{ items: VcIssuer[] }>('/issuers');
    const own = body.items.find(({ name }) => name === 'eddsa-jcs-2022');
    assert.notEqual(own?.id, issuers.get('eddsa-jcs-2022')?.id);
    const credential = sample('eddsa-jcs-2022', { issuer: own?.id ?? '' });
    assert.equal((await broker.post('/credentials/issue', { credential })).status, 201);
    assert.deepEqual(await refusedIssue({ credential }), ['NODE_VC_ISSUER_FOREIGN']);
    const change = { credentialId: credential.id, credentialStatus: { statusPurpose: 'revocation' } };
    assert.equal((await node.anonymous.post('/credentials/status', change)).status, 404);
    assert.equal((await broker.post('/credentials/status', change)).status, 200);
  });

  test('with tokens only nobody else gets in; off is off', async () => {
    const { config } = node.context;
    const ask = async (vcApi: 'token' | 'off') => {
      Object.assign(config, { vcApi });
      const { status } = await node.anonymous.get('/issuers');
      Object.assign(config, { vcApi: 'open' });
      return status;
    };
    assert.equal(await ask('token'), 401);
    assert.equal(await ask('off'), 404);
  });
});

suite('resolution over HTTP', () => {
  type Result = Readonly<
    Record<'didDocument' | 'didResolutionMetadata' | 'didDereferencingMetadata', JsonObject>
  >;
  const did = 'did:key:z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b';
  const method = `${did}#${did.slice('did:key:'.length)}`;
  const resolve = (text: string, query = '', client: Client = node.anonymous) =>
    client.get<Result>(`/1.0/identifiers/${encodeURIComponent(text)}${query}`);

  test('a did:key resolves to its document, and its key is found by name', async () => {
    const { status, body } = await resolve(did);
    assert.deepEqual([status, body.didDocument.id, body.didDocument.assertionMethod], [200, did, [method]]);
    const part = await resolve(method);
    assert.deepEqual([part.status, part.body.didDocument.controller], [200, did]);
    assert.equal((await resolve(`${did}#other`)).body.didDereferencingMetadata.error, 'notFound');
  });

  /** The first five are cases of the did:key test suite of the W3C CCG. */
  test('what is no identifier, no key or no method of ours is said in the words of the standard', async () => {
    const cases: readonly [string, string, number, string][] = [
      [did.replace('did:', 'notDid:'), '', 400, 'invalidDid'],
      [did.replace('key:', 'key:-4:'), '', 400, 'invalidDid'],
      ['did:key:@', '', 400, 'invalidDid'],
      ['did:key:zTjsVPtY', '', 400, 'invalidPublicKeyLength'],
      [did, '?publicKeyFormat=unknown', 400, 'unsupportedPublicKeyType'],
      [did.replace('key', 'experimental'), '', 501, 'methodNotSupported'],
      [did, '?versionId=1-x', 400, 'invalidOptions'],
      [did, '?versionTime=yesterday', 400, 'invalidOptions'],
      ['did:web:mill.example', '', 404, 'notFound'],
      ['did:jwk:e30', '', 400, 'invalidDid'],
    ];
    for (const [text, query, status, error] of cases) {
      const answer = await resolve(text, query);
      assert.deepEqual([answer.status, answer.body.didResolutionMetadata.error], [status, error], text);
    }
    const named = await resolve(`${did}/^bar^/?query=\`#x`);
    assert.equal(named.body.didDereferencingMetadata.error, 'invalidDidUrl');
    const format = await resolve(method, '?publicKeyFormat=Ed25519VerificationKey2018');
    assert.equal(format.body.didDereferencingMetadata.error, 'invalidPublicKeyType');
  });

  test('keys that followed each other are given as of the time that is asked for', async () => {
    const [first, second] = [generateEd25519(), generateEd25519()];
    const { did: mill, log } = await webvhHistory('mill.example', [
      { time: '2026-01-01T00:00:00Z', key: first, next: second },
      { time: '2026-03-01T00:00:00Z', key: second, next: first },
    ]);
    const learned = await learnKeys(node.context, mill, { document: log });
    assert.ok(learned.ok, JSON.stringify(learned));
    const keysAt = async (query: string) =>
      ((await resolve(mill, query)).body.didDocument.verificationMethod as JsonObject[]).map(
        ({ publicKeyMultibase }) => publicKeyMultibase,
      );
    assert.deepEqual(await keysAt('?versionTime=2026-02-01T00:00:00Z'), [toMultikey(first.publicKey)]);
    assert.deepEqual(await keysAt(''), [toMultikey(second.publicKey)]);
  });
});
