import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createStatusList, setStatus, statusEntry, statusListCredential } from '@portolan/credentials';
import { generateKey, issueCredential, type ProofForm } from '@portolan/credentials/forms';
import { addSeconds, expectOk, instant } from '@portolan/kernel';
import { sampleCredential, sampleLogKey, sampleReceipt } from '@portolan/ledger/testing';
import { runPortolan } from '../testing/run-portolan.ts';

describe('portolan verify', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-verify-'));
  after(() => rm(folder, { recursive: true }));
  const file = async (name: string, value: unknown) => {
    await writeFile(join(folder, name), JSON.stringify(value));
    return join(folder, name);
  };
  const credential = await sampleCredential();
  const receipt = await file('receipt.json', await sampleReceipt(credential));
  const verify = (args: readonly string[], env = {}) =>
    runPortolan(['verify', ...args], env, '2026-06-20T00:00:00Z');

  it('proves a receipt against the key of its log, from the option or the environment', async () => {
    const ran = await verify([receipt, '--log-key', sampleLogKey()]);
    assert.deepEqual([ran.exitCode, ran.out.split('\n')[0]], [0, 'Receipt: verified']);
    assert.equal((await verify([receipt], { PORTOLAN_LOG_KEYS: sampleLogKey() })).exitCode, 0);
  });

  it('answers 5 when the key is not at hand: nothing speaks against it, nothing for it', async () => {
    assert.equal((await verify([receipt])).exitCode, 5);
  });

  it('answers 1 for an altered receipt and for a document that it is not for', async () => {
    const altered = await file('altered.json', { ...(await sampleReceipt(credential)), index: 3 });
    assert.equal((await verify([altered, '--log-key', sampleLogKey()])).exitCode, 1);
    const other = await file('other.json', { hello: 'world' });
    assert.equal((await verify([receipt, '--log-key', sampleLogKey(), '--document', other])).exitCode, 1);
  });

  it('verifies a credential without any key of a log, and prints JSON', async () => {
    const ran = await verify([await file('credential.json', credential), '--json']);
    assert.equal(ran.exitCode, 0);
    assert.equal(ran.json<{ conclusion: string }>().conclusion, 'verified');
  });

  it('verifies evidence whose credential and status list are of other forms, of a type unknown here', async () => {
    const key = await generateKey('P-256');
    const [created, url] = [instant('2026-06-19T12:00:00Z'), 'https://mill.sample.example/status/1'];
    const signed = async (form: ProofForm, document: object) =>
      expectOk(await issueCredential(form, { credential: document, key, options: { created } })).credential;
    const base = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      issuer: key.did,
      validFrom: created,
    };
    const evidenceWith = async (index: number) => {
      const bits = expectOk(setStatus(createStatusList(), 7, true));
      const period = { validFrom: created, validUntil: addSeconds(created, 86_400) };
      const list = await signed(
        'vc+jwt',
        await statusListCredential({ url, issuer: key.did, purpose: 'revocation', bits, ...period }),
      );
      const report = await signed('ecdsa-rdfc-2019', {
        ...{ ...base, type: ['VerifiableCredential', 'https://mill.sample.example/Report'] },
        credentialSubject: { id: 'https://mill.sample.example/heats/4711', name: 'Heat 4711' },
        credentialStatus: statusEntry({ purpose: 'revocation', list: url, index }),
      });
      return file(`other-${index}.json`, {
        ...{ credential: report, receipt: await sampleReceipt(report), statusList: [list] },
      });
    };
    const good = await verify([await evidenceWith(8), '--log-key', sampleLogKey()]);
    assert.deepEqual(
      [good.exitCode, good.out.split('\n')[0]],
      [0, 'Credential with receipt: verified'],
      good.out,
    );
    const revoked = await verify([await evidenceWith(7), '--log-key', sampleLogKey()]);
    assert.equal(revoked.exitCode, 1);
    assert.match(revoked.out, /revoked/);
  });

  it('refuses a file that is not there, and a time that is none', async () => {
    assert.equal((await verify([join(folder, 'none.json')])).exitCode, 1);
    assert.equal((await verify([receipt, '--at', 'yesterday'])).exitCode, 2);
  });
});
