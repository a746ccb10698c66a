import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import {
  fileOf,
  sampleCredential,
  sampleLogKey,
  sampleOrigin,
  sampleReceipt,
} from '@portolan/ledger/testing';
import { verifyCommand } from './verify.ts';

const at = instant('2026-06-20T00:00:00Z');
const options = { crypto: nodeCrypto, at, logKeys: [sampleLogKey()] };
const credential = await sampleCredential();
const receipt = await sampleReceipt(credential);

test('a good receipt: one line of verdict, its facts, exit code 0', async () => {
  const { lines, exitCode, report } = await verifyCommand(fileOf(receipt), options);
  assert.equal(exitCode, 0);
  assert.equal(lines[0], 'Receipt: verified');
  assert.ok(lines.some((line) => line.includes(sampleOrigin) && line.includes('leaf 2 of 5')));
  assert.ok(lines.some((line) => line.includes(receipt.statement.digest)));
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report, 'the report is JSON');
});

test('an altered receipt: exit code 1, the code and how to mend it', async () => {
  const { lines, exitCode } = await verifyCommand(fileOf({ ...receipt, index: 3 }), options);
  assert.equal(exitCode, 1);
  assert.equal(lines[0], 'Receipt: REFUSED');
  assert.ok(lines.some((line) => line.includes('LEDGER_INCLUSION_MISMATCH at /inclusion')));
  assert.ok(lines.some((line) => line.trim().startsWith('Mend: ')));
});

test('a receipt of a log whose key is not at hand: exit code 2', async () => {
  const { lines, exitCode } = await verifyCommand(fileOf(receipt), { ...options, logKeys: [] });
  assert.equal(exitCode, 5);
  assert.equal(lines[0], 'Receipt: not fully verified');
});

test('evidence: the content is checked against the schema of its type', async () => {
  const good = await verifyCommand(fileOf({ credential, receipt }), options);
  assert.deepEqual([good.exitCode, good.lines[0]], [0, 'Credential with receipt: verified']);
  assert.ok(good.report.checks.some(({ name, outcome }) => name === 'schema' && outcome === 'passed'));
  const subject = { ...(credential.credentialSubject as JsonObject), lines: [] };
  const altered = await verifyCommand(
    fileOf({ credential: { ...credential, credentialSubject: subject }, receipt }),
    options,
  );
  const failed = altered.report.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
  assert.deepEqual([altered.exitCode, failed], [1, ['receipt', 'integrity', 'schema']]);
});

test('a bare credential needs no log key', async () => {
  const { lines, exitCode } = await verifyCommand(fileOf(credential), { crypto: nodeCrypto, at });
  assert.deepEqual([exitCode, lines[0]], [0, 'Credential: verified']);
});
