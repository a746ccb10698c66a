import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { IssuedCredential } from '@portolan/contract';
import { signPresentation, type Verdict, type VerifiableCredential } from '@portolan/credentials';
import type { Client } from '../../testing/client.ts';
import { type CredentialNode, credentialNode, sampleOrder } from '../testing/credential-node.ts';

let node: CredentialNode;
let officer: Client;
let credential: VerifiableCredential;

before(async () => {
  node = await credentialNode();
  officer = await node.as('agency-officer');
  const broker = await node.as('broker-filer');
  const issued = await broker.post<IssuedCredential>('/api/credentials/issue', {
    type: 'PurchaseOrder',
    document: sampleOrder('PO-1'),
  });
  credential = issued.body.credential as unknown as VerifiableCredential;
});
after(() => node.close());

type Request = { challenge: string; domain: string };
type Answer = { verified: boolean; holder: string; refusals: { code: string }[]; credentials: Verdict[] };

const ask = async () => (await officer.post<Request>('/api/presentations/challenges')).body;

async function present(request: Request) {
  const { id } = await node.tenant('carrier');
  const holder = await node.context.keys.signer(id);
  return signPresentation([credential], holder, node.context.crypto, { ...request, created: node.now() });
}

test('a presentation for our challenge verifies once; the same one again is refused', async () => {
  const presentation = await present(await ask());
  const first = await officer.post<Answer>('/api/presentations', { presentation });
  assert.equal(first.status, 200);
  assert.equal(first.body.verified, true, JSON.stringify(first.body));
  assert.equal(first.body.credentials[0]?.issuer, (await node.tenant('broker')).did);
  const replayed = await officer.post('/api/presentations', { presentation });
  assert.deepEqual([replayed.status, replayed.codes], [409, ['NODE_CHALLENGE_SPENT']]);
});

test('two at the same time: one is taken', async () => {
  const presentation = await present(await ask());
  const answers = await Promise.all(
    [1, 2, 3].map(() => officer.post('/api/presentations', { presentation })),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409]);
});

test('another domain fails and uses the challenge up', async () => {
  const { challenge } = await ask();
  const presentation = await present({ challenge, domain: 'https://other.example' });
  const answer = await officer.post<Answer>('/api/presentations', { presentation });
  assert.equal(answer.body.verified, false);
  assert.deepEqual(
    answer.body.refusals.map(({ code }) => code),
    ['CRED_DOMAIN'],
  );
  assert.equal((await officer.post('/api/presentations', { presentation })).status, 409);
});

test('challenges of another organization, made up, or expired are refused', async () => {
  const broker = await node.as('broker-filer');
  const foreign = await present((await broker.post<Request>('/api/presentations/challenges')).body);
  const request = await ask();
  const late = await present(request);
  const madeUp = await present({ ...request, challenge: 'made-up' });
  assert.equal((await officer.post('/api/presentations', { presentation: foreign })).status, 409);
  assert.equal((await officer.post('/api/presentations', { presentation: madeUp })).status, 409);
  node.pass(601);
  assert.equal((await officer.post('/api/presentations', { presentation: late })).status, 409);
  assert.equal((await officer.post('/api/presentations', { presentation: {} })).status, 409);
});
