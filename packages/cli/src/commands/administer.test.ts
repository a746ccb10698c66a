import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { didDocumentOf, toMultikey } from '@portolan/credentials';
import { generateEd25519, nodeCrypto } from '@portolan/kernel/node';
import { formatNoteKey, noteKey } from '@portolan/ledger';
import { type TestNode, testNode } from '@portolan/server/testing';
import { runPortolan } from '../testing/run-portolan.ts';

/** The operator's commands, on the database of a running node that keeps its key outside its data folder. */
describe('portolan tenant, member, token and key', () => {
  const passphrase = 'the operator keeps this outside the data folder';
  let node: TestNode;
  before(async () => {
    node = await testNode({ sample: false, config: { passphrase } });
  });
  after(() => node.close());
  const operate = (...args: string[]) =>
    runPortolan([...args, '--data', join(node.folder, 'data')], {
      DATABASE_URL: node.database.url,
      PORTOLAN_PASSPHRASE: passphrase,
    });

  it('enters a party of another node with its keys, and asks no host that nobody named', async () => {
    const did = 'did:web:customs.example';
    const enter = (url: string, ...more: string[]) =>
      operate('peer', 'add', did, '--name', 'Sample Customs', '--kind', 'agency', '--url', url, ...more);
    assert.match((await enter('file:///etc/passwd')).error, /NODE_PEER_ADDRESS/);
    assert.match((await enter('https://elsewhere.example')).error, /NODE_FETCH_DENIED/);
    const method = { id: `${did}#key-1`, publicKeyMultibase: toMultikey(generateEd25519().publicKey) };
    const document = join(node.folder, 'did.json');
    await writeFile(document, JSON.stringify(didDocumentOf('did:web:other.example', [method])));
    assert.match(
      (await enter('https://customs.example', '--document', document)).error,
      /CRED_DID_DOCUMENT_MALFORMED/,
    );
    await writeFile(document, JSON.stringify(didDocumentOf(did, [method])));
    assert.equal((await enter('https://customs.example/portal', '--document', document)).exitCode, 0);
    assert.match(
      (await operate('peer', 'list')).out,
      /Sample Customs +agency +https:\/\/customs\.example +did:web:customs\.example/,
    );
  });

  it('seats an organization and a person, whose token then works at the node until it is withdrawn', async () => {
    const added = await operate(
      'tenant',
      'add',
      'sample-north',
      '--name',
      'Sample North Brokers',
      '--role',
      'broker',
      '--filer-code',
      'A1B',
    );
    assert.equal(added.exitCode, 0, added.error);
    assert.match((await operate('tenant', 'list')).out, /sample-north +Sample North Brokers +trade +broker/);

    const person = await operate(
      'member',
      'add',
      'sample-north',
      '--name',
      'Sample Filer',
      '--role',
      'filer',
      '--json',
    );
    const { member, accessKey } = person.json<{ member: { id: string }; accessKey: string }>();
    assert.ok(accessKey.length > 20);
    assert.match(
      (await operate('member', 'list', 'sample-north')).out,
      new RegExp(`${member.id} +Sample Filer +filer`),
    );

    const made = await operate(
      'token',
      'add',
      'sample-north',
      '--member',
      member.id,
      '--label',
      'test',
      '--json',
    );
    const { id, token } = made.json<{ id: string; token: string }>();
    const entries = () => runPortolan(['entry', '--node', node.url], { PORTOLAN_TOKEN: token });
    assert.equal((await entries()).exitCode, 0);
    assert.equal((await operate('token', 'revoke', 'sample-north', id)).exitCode, 0);
    assert.equal((await entries()).exitCode, 4);
    assert.equal((await operate('member', 'remove', 'sample-north', member.id)).exitCode, 0);
  });

  it('trusts a log of another node by its key, and no longer', async () => {
    const { publicKey } = generateEd25519();
    const key = formatNoteKey(noteKey(nodeCrypto, 'customs.example', publicKey));
    assert.match((await operate('log', 'trust', 'not a key', '--reason', 'x')).error, /NODE_LOG_KEY/);
    const { body: own } = await node.anonymous.get<{ key: string }>('/api/log');
    assert.match((await operate('log', 'trust', own.key, '--reason', 'x')).error, /NODE_LOG_OWN/);
    assert.equal((await operate('log', 'trust', key, '--reason', 'The agency.')).exitCode, 0);
    assert.match((await operate('log', 'list')).out, /customs\.example .* 0 +trusted +The agency\./);
    assert.equal((await operate('log', 'withdraw', 'customs.example')).exitCode, 0);
    assert.match((await operate('log', 'withdraw', 'customs.example')).error, /NODE_LOG_UNKNOWN/);
  });

  it('trusts a witness by its key, hands its log to one, and cosigns the log of another node', async () => {
    const answer = await fetch(`${node.url}/log/witness/key`);
    const own = (await answer.text()).trim();
    const key = formatNoteKey(noteKey(nodeCrypto, 'customs.example', generateEd25519().publicKey));
    const witness = formatNoteKey(
      noteKey(nodeCrypto, 'customs.example/witness', new Uint8Array(32).fill(9), 'cosignature-v1'),
    );
    assert.match(
      (await operate('log', 'trust', witness, '--reason', 'Neutral.')).out,
      /Cosignatures of customs\.example\/witness/,
    );
    const to = ['--to', 'https://customs.example/log/witness'];
    assert.match((await operate('log', 'submit', key, ...to)).error, /NODE_WITNESS_KEY/);
    assert.equal((await operate('log', 'submit', witness, ...to)).exitCode, 0);
    assert.match((await operate('log', 'witness', own, '--reason', 'x')).error, /NODE_LOG_KEY/);
    assert.equal((await operate('log', 'witness', key, '--reason', 'Our agency.')).exitCode, 0);
    const { out } = await operate('log', 'list');
    for (const line of [
      /customs\.example\/witness +witness/,
      /Cosigned here[\s\S]*customs\.example /,
      /Witness of this log[\s\S]*never/,
    ])
      assert.match(out, line);
    assert.equal((await operate('log', 'withdraw', 'customs.example/witness')).exitCode, 0);
    assert.match((await operate('log', 'list')).out, /customs\.example\/witness +https.*withdrawn/);
  });

  it('rotates and revokes keys', async () => {
    // Its name is its key, since the node has no public address.
    assert.match((await operate('key', 'rotate', 'sample-north')).error, /NODE_KEY_IS_NAME/);
    const rotated = await operate('key', 'rotate', 'sample-north', '--new-identifier');
    assert.match(rotated.out, /Tell your peers[\s\S]*Key +key-2/);
    assert.match(
      (await operate('key', 'revoke', 'sample-north', 'key-1', '--reason', 'test')).out,
      /key-1 is revoked/,
    );
  });

  it('gives an issuer of the VC API a new key, which the running node uses at once', async () => {
    const issue = async () => (await node.context.formKeys.key(issuer)).did;
    const issuer = {
      ...{ tenantId: '00000000-0000-0000-0000-000000000000', name: 'bbs-2023' },
      algorithm: 'BLS12-381-G2' as const,
    };
    const before = await issue();
    const rotated = await operate('key', 'rotate-issuer', 'bbs-2023', '--json');
    const { did } = rotated.json<{ did: string }>();
    assert.notEqual(did, before);
    assert.equal(await issue(), did);
    assert.ok(await node.context.formKeys.keyOf(issuer, before), 'the old one still signs its lists');
    const { rows } = await node.context.pool.query(
      "select subject from audit where action = 'issuer.rotate'",
    );
    assert.deepEqual(rows, [{ subject: did }]);
    assert.match((await operate('key', 'rotate-issuer', 'none')).error, /NODE_VC_ISSUER_UNKNOWN/);
    assert.match((await operate('key', 'rotate-issuer', 'vc-jwt', 'nobody')).error, /NODE_TENANT_UNKNOWN/);
  });

  it('refuses what is taken or unknown, and unknown scopes and roles', async () => {
    assert.match((await operate('tenant', 'add', 'sample-north', '--name', 'x')).error, /NODE_TENANT_EXISTS/);
    assert.match((await operate('key', 'rotate', 'nobody')).error, /NODE_TENANT_UNKNOWN/);
    assert.match(
      (await operate('token', 'add', 'sample-north', '--member', 'x', '--label', 'y', '--scope', 'all'))
        .error,
      /CLI_OPTION_INVALID/,
    );
    assert.equal(
      (await operate('member', 'add', 'sample-north', '--name', 'x', '--role', 'king')).exitCode,
      2,
    );
  });
});
