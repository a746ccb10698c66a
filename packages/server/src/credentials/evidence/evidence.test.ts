import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { DisclosureView } from '@portolan/contract';
import type { EvidenceFile } from '@portolan/credentials';
import { decryptWith, generateRecipientKey, type RecipientKey } from '@portolan/credentials/confidential';
import { generateKey } from '@portolan/credentials/forms';
import { documentSchemaCheck } from '@portolan/documents';
import { addSeconds, expectOk, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { judgeFile, type VerifyReport } from '@portolan/ledger';
import type { Client } from '../../testing/client.ts';
import { type CredentialNode, credentialNode, sampleOrder } from '../testing/credential-node.ts';

let here: CredentialNode;
let grower: Client;
let digest: string;
let logKey: string;

before(async () => {
  here = await credentialNode();
  grower = await here.as('grower-signer');
  const { body } = await grower.post<{ digest: string }>('/api/credentials/issue', {
    ...{ type: 'PurchaseOrder', document: sampleOrder('PO-1') },
  });
  digest = body.digest;
  logKey = (await here.anonymous.get<string>('/log/key')).body.trim();
  const { rows } = await here.context.pool.query(
    'select pending_id from issued_credentials where digest = $1',
    [digest],
  );
  await here.context.log.settled([rows[0].pending_id], 5000);
});
after(() => here.close());

const evidence = async () => (await grower.get<EvidenceFile>(`/api/credentials/${digest}/evidence`)).body;

async function judge(file: unknown, keys = [logKey], at = here.now()): Promise<VerifyReport> {
  return judgeFile(Buffer.from(JSON.stringify(file)), {
    crypto: nodeCrypto,
    at,
    logKeys: keys,
    schema: documentSchemaCheck,
  });
}

const codesOf = ({ checks }: VerifyReport) =>
  checks.flatMap(({ refusals }) => refusals.map(({ code }) => code));

suite('one file with everything', () => {
  test('verifies without the node, by the key of the log alone', async () => {
    const file = await evidence();
    assert.equal(file.type, 'portolan/evidence@1');
    const report = await judge(file);
    assert.deepEqual(
      [report.kind, report.conclusion],
      ['evidence', 'verified'],
      JSON.stringify(report.checks),
    );
  });

  test('without a trusted key it is incomplete; altered it is refused; too old its status is not known', async () => {
    const file = await evidence();
    assert.equal((await judge(file, [])).conclusion, 'incomplete');
    const credential = { ...(file.credential as JsonObject), validUntil: '2040-01-01T00:00:00.000Z' };
    assert.equal((await judge({ ...file, credential })).conclusion, 'refused');
    const later = await judge(file, [logKey], addSeconds(here.now(), 40 * 86_400));
    assert.ok(codesOf(later).includes('CRED_STATUS_STALE'));
  });

  test('is for whoever signed it', async () => {
    const importer = await here.as('importer-filer');
    assert.equal((await importer.get(`/api/credentials/${digest}/evidence`)).status, 404);
  });
});

suite('encrypted for named recipients', () => {
  const encrypt = (client: Client, recipients: unknown[]) =>
    client.post<JsonObject>(`/api/credentials/${digest}/evidence/encrypted`, {
      ...{ recipients, reason: 'for the carrier' },
    });

  test('opens for each of them and for nobody else', async () => {
    const [carrier, stranger] = await Promise.all(
      ['did:web:carrier.example#seal', 'did:web:stranger.example#seal'].map(generateRecipientKey),
    );
    const { id, publicKeyMultibase } = carrier as RecipientKey;
    const answer = await encrypt(grower, [{ id, publicKeyMultibase }, await didKeyOf()]);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.ok(!JSON.stringify(answer.body).includes('PurchaseOrder'));
    const opened = await decryptWith(carrier as RecipientKey, answer.body);
    assert.equal((await judge(expectOk(opened))).conclusion, 'verified');
    assert.equal((await decryptWith(stranger as RecipientKey, answer.body)).ok, false);
    const { body } = await grower.get<{ items: DisclosureView[] }>('/api/disclosures');
    const told = body.items.filter(({ way }) => way === 'encrypted').map(({ recipient }) => recipient);
    assert.equal(told.length, 2);
    assert.ok(told.includes(id));
  });

  test('refuses names without a key, and documents of others', async () => {
    const nobody = await encrypt(grower, ['did:key:zNothing']);
    assert.ok(nobody.status >= 400 && nobody.status < 500, JSON.stringify(nobody.body));
    assert.equal((await encrypt(grower, [])).status, 422);
    const officer = await here.as('importer-filer');
    assert.equal((await encrypt(officer, [await didKeyOf()])).status, 404);
  });
});

async function didKeyOf(): Promise<string> {
  return (await generateKey('Ed25519')).did;
}

suite('the code on a paper', () => {
  const share = () =>
    grower.post<{ address: string }>(`/api/credentials/${digest}/share`, { reason: 'printed for the truck' });

  test('leads whoever holds the paper to the same file', async () => {
    const { status, body } = await share();
    assert.equal(status, 201);
    const token = /\/verify\/#(pev\.[\w.-]+)$/.exec(body.address)?.[1] ?? '';
    const shared = await here.anonymous.get<EvidenceFile>(`/evidence/${token}`);
    assert.equal(shared.headers.get('cache-control'), 'no-store');
    assert.equal((await judge(shared.body)).conclusion, 'verified');
    const guessed = `${token.slice(0, -4)}AAAA`;
    assert.equal((await here.anonymous.get(`/evidence/${guessed}`)).status, 404);
    assert.equal((await here.anonymous.get('/evidence/anything')).status, 404);
  });

  test('shows a revocation at once', async () => {
    const { body } = await share();
    const token = body.address.split('#')[1];
    await grower.post(`/api/credentials/${digest}/status`, { action: 'revoke', reason: 'sold twice' });
    const { body: file } = await here.anonymous.get<EvidenceFile>(`/evidence/${token}`);
    assert.ok(codesOf(await judge(file)).includes('CRED_REVOKED'));
  });

  test('who saw what is on record, for the owner alone', async () => {
    const { body } = await grower.get<{ items: DisclosureView[] }>(`/api/disclosures?digest=${digest}`);
    const ways = new Set(body.items.map(({ way, reason }) => `${way}: ${reason}`));
    assert.deepEqual([...ways].toSorted(), [
      'encrypted: for the carrier',
      'file: evidence file',
      'file: printed for the truck',
      'opened: code scanned',
    ]);
    const importer = await here.as('importer-filer');
    assert.equal((await importer.get<{ total: number }>('/api/disclosures')).body.total, 0);
    assert.ok(body.items.every(({ at }) => at <= instant(Date.now() + 60_000)));
  });
});
