import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addSeconds, expectOk, type Instant, instant } from '@portolan/kernel';
import { createStatusList, setStatus } from '../status/bitstring.ts';
import { statusEntry } from '../status/entry.ts';
import { statusListCredential } from '../status/list-credential.ts';
import { NOW, trustWith } from '../testing/actors.ts';
import { fragmentOf } from '../verify/verdict.ts';
import { type ProofForm, proofForms } from './form.ts';
import { issueCredential } from './issue.ts';
import { snapshotOfVerdict, verifyAnyStatusList } from './status-list.ts';
import { codesOf, firstCode, formTrust, issued, keyFor } from './testing/actors.ts';
import { verifyAnyForm } from './verify-any-form.ts';
import { verifyCredential } from './verify-credential.ts';

/** What stands in a file for a reader without a node: credentials of any type, status lists in any form. */

const url = 'https://mill.example/status/1';
const forms = proofForms.filter((form) => !['ecdsa-sd-2023', 'bbs-2023'].includes(form));

interface ListChange {
  readonly ttl?: number;
  readonly revoked?: number;
  readonly validFrom?: Instant;
  readonly end?: boolean;
}

/** A signed list; without `end` it does not say until when it speaks. */
async function listIn(form: ProofForm, change: ListChange = {}) {
  const { ttl, revoked, validFrom = NOW, end = true } = change;
  const key = await keyFor(form);
  const empty = createStatusList();
  const bits = revoked === undefined ? empty : expectOk(setStatus(empty, revoked, true));
  const options = { url, issuer: key.did, bits, validFrom, validUntil: addSeconds(validFrom, 86_400) };
  const { validUntil, ...list } = await statusListCredential({
    ...{ ...options, purpose: 'revocation' },
    ...(ttl === undefined ? {} : { ttl }),
  });
  const credential = end ? { ...list, validUntil } : list;
  return expectOk(await issueCredential(form, { credential, key, options: { created: NOW } }));
}

describe('a status list in any form', () => {
  for (const form of forms)
    test(`${form}: read, and a revocation on it counts`, async () => {
      const { credential, token } = await listIn(form, { revoked: 7 });
      for (const given of [credential, token ?? credential]) {
        const list = expectOk(await verifyAnyStatusList(given, formTrust()));
        assert.deepEqual(
          [list.url, list.issuer, list.purposes],
          [url, (await keyFor(form)).did, ['revocation']],
        );
        const entry = (index: number) => ({
          credentialStatus: statusEntry({ purpose: 'revocation', list: url, index }),
        });
        const trust = formTrust({ statusList: () => list });
        assert.deepEqual(codesOf(await verifyCredential(await issued(form, entry(7)), trust)), [
          'CRED_REVOKED',
        ]);
        assert.deepEqual(codesOf(await verifyCredential(await issued(form, entry(8)), trust)), []);
      }
    });

  test('an altered one, one that is no list, and no credential are refused', async () => {
    const { credential } = await listIn('eddsa-rdfc-2022');
    const altered = { ...credential, validFrom: '2026-06-12T15:00:00Z' };
    assert.equal(firstCode(await verifyAnyStatusList(altered, formTrust())), 'CRED_SIGNATURE_INVALID');
    const other = await issued('eddsa-rdfc-2022');
    assert.equal(firstCode(await verifyAnyStatusList(other, formTrust())), 'CRED_STATUS_LIST_MALFORMED');
    assert.equal(firstCode(await verifyAnyStatusList('text', formTrust())), 'CRED_JWT_MALFORMED');
    assert.notEqual(firstCode(await verifyAnyStatusList({}, formTrust())), 'ok');
  });

  test('it speaks until its end; its time to live runs from when its publisher gave it', async () => {
    const long = instant('2026-01-01T00:00:00Z');
    const untilOf = async (change: ListChange, fetchedAt?: Instant) => {
      const { credential } = await listIn('eddsa-rdfc-2022', change);
      const verdict = await verifyCredential(credential, formTrust());
      return expectOk(await snapshotOfVerdict(verdict, NOW, fetchedAt)).freshUntil;
    };
    assert.equal(await untilOf({}), addSeconds(NOW, 86_400));
    assert.equal(await untilOf({ ttl: 60_000 }), addSeconds(NOW, 60));
    assert.equal(await untilOf({ end: false }), addSeconds(NOW, 300));
    assert.equal(await untilOf({ end: false, validFrom: long }), addSeconds(long, 300));
    assert.equal(await untilOf({ end: false, validFrom: long }, NOW), addSeconds(NOW, 300));
    assert.equal(await untilOf({ end: false, validFrom: long, ttl: 0 }, NOW), NOW);
  });
});

test('a type without a schema here leaves nothing open in a file, whatever the form; a known one is judged', async () => {
  const unknown = trustWith({ schema: () => undefined });
  for (const form of ['eddsa-jcs-2022', 'eddsa-rdfc-2022'] as const) {
    const verdict = await verifyAnyForm(await issued(form), unknown);
    assert.equal(verdict.verified, true, JSON.stringify(verdict.fragments));
    assert.equal(fragmentOf(verdict, 'schema')?.outcome, 'not-applicable');
  }
  const house = await issued('eddsa-jcs-2022');
  const unfit = trustWith({ schema: () => () => ({ ok: false, refusals: [] }) });
  assert.equal(fragmentOf(await verifyAnyForm(house, unfit), 'schema')?.outcome, 'failed');
  const revoked = trustWith({ schema: () => undefined, at: instant('2025-01-01T00:00:00Z') });
  assert.equal((await verifyAnyForm(house, revoked)).verified, false);
});
