import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { didDocumentOf, signDocument, toMultikey, verifyDocument } from '@portolan/credentials';
import {
  addSeconds,
  type Digest,
  digestJson,
  expectOk,
  type Instant,
  instant,
  type JsonObject,
  utf8,
} from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { formatNoteKey, type NoteSigner, noteKey, type Receipt } from '@portolan/ledger';
import fastify, { type FastifyInstance } from 'fastify';
import { withTransaction } from '../../platform/transaction.ts';
import type { TransparencyLog } from '../../platform/transparency-log.ts';
import { waitUntil } from '../../postgres/wait-until.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { signingTimes } from '../../trade/evidence/signing-times.ts';
import { addTrustedLog, removeTrustedLog } from '../foreign/administer.ts';
import { takeForeignReceipts } from '../foreign/take-receipts.ts';
import { nodeLogId } from '../identity.ts';
import { silent, testDigest, testLog, testSigner } from '../testing/test-log.ts';
import { listWitnessing, submitTo, witnessLog } from './administer.ts';
import { witnessRoutes } from './routes.ts';
import { submitCheckpoint } from './submit.ts';
import { createSubmitter } from './submitter.ts';

const origin = 'mill.example/log';
const logOrigin = 'customs.example/log';

function witnessNamed(name: string): NoteSigner {
  const { publicKey, privateKey } = ed25519FromSeed(nodeCrypto.sha256(utf8(`test witness ${name}`)));
  const key = noteKey(nodeCrypto, name, publicKey, 'cosignature-v1');
  return { key, sign: (message) => signEd25519(privateKey, message) };
}

