import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant, type JsonObject, ok, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import fc from 'fast-check';
import {
  fileOf,
  loggedAt,
  sampleCredential,
  sampleLogKey,
  sampleOrigin,
  sampleReceipt,
  sampleStatusList,
} from '../testing/sample-evidence.ts';
import { judgeFile } from './judge.ts';
import type { VerifyOptions } from './options.ts';
import type { Outcome } from './report.ts';

const at = instant('2026-06-20T00:00:00Z');
const knowingNobody: VerifyOptions = { crypto: nodeCrypto, at, schema: () => ok };
const trusting: VerifyOptions = { ...knowingNobody, logKeys: [sampleLogKey()] };
const credential = await sampleCredential();
const receipt = await sampleReceipt(credential);

async function verify(value: unknown, options = trusting) {
  const report = await judgeFile(fileOf(value), options);
  const outcome = (name: string): Outcome | undefined =>
    report.checks.find((check) => check.name === name)?.outcome;
  const codes = report.checks.flatMap(({ refusals }) => refusals.map(({ code }) => code));
  return { report, conclusion: report.conclusion, outcome, codes };
}

test('a receipt alone verifies with the key of its log', async () => {
  const { report, conclusion } = await verify(receipt);
  assert.equal(report.kind, 'receipt');
  assert.equal(conclusion, 'verified');
  assert.match(
    report.checks[0]?.reason ?? '',
    /^The log sample\.portolan\.example\/log held it at .*leaf 2 of 5\.$/,
  );
  assert.deepEqual(
    report.facts.map(({ value }) => value),
    [`credential ${receipt.statement.digest}`, loggedAt, sampleOrigin, '2 of 5'],
  );
});

test('an altered receipt is refused', async () => {
  const { conclusion, codes } = await verify({
    ...receipt,
    statement: { ...receipt.statement, at: '2026-06-12T14:29:00.000Z' },
  });
  assert.equal(conclusion, 'refused');
  assert.deepEqual(codes, ['LEDGER_INCLUSION_MISMATCH']);
});

test('without a key of the log nothing is promised', async () => {
  const { conclusion, codes } = await verify(receipt, knowingNobody);
  assert.deepEqual([conclusion, codes], ['incomplete', ['LEDGER_KEY_NONE']]);
  const other = { ...knowingNobody, logKeys: [sampleLogKey('other.example/log')] };
  assert.deepEqual((await verify(receipt, other)).codes, ['LEDGER_KEY_NONE']);
  assert.deepEqual((await verify(receipt, { ...trusting, logKeys: ['nonsense'] })).codes, [
    'LEDGER_KEY_MALFORMED',
  ]);
});

test('evidence verifies: the receipt gives the signing time of the credential', async () => {
  const { report, outcome } = await verify({ credential, receipt });
  assert.deepEqual([report.kind, report.conclusion], ['evidence', 'verified']);
  for (const name of ['receipt', 'integrity', 'issuer', 'dates', 'schema'])
    assert.equal(outcome(name), 'passed', name);
  assert.equal(outcome('accreditation'), 'not-applicable');
  const signed = report.facts.find(({ label }) => label === 'Signing time');
  assert.equal(signed?.value, `${loggedAt} (proved by the log receipt)`);
});

test('a key that came with the evidence is not trusted, and gives no signing time', async () => {
  const { report, conclusion, codes } = await verify(
    { credential, receipt, keys: [sampleLogKey()] },
    knowingNobody,
  );
  assert.deepEqual([conclusion, codes], ['incomplete', ['LEDGER_KEY_FROM_FILE']]);
  assert.match(report.facts.find(({ label }) => label === 'Signing time')?.value ?? '', /^2026-06-20T/);
  const altered = { ...receipt, index: 1 };
  const forged = await verify({ credential, receipt: altered, keys: [sampleLogKey()] }, knowingNobody);
  assert.deepEqual([forged.conclusion, forged.codes], ['refused', ['LEDGER_INCLUSION_MISMATCH']]);
});

test('the receipt of another document does not serve', async () => {
  const other = { ...credential, id: 'urn:uuid:00000000-0000-4000-8000-000000000000' };
  const { conclusion, outcome, codes } = await verify({ credential: other, receipt });
  assert.equal(conclusion, 'refused');
  assert.deepEqual([outcome('receipt'), outcome('integrity')], ['failed', 'failed']);
  assert.ok(codes.includes('LEDGER_RECEIPT_OTHER_DOCUMENT'));
});

