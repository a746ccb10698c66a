import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  createStatusList,
  didKeyMethod,
  didKeyOf,
  fragmentOf,
  issueCredential,
  type Signer,
  setStatus,
  statusEntry,
  statusListCredential,
  verifyCredential,
} from '@portolan/credentials';
import { addSeconds, expectOk, type Instant, type JsonObject } from '@portolan/kernel';
import { generateEd25519, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { type CredentialNode, credentialNode, sampleOrder } from './testing/credential-node.ts';
import { buildTrust } from './trust/build-trust.ts';
import { stapleFor } from './trust/staple.ts';

/** Status lists of issuers elsewhere: stapled by the sender, believed as far as signature and age go. */

let node: CredentialNode;
before(async () => {
  node = await credentialNode();
});
after(() => node.close());

function stranger(): Signer {
  const { publicKey, privateKey } = generateEd25519();
  const did = didKeyOf(publicKey);
  return { did, verificationMethod: didKeyMethod(did), sign: (message) => signEd25519(privateKey, message) };
}

interface Elsewhere {
  readonly url: string;
  readonly issuer: Signer;
  readonly credential: JsonObject;
}

let count = 0;

/** A credential issued elsewhere, with a revocation entry. */
async function elsewhere(): Promise<Elsewhere> {
  const issuer = stranger();
  count += 1;
  const url = `https://elsewhere.example/status/${count}`;
  const credential = await issueCredential(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential', 'PurchaseOrder'],
      issuer: issuer.did,
      credentialStatus: statusEntry({ purpose: 'revocation', list: url, index: 7 }),
      credentialSubject: sampleOrder(`ELSEWHERE-${count}`),
    },
    issuer,
    nodeCrypto,
    { created: node.now() },
  );
  return { url, issuer, credential: credential as unknown as JsonObject };
}

async function list(
  { url, issuer }: Elsewhere,
  revoked: boolean,
  validFrom: Instant,
  signer = issuer,
): Promise<JsonObject> {
  const bits = expectOk(setStatus(createStatusList(), 7, revoked));
  const validUntil = addSeconds(validFrom, 3600);
  const unsigned = await statusListCredential({
    url,
    issuer: signer.did,
    purpose: 'revocation',
    bits,
    validFrom,
    validUntil,
  });
  return (await issueCredential(unsigned, signer, nodeCrypto, {
    created: validFrom,
  })) as unknown as JsonObject;
}

async function status(
  { credential }: Elsewhere,
  statusLists: JsonObject[] = [],
  changes: { at?: Instant; slug?: string } = {},
) {
  const { id: tenantId } = await node.tenant(changes.slug ?? 'agency');
  const at = changes.at ?? node.now();
  const batch = await buildTrust(node.context, { tenantId, at, credentials: [credential], statusLists });
  const verdict = await verifyCredential(
    credential,
    batch.trust({ instant: node.now(), source: 'first-receipt' }),
  );
  const fragment = fragmentOf(verdict, 'status');
  return [fragment?.outcome, ...(fragment?.refusals.map(({ code }) => code) ?? [])];
}

test('without a list it stays open; a fresh stapled one decides; it is remembered for the next time', async () => {
  const paper = await elsewhere();
  assert.deepEqual(await status(paper), ['undetermined', 'CRED_STATUS_UNKNOWN']);
  assert.deepEqual(await status(paper, [await list(paper, false, node.now())]), ['passed']);
  assert.deepEqual(await status(paper), ['passed']);
  assert.deepEqual(
    await status(paper, [], { slug: 'importer' }),
    ['undetermined', 'CRED_STATUS_UNKNOWN'],
    'another tenant was sent nothing',
  );
});

test('a revocation that was seen once cannot be hidden behind an older list', async () => {
  const paper = await elsewhere();
  const old = await list(paper, false, node.now());
  node.pass(60);
  assert.deepEqual(await status(paper, [await list(paper, true, node.now())]), ['failed', 'CRED_REVOKED']);
  assert.deepEqual(await status(paper, [old]), ['failed', 'CRED_REVOKED']);
});

test('an old list leaves it open', async () => {
  const paper = await elsewhere();
  const stale = await list(paper, false, addSeconds(node.now(), -7200));
  assert.deepEqual(await status(paper, [stale]), ['undetermined', 'CRED_STATUS_STALE']);
});

test('a list of somebody else for the same address says nothing, and pushes no true one aside', async () => {
  const paper = await elsewhere();
  const foreign = await list(paper, false, node.now(), stranger());
  assert.deepEqual(await status(paper, [foreign]), ['failed', 'CRED_STATUS_ISSUER']);
  assert.deepEqual(await status(paper, [foreign, await list(paper, true, node.now())]), [
    'failed',
    'CRED_REVOKED',
  ]);
  assert.deepEqual(await status(paper, [foreign]), ['failed', 'CRED_REVOKED']);
});

test('an altered list is no list, and one from the future is not remembered', async () => {
  const paper = await elsewhere();
  const altered = { ...(await list(paper, false, node.now())), validUntil: '2099-01-01T00:00:00.000Z' };
  assert.deepEqual(await status(paper, [altered]), ['undetermined', 'CRED_STATUS_UNKNOWN']);
  const future = await list(paper, false, addSeconds(node.now(), 86_400));
  assert.deepEqual(await status(paper, [future]), ['undetermined', 'CRED_STATUS_STALE']);
  assert.deepEqual(await status(paper), ['undetermined', 'CRED_STATUS_UNKNOWN']);
});

test("at a story's own date the list that is fresh today decides", async () => {
  const paper = await elsewhere();
  const lists = [await list(paper, false, node.now())];
  assert.deepEqual(await status(paper, lists, { at: '2026-06-12T15:00:00.000Z' as Instant }), ['passed']);
});

test('lists travel with credentials: those of tenants here, signed now, and those received', async () => {
  const paper = await elsewhere();
  const seen = await list(paper, false, node.now());
  await status(paper, [seen]);
  const broker = await node.as('broker-filer');
  const issued = await broker.post<{ credential: JsonObject }>('/api/credentials/issue', {
    type: 'PurchaseOrder',
    document: sampleOrder('PO-1'),
  });
  const stapled = await stapleFor(node.context, [paper.credential, issued.body.credential]);
  assert.deepEqual(stapled.map(({ id }) => id).toSorted(), [
    paper.url,
    'https://sample.portolan.example/status/broker/revocation',
    'https://sample.portolan.example/status/broker/suspension',
  ]);
});

test('the number of queries does not grow with the batch', async () => {
  const papers = await Promise.all(Array.from({ length: 40 }, () => elsewhere()));
  const statusLists = await Promise.all(papers.map((paper) => list(paper, false, node.now())));
  const { id: tenantId } = await node.tenant('agency');
  let queries = 0;
  const counting = new Proxy(node.context.pool, {
    get(pool, name) {
      if (name === 'query') queries += 1;
      const member = Reflect.get(pool, name);
      return typeof member === 'function' ? member.bind(pool) : member;
    },
  });
  const credentials = papers.map(({ credential }) => credential);
  await buildTrust(
    { ...node.context, pool: counting },
    { tenantId, at: node.now(), credentials, statusLists },
  );
  assert.ok(queries > 0 && queries <= 8, String(queries));
});
