import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expectOk, type JsonObject } from '@portolan/kernel';
import { credentialFaults } from '../model/check-credential.ts';
import { NOW } from '../testing/actors.ts';
import type { ContextSet } from './contexts/pinned.ts';
import { issueCredential } from './issue.ts';
import { needsOf } from './needs.ts';
import { codesOf, formTrust, keyFor } from './testing/actors.ts';
import { verifyCredential } from './verify-credential.ts';

/**
 * The 84 example credentials of the W3C CCG traceability vocabulary. None of them is signed, so each is signed here and verified.
 * Their vocabularies are handed in as contexts that give every term an address; which address is for the vocabulary to say.
 */
const shared = process.env.PORTOLAN_SHARED ?? '../shared';
const examples = JSON.parse(
  readFileSync(`${shared}/data/credentials/traceability-vocab/credential-examples.json`, 'utf8'),
) as Record<string, JsonObject>;

/** Examples that depart from the data model they say they follow, and where. They are refused. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {};

function standIns(example: JsonObject): ContextSet {
  return new Map(
    needsOf(example).contexts.map((url) => [
      url,
      { '@context': { '@vocab': 'https://vocabulary.example/#' } },
    ]),
  );
}

test('there are 84', () => assert.equal(Object.keys(examples).length, 84));

for (const [name, example] of Object.entries(examples))
  test(`${name}: follows the data model, is signed and verified`, async () => {
    const faults = credentialFaults(example).map(({ path }) => path);
    assert.deepEqual(faults, REFUSED[name] ?? []);
    if (faults.length > 0) return;
    for (const form of ['eddsa-jcs-2022', 'eddsa-rdfc-2022', 'vc+sd-jwt'] as const) {
      const key = await keyFor(form);
      const contexts = standIns(example);
      const credential = { ...example, issuer: key.did };
      const issued = await issueCredential(form, { credential, key, options: { created: NOW, contexts } });
      const made = expectOk(issued);
      const tolerate = ['unknown-status'] as const;
      const verdict = await verifyCredential(made.credential, formTrust({ contexts, tolerate }));
      assert.deepEqual(codesOf(verdict, 'integrity'), []);
      assert.deepEqual(codesOf(verdict, 'issuer'), []);
    }
  });