test('a receipt can be held against the exact document', async () => {
  assert.equal(
    (await verify(receipt, { ...trusting, document: fileOf(credential) })).conclusion,
    'verified',
    'JSON in any layout',
  );
  const other = { ...trusting, document: utf8('another document') };
  assert.deepEqual((await verify(receipt, other)).codes, ['LEDGER_RECEIPT_OTHER_DOCUMENT']);
});

test('a bare credential verifies; one altered value is refused', async () => {
  assert.equal((await verify(credential, knowingNobody)).conclusion, 'verified');
  const subject = { ...(credential.credentialSubject as JsonObject), number: 'PO-2' };
  const { conclusion, outcome, codes } = await verify(
    { ...credential, credentialSubject: subject },
    knowingNobody,
  );
  assert.deepEqual(
    [conclusion, outcome('integrity'), codes],
    ['refused', 'failed', ['CRED_SIGNATURE_INVALID']],
  );
});

test('a revoked credential is refused; a list not at hand or of yesterday leaves its status open', async () => {
  const revocable = await sampleCredential({ status: true });
  const proof = await sampleReceipt(revocable);
  const judge = async (statusList?: unknown) =>
    verify({ credential: revocable, receipt: proof, ...(statusList ? { statusList } : {}) });
  const fresh = await sampleStatusList({ validFrom: instant('2026-06-19T20:00:00Z') });
  const revoked = await sampleStatusList({ validFrom: instant('2026-06-19T20:00:00Z'), revoked: true });
  const stale = await sampleStatusList({ validFrom: instant('2026-06-13T00:00:00Z') });
  assert.equal((await judge(fresh)).conclusion, 'verified');
  assert.deepEqual((await judge([revoked])).codes, ['CRED_REVOKED']);
  assert.deepEqual((await judge(stale)).codes, ['CRED_STATUS_STALE']);
  const missing = await judge();
  assert.deepEqual([missing.conclusion, missing.outcome('status')], ['incomplete', 'undetermined']);
  const altered = { ...fresh, validFrom: '2026-06-19T21:00:00.000Z' };
  assert.ok((await judge(altered)).codes.includes('CRED_SIGNATURE_INVALID'));
});

test('accreditation is asked where the reader says whom to believe', async () => {
  const named = { ...trusting, issuers: [String(credential.issuer)] };
  assert.equal((await verify({ credential, receipt }, named)).outcome('accreditation'), 'passed');
  const others = { ...trusting, issuers: ['did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'] };
  assert.equal((await verify({ credential, receipt }, others)).outcome('accreditation'), 'undetermined');
});

test('files that are none of the three are refused with a reason', async () => {
  const codesOf = async (bytes: Uint8Array) => {
    const report = await judgeFile(bytes, trusting);
    assert.deepEqual([report.conclusion, report.kind], ['refused', 'unreadable']);
    return report.checks[0]?.refusals[0]?.code;
  };
  assert.equal(await codesOf(utf8('')), 'KERNEL_JSON_SYNTAX');
  assert.equal(await codesOf(utf8('{"a":1,"a":2}')), 'KERNEL_JSON_DUPLICATE_KEY');
  assert.equal(await codesOf(Uint8Array.of(0xff, 0xfe)), 'KERNEL_JSON_SYNTAX');
  assert.equal(await codesOf(utf8('['.repeat(200))), 'KERNEL_JSON_TOO_DEEP');
  assert.equal(await codesOf(new Uint8Array(9_000_000)), 'KERNEL_JSON_TOO_LARGE');
  for (const value of [null, 1, [], {}, { credential }])
    assert.equal(await codesOf(fileOf(value)), 'LEDGER_FILE_UNKNOWN');
  for (const extra of [{ keys: 'x' }, { keys: [1] }, { other: 1 }, { type: 'portolan/evidence@2' }])
    assert.equal(await codesOf(fileOf({ credential, receipt, ...extra })), 'LEDGER_FILE_MEMBER');
});

test('whatever stands where credential and receipt belong comes out as a verdict', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (left, right) => {
      const { conclusion } = await verify({ credential: left, receipt: right });
      assert.equal(conclusion, 'refused');
    }),
    { numRuns: 100 },
  );
});
