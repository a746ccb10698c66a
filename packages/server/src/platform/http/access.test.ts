import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { addSeconds, expectOk, instant } from '@portolan/kernel';
import { createClient } from '../../testing/client.ts';
import { type TestNode, testNode } from '../../testing/node.ts';
import { sessionClient } from '../../testing/sign-in.ts';
import { addMember, listMembers, removeMember } from '../admin/members.ts';
import { tenantBySlug } from '../admin/tenants.ts';
import { addToken, type NewToken, revokeToken } from '../admin/tokens.ts';
import { sampleMemberId } from '../sample/seats.ts';

let now = instant('2026-06-12T12:00:00.000Z');
let node: TestNode;

before(async () => {
  node = await testNode({ sample: 'seats', clock: { now: () => now } });
});
after(() => node.close());

async function newToken(more: Partial<NewToken> = {}) {
  const token = {
    tenant: 'broker',
    memberId: sampleMemberId('broker-filer'),
    label: 'test',
    scopes: ['read'] as const,
  };
  return expectOk(await addToken(node.context, { ...token, ...more }));
}

const bearer = (token: string) => createClient(node.url, { authorization: `Bearer ${token}` });

suite('deny by default', () => {
  test('every described route that is not public refuses who is not signed in', async () => {
    type Operation = { readonly security?: readonly unknown[] };
    const { body } = await node.anonymous.get<{ paths: Record<string, Record<string, Operation>> }>(
      '/api/openapi.json',
    );
    const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => ({
        path,
        method,
        open: security?.length === 0,
      })),
    );
    const closed = operations.filter(({ open }) => !open);
    assert.ok(closed.length > 10);
    for (const { path, method } of closed) {
      const url = new URL(path.replace(/\{\w+\}/g, 'x'), node.url);
      const answer = await fetch(url, { method: method.toUpperCase() });
      assert.equal(answer.status, 401, `${method} ${path}`);
    }
    const open = operations
      .filter((operation) => operation.open)
      .map(({ method, path }) => `${method} ${path}`);
    for (const route of ['get /health', 'get /api/session', 'post /api/inbox', 'get /api/log'])
      assert.ok(open.includes(route), route);
    for (const { path, open: isOpen } of operations)
      assert.ok(!isOpen || !/drafts|entries|requests|work|queue/.test(path), path);
  });

  test('an address that does not exist looks like one that needs signing in', async () => {
    for (const path of ['/api/nothing', '/api/entries/../nothing', '/api', '/log/nothing/here'])
      assert.deepEqual((await node.anonymous.get(path)).codes, ['NODE_SIGN_IN_REQUIRED'], path);
    assert.deepEqual((await node.anonymous.send('DELETE', '/anything')).codes, ['NODE_SIGN_IN_REQUIRED']);
    const broker = await node.as('broker-filer');
    assert.deepEqual((await broker.get('/api/nothing')).codes, ['NODE_NOT_FOUND']);
  });

  test('a made-up, cut-off or foreign bearer token is refused even where nobody needs to sign in', async () => {
    const { token } = await newToken();
    for (const wrong of ['', 'x', token.slice(0, -1), `${token}x`, token.replace('pat.', 'pss.')])
      assert.deepEqual((await bearer(wrong).get('/api/session')).codes, ['NODE_TOKEN_INVALID'], wrong);
    const basic = createClient(node.url, { authorization: `Basic ${token}` });
    assert.deepEqual((await basic.get('/api/session')).codes, ['NODE_TOKEN_INVALID']);
  });
});

suite('bearer tokens', () => {
  test('act as their member, within their scopes, without an Origin', async () => {
    const { token } = await newToken({ scopes: ['read'] });
    const { body } = await bearer(token).get<{ member: { id: string }; tenant: { slug: string } }>(
      '/api/session',
    );
    assert.equal(body.member.id, sampleMemberId('broker-filer'));
    assert.equal(body.tenant.slug, 'broker');
    assert.equal((await bearer(token).get('/api/nothing')).status, 404);
    assert.deepEqual((await bearer(token).post('/api/nothing', {})).codes, ['NODE_SCOPE_REQUIRED']);
    const { token: may } = await newToken({ scopes: ['read', 'file'] });
    assert.deepEqual((await bearer(may).post('/api/nothing', {})).codes, ['NODE_NOT_FOUND']);
  });

  test('are stored as a digest only, and shown once', async () => {
    const { token } = await newToken();
    const { rows } = await node.context.pool.query('select * from api_tokens');
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(token.split('.')[2] as string));
  });

  test('end when they expire, are withdrawn, or their member leaves', async () => {
    const expiring = await newToken({ expiresAt: addSeconds(now, 60) });
    assert.equal((await bearer(expiring.token).get('/api/session')).status, 200);
    now = addSeconds(now, 61);
    assert.equal((await bearer(expiring.token).get('/api/session')).status, 401);

    const withdrawn = await newToken();
    expectOk(await revokeToken(node.context, 'broker', withdrawn.id));
    assert.equal((await bearer(withdrawn.token).get('/api/session')).status, 401);

    const { member } = expectOk(
      await addMember(node.context, { tenant: 'broker', name: 'Sample Leaver', role: 'filer' }),
    );
    const theirs = await newToken({ memberId: member.id });
    assert.equal((await bearer(theirs.token).get('/api/session')).status, 200);
    expectOk(await removeMember(node.context, 'broker', member.id));
    assert.equal((await bearer(theirs.token).get('/api/session')).status, 401);
  });

  test("are not made for another tenant's member, and another tenant cannot withdraw them", async () => {
    const wrong = await addToken(node.context, {
      ...{ tenant: 'importer', memberId: sampleMemberId('broker-filer'), label: 'x', scopes: ['read'] },
    });
    assert.ok(!wrong.ok);
    assert.equal(wrong.refusals[0]?.code, 'NODE_MEMBER_UNKNOWN');
    const { id, token } = await newToken();
    assert.ok(!(await revokeToken(node.context, 'importer', id)).ok);
    assert.equal((await bearer(token).get('/api/session')).status, 200);
  });

  test('of one tenant cannot be turned into one of another by renaming the tenant in it', async () => {
    const { token } = await newToken();
    const importer = expectOk(await tenantBySlug(node.context.pool, 'importer'));
    const [kind, , secret] = token.split('.');
    const forged = `${kind}.${Buffer.from(importer.id.replaceAll('-', ''), 'hex').toString('base64url')}.${secret}`;
    assert.deepEqual((await bearer(forged).get('/api/session')).codes, ['NODE_TOKEN_INVALID']);
  });
});

