import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import {
  algorithmsOf,
  createPresentation,
  type FormTrust,
  generateKey,
  issueCredential,
  type ProofForm,
  proofForms,
  verifyCredential,
} from '@portolan/credentials/forms';
import { expectOk, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { createWorkerPool } from '../workers/index.ts';
import { verifyFormApart, verifyPresentationApart } from './index.ts';

const faults: unknown[] = [];
const workers = createWorkerPool({
  entry: new URL('../../worker-main.ts', import.meta.url),
  size: 2,
  logger: { error: (fault: unknown) => void faults.push(fault) },
});
after(() => workers.close());

const at = instant('2026-06-12T14:30:00Z');
const trust: FormTrust = {
  crypto: nodeCrypto,
  at,
  signedAt: { instant: at, source: 'log' },
  resolveDid: () => undefined,
  custody: () => 'member',
};

async function issue(form: ProofForm): Promise<JsonObject> {
  const key = await generateKey(algorithmsOf(form)[0] as 'Ed25519');
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
    type: ['VerifiableCredential', 'MillTestReport'],
    issuer: key.did,
    credentialSubject: { heat: 'H-4711' },
  };
  return expectOk(await issueCredential(form, { credential, key, options: { created: at } })).credential;
}

suite('forms verified in worker threads', () => {
  test('the verdict is the one of this thread, whatever the form, good or altered', async () => {
    for (const form of proofForms) {
      const credential = await issue(form);
      const altered = { ...credential, id: form.startsWith('vc+') ? `${credential.id}A` : 'urn:uuid:other' };
      for (const one of [credential, altered])
        assert.deepEqual(
          await verifyFormApart({ workers }, one, trust),
          await verifyCredential(one, trust),
          form,
        );
    }
    assert.deepEqual(faults, []);
  });

  test('a presentation keeps its challenge and the custody of its issuers', async () => {
    const asked = { challenge: 'c1', domain: 'port.example' };
    const key = await generateKey('P-256');
    const presented = expectOk(
      await createPresentation('ecdsa-rdfc-2019', {
        credentials: [await issue('ecdsa-rdfc-2019')],
        key,
        options: { created: at, ...asked },
      }),
    );
    const verdict = await verifyPresentationApart({ workers }, presented.presentation, trust, asked);
    assert.equal(verdict.verified, true);
    assert.equal(verdict.credentials[0]?.custody, 'member');
    const replayed = { ...asked, challenge: 'c2' };
    const refused = await verifyPresentationApart({ workers }, presented.presentation, trust, replayed);
    assert.equal(refused.refusals[0]?.code, 'CRED_CHALLENGE');
  });
});