/** A mill's node hands its log to an agency's node; a third node trusts the agency as a witness, and not the mill's log. */
describe('nodes that witness each other', () => {
  let mill: TestDatabase;
  let customs: TestDatabase;
  let reader: TestDatabase;
  let log: TransparencyLog;
  let app: FastifyInstance;
  let prefix: string;
  let now = instant('2026-06-12T12:00:00.000Z');
  const clock = { now: () => now };
  const tenantId = randomUUID();
  const witnessKey = () => formatNoteKey(witnessNamed(`${logOrigin}/witness`).key);

  before(async () => {
    [mill, customs, reader] = (await Promise.all([testDatabase(), testDatabase(), testDatabase()])) as [
      TestDatabase,
      TestDatabase,
      TestDatabase,
    ];
    log = await testLog(mill.pool, { origin, signer: testSigner(origin), clock });
    await log.start();
    app = fastify();
    const keys = { witnessSigner: async (name: string) => witnessNamed(name) };
    witnessRoutes(app, {
      ...{ pool: customs.pool, crypto: nodeCrypto, clock, settings: { logOrigin } },
      keys,
    } as never);
    await app.listen({ host: '127.0.0.1', port: 0 });
    prefix = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/log/witness`;
  });
  after(async () => {
    await log.stop();
    await app.close();
    for (const database of [mill, customs, reader]) await database.close();
  });

  const admin = ({ pool }: TestDatabase) => ({ pool, clock }) as never;

  async function logged(digest: Digest, at: Instant = now): Promise<string> {
    const [id = ''] = await withTransaction(mill.pool, (tx) =>
      log.append(tx, [{ kind: 'credential', digest, at }]),
    );
    await log.settled([id], 20_000);
    return id;
  }

  /** One attempt of the mill to get its newest checkpoint cosigned; why not, where it was not. */
  async function submit(): Promise<string | undefined> {
    const { witnesses } = await listWitnessing(admin(mill));
    const [witness] = witnesses;
    assert.ok(witness);
    return submitCheckpoint({ pool: mill.pool, crypto: nodeCrypto }, nodeLogId, witness);
  }

  const context = () => ({ pool: reader.pool, crypto: nodeCrypto, clock });
  async function send(receipt: Receipt | undefined, digest: Digest): Promise<void> {
    const receipts = [receipt as unknown as JsonObject];
    await takeForeignReceipts(context() as never, [{ tenantId, digests: new Set([digest]), receipts }]);
  }

  async function signedAt(digest: Digest) {
    const seen = { ...context(), log: { earliest: async () => new Map<Digest, Instant>() } };
    return (await signingTimes(seen as never, tenantId, [digest], { at: now, story: false })).get(digest);
  }

  it('nobody is cosigned, asked or trusted unasked', async () => {
    const key = expectOk(await submitTo(admin(mill), witnessKey(), prefix));
    assert.equal(key.name, `${logOrigin}/witness`);
    await logged(testDigest('before'));
    assert.match((await submit()) ?? '', /answered 404/);
    const [witness] = (await listWitnessing(admin(mill))).witnesses;
    assert.match(witness?.lastError ?? '', /404/);
    const refusal = async (result: Promise<{ ok: boolean; refusals?: readonly { code: string }[] }>) =>
      (await result).refusals?.[0]?.code;
    assert.equal(
      await refusal(submitTo(admin(mill), formatNoteKey(testSigner(origin).key), prefix)),
      'NODE_WITNESS_KEY',
    );
    assert.equal(await refusal(submitTo(admin(mill), witnessKey(), 'ftp://x')), 'NODE_WITNESS_ADDRESS');
    assert.equal(await refusal(witnessLog(admin(customs), witnessKey(), 'x')), 'NODE_LOG_KEY');
    assert.equal(
      await refusal(witnessLog(admin(mill), formatNoteKey(testSigner(origin).key), 'x')),
      'NODE_LOG_OWN',
    );
  });

  it('the witness cosigns what grows, and receipts carry its word from then on', async () => {
    expectOk(await witnessLog(admin(customs), formatNoteKey(testSigner(origin).key), 'A supplier.'));
    const id = await logged(testDigest('first'));
    const bare = await log.receipt(id);
    assert.equal(await submit(), undefined);
    const receipt = await log.receipt(id);
    assert.ok(receipt?.checkpoint.startsWith(bare?.checkpoint ?? '-'), 'the same note with one line more');
    assert.match(receipt?.checkpoint ?? '', /customs\.example\/log\/witness/);
    await logged(testDigest('second'));
    assert.equal(await submit(), undefined, 'with a proof of consistency');
    assert.deepEqual(
      await log.receipt(id),
      receipt,
      'the first cosigned checkpoint stays the one that is shown',
    );
    const [cosigned] = (await listWitnessing(admin(customs))).cosigned;
    assert.deepEqual([cosigned?.origin, cosigned?.size], [origin, 3]);
  });

  it('a witness that has seen more than the log remembers is asked from there', async () => {
    await mill.pool.query('update log_witnesses set size = 0');
    await logged(testDigest('third'));
    assert.equal(await submit(), undefined);
  });

  it('a cosignature of a trusted witness is a signing time; the log itself need not be trusted', async () => {
    const digest = testDigest('sold');
    const id = await logged(digest, addSeconds(now, -86_400));
    const cosignedAt = now;
    assert.equal(await submit(), undefined);
    now = addSeconds(now, 3 * 86_400);
    const receipt = await log.receipt(id);
    await send(receipt, digest);
    assert.deepEqual(
      await signedAt(digest),
      { instant: now, source: 'first-receipt' },
      'nobody is trusted yet',
    );
    const trusted = expectOk(await addTrustedLog(admin(reader), witnessKey(), 'The agency.'));
    assert.equal(trusted.kind, 'witness');
    await send(receipt, digest);
    assert.deepEqual(
      await signedAt(digest),
      { instant: cosignedAt, source: 'witness' },
      'not the day before, as the log says',
    );
    const { rows } = await reader.pool.query("select subject from audit where action = 'witness.trust'");
    assert.deepEqual(rows, [{ subject: `${logOrigin}/witness` }]);
    expectOk(await removeTrustedLog(admin(reader), `${logOrigin}/witness`));
    assert.equal((await signedAt(digest))?.source, 'first-receipt', 'withdrawn, its word counts no longer');
    expectOk(await addTrustedLog(admin(reader), witnessKey(), 'The agency.'));
  });

  it('receipts for something else, without the witness, or from the days to come are passed over', async () => {
    const digest = testDigest('alone');
    const id = await logged(digest);
    await send(await log.receipt(id), digest);
    assert.equal((await signedAt(digest))?.source, 'first-receipt', 'not cosigned');
    now = addSeconds(now, 7200);
    assert.equal(await submit(), undefined);
    now = addSeconds(now, -7200);
    const ahead = await log.receipt(id);
    await send(ahead, digest);
    assert.equal((await signedAt(digest))?.source, 'first-receipt', 'cosigned in two hours');
    now = addSeconds(now, 86_400);
    const other = testDigest('another document');
    await send(ahead, other);
    assert.equal((await signedAt(other))?.source, 'first-receipt');
    await send({ ...(ahead as Receipt), origin: 'other.example/log' }, digest);
    assert.equal((await signedAt(digest))?.source, 'first-receipt', 'said to be of another log');
  });

  it('a stolen key that was revoked gets no time before the theft, whatever its proof and the log state', async () => {
    const { publicKey, privateKey } = ed25519FromSeed(nodeCrypto.sha256(utf8('stolen')));
    const did = 'did:web:mill.example';
    const method = `${did}#key-1`;
    const revoked = now;
    now = addSeconds(now, 86_400);
    const backTo = addSeconds(revoked, -30 * 86_400);
    const signer = {
      did,
      verificationMethod: method,
      sign: (message: Uint8Array) => signEd25519(privateKey, message),
    };
    const forged = await signDocument({ heat: '4711' }, signer, nodeCrypto, { created: backTo });
    const digest = digestJson(nodeCrypto, forged as unknown as JsonObject);
    const id = await logged(digest, backTo);
    assert.equal(await submit(), undefined);
    await send(await log.receipt(id), digest);
    const time = await signedAt(digest);
    assert.equal(time?.source, 'witness');
    assert.ok(time && time.instant > revoked);
    const keys = (end: Instant) =>
      didDocumentOf(did, [{ id: method, publicKeyMultibase: toMultikey(publicKey), revoked: end }]);
    const code = async (end: Instant) => {
      const result = await verifyDocument(forged, {
        crypto: nodeCrypto,
        signedAt: time,
        resolveDid: () => keys(end),
      });
      return result.ok ? 'ok' : result.refusals[0]?.code;
    };
    assert.equal(await code(revoked), 'CRED_KEY_REVOKED');
    assert.equal(
      await code(addSeconds(now, 60)),
      'ok',
      'one revoked after the witness had seen it still proves',
    );
  });

  it('a log that grows is handed in by itself, and stops when the node does', async () => {
    const context = { pool: mill.pool, crypto: nodeCrypto, logger: silent };
    const submitter = createSubmitter(context as never, 20);
    submitter.start();
    const id = await logged(testDigest('in the background'));
    const seen = async () => (await log.receipt(id))?.checkpoint.includes('/witness') || undefined;
    assert.equal(await waitUntil(seen, 20_000), true);
    await submitter.stop();
  });

  it('two histories of one log never both get a cosignature', async () => {
    const { rows } = await customs.pool.query<{ size: number }>('select size from log_witnessed');
    await customs.pool.query("update log_witnessed set root = decode(repeat('ab', 32), 'hex')");
    await logged(testDigest('after the split'));
    assert.match((await submit()) ?? '', /422/);
    const kept = await customs.pool.query<{ size: number }>('select size from log_witnessed');
    assert.deepEqual(kept.rows, rows, 'nothing was advanced');
  });

  it('requests that are none are answered as the specification has it', async () => {
    const post = async (body: string) =>
      (await fetch(`${prefix}/add-checkpoint`, { method: 'POST', body })).status;
    assert.equal(await post('hello'), 400);
    assert.equal(await post('old 0\n\nhello'), 400);
    assert.equal(await post(`old 0\n\n${'x'.repeat(80_000)}`), 413);
    const key = await (await fetch(`${prefix}/key`)).text();
    assert.equal(key.trim(), witnessKey());
  });
});