suite('access keys', () => {
  test('sign their member in; a wrong one does not, and is not told why', async () => {
    const { member, accessKey } = expectOk(
      await addMember(node.context, { tenant: 'importer', name: 'Sample Newcomer', role: 'viewer' }),
    );
    const answer = await node.anonymous.post<{ member: { id: string } }>('/api/session', { accessKey });
    assert.equal(answer.body.member.id, member.id);
    const signedIn = sessionClient(node.url, answer);
    assert.equal((await signedIn.get<{ member: { id: string } }>('/api/session')).body.member.id, member.id);

    const altered = accessKey.slice(0, -1) + (accessKey.endsWith('A') ? 'B' : 'A');
    for (const wrong of [altered, 'pak.x.y.z', 'nonsense'])
      assert.deepEqual((await node.anonymous.post('/api/session', { accessKey: wrong })).codes, [
        'NODE_SIGN_IN_FAILED',
      ]);
    const { rows } = await node.context.pool.query('select * from access_keys');
    assert.ok(!JSON.stringify(rows).includes(accessKey.split('.')[3] as string));
  });

  test('after ten failures with one key the eleventh attempt waits, even with the right key', async () => {
    const { accessKey } = expectOk(
      await addMember(node.context, { tenant: 'importer', name: 'Sample Attacked', role: 'viewer' }),
    );
    const wrong = accessKey.slice(0, -3).concat('AAA');
    for (let attempt = 0; attempt < 10; attempt += 1)
      await node.anonymous.post('/api/session', { accessKey: wrong });
    const limited = await node.anonymous.post('/api/session', { accessKey });
    assert.equal(limited.status, 429);
    assert.deepEqual(limited.codes, ['NODE_SIGN_IN_LIMIT']);
  });
});

suite('sessions', () => {
  test('the cookie is out of reach of scripts and of other sites, and is stored as a digest', async () => {
    const answer = await node.anonymous.post('/api/session', { member: sampleMemberId('broker-filer') });
    const [cookie = ''] = answer.headers.getSetCookie();
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Strict/);
    assert.match(cookie, /^portolan_[0-9a-f]{8}=pss\./);
    const { rows } = await node.context.pool.query('select * from sessions');
    assert.ok(!JSON.stringify(rows).includes(cookie.split(';')[0]?.split('.')[2] as string));
  });

  test('end when one signs out, and after twelve hours', async () => {
    const leaving = await node.as('broker-filer');
    await leaving.send('DELETE', '/api/session');
    assert.equal((await leaving.get('/api/session')).body, null);
    const staying = await node.as('broker-filer');
    now = addSeconds(now, 12 * 3600 + 1);
    assert.equal((await staying.get('/api/session')).body, null);
  });

  test("do not carry over to another tenant's people", async () => {
    const grower = await node.as('grower-signer');
    const { body } = await grower.get<{ tenant: { slug: string } }>('/api/session');
    assert.equal(body.tenant.slug, 'grower');
    const members = await listMembers(
      node.context.pool,
      expectOk(await tenantBySlug(node.context.pool, 'grower')).id,
    );
    assert.deepEqual(
      members.map(({ id }) => id),
      [sampleMemberId('grower-signer')],
    );
  });
});

suite('requests from other web sites', () => {
  test('a change that a browser was made to send from elsewhere is refused', async () => {
    const broker = await node.as('broker-filer');
    for (const origin of ['https://elsewhere.example', 'null', node.url.replace('127.0.0.1', 'localhost')])
      assert.deepEqual(
        (await broker.post('/api/nothing', {}, { origin })).codes,
        ['NODE_ORIGIN_REFUSED'],
        origin,
      );
    const bare = await fetch(`${node.url}/api/nothing`, { method: 'POST', headers: broker.headers });
    assert.equal(bare.status, 403);
    assert.deepEqual((await broker.post('/api/nothing', {})).codes, ['NODE_NOT_FOUND']);
  });

  test('nobody can be signed in from elsewhere', async () => {
    const body = { member: sampleMemberId('broker-filer') };
    const answer = await node.anonymous.post('/api/session', body, { origin: 'https://elsewhere.example' });
    assert.deepEqual(answer.codes, ['NODE_ORIGIN_REFUSED']);
  });
});
