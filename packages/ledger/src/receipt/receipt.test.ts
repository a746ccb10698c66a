import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Digest, digestBytes, expectOk, instant, type Result, toHex, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import fc from 'fast-check';
import { leafHash } from '../merkle/hash.ts';
import { inclusionPlan } from '../merkle/plan.ts';
import { formatCheckpoint } from '../note/checkpoint.ts';
import { cosignNote, type NoteSigner, signNote } from '../note/sign.ts';
import { MemoryLog } from '../testing/memory-log.ts';
import { sampleSigner } from '../testing/signer.ts';
import { makeReceipt } from './make.ts';
import type { Receipt } from './receipt.ts';
import { commit, type Statement } from './statement.ts';
import { verifyReceipt } from './verify.ts';

const origin = 'node.example/log';
const signer = sampleSigner(origin);
const trust = { keys: [signer.key] };
const statements = Array.from({ length: 300 }, (_, index): Statement => {
  const at = instant(Date.UTC(2026, 5, 12) + index * 1000);
  return {
    kind: index % 2 === 0 ? 'credential' : 'filing',
    digest: digestBytes(nodeCrypto, utf8(`document ${index}`)),
    at,
  };
});
const salts = statements.map((_, index) => nodeCrypto.sha256(utf8(`salt ${index}`)).subarray(0, 16));

async function receiptOf(
  index: number,
  size: number,
  by: NoteSigner = signer,
  name = origin,
): Promise<Receipt> {
  const leaves = statements
    .slice(0, size)
    .map((statement, at) => leafHash(nodeCrypto, commit(nodeCrypto, statement, salts[at] as Uint8Array)));
  const log = new MemoryLog(nodeCrypto, leaves);
  return makeReceipt({
    origin: name,
    statement: statements[index] as Statement,
    salt: salts[index] as Uint8Array,
    index,
    path: log.prove(inclusionPlan(index, size)),
    checkpoint: await signNote(formatCheckpoint({ origin: name, size, root: log.range.root() }), by),
  });
}

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? 'accepted' : result.refusals[0]?.code;
}

test('a receipt proves its statement with the key of the log alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 300 }), fc.nat(), async (size, at) => {
      const receipt = await receiptOf(at % size, size);
      const verified = expectOk(await verifyReceipt(nodeCrypto, JSON.parse(JSON.stringify(receipt)), trust));
      assert.deepEqual(verified.statement, statements[at % size]);
      assert.deepEqual([verified.index, verified.size, verified.origin], [at % size, size, origin]);
    }),
    { numRuns: 25 },
  );
});

test('each altered member is refused for its own reason', async () => {
  const receipt = await receiptOf(5, 11);
  const statement = receipt.statement;
  const hash = receipt.inclusion[0] as string;
  const cases: [Record<string, unknown>, string][] = [
    [{ index: 6 }, 'LEDGER_INCLUSION_MISMATCH'],
    [{ index: 11 }, 'LEDGER_INDEX_OUT_OF_RANGE'],
    [{ index: Number.MAX_SAFE_INTEGER }, 'LEDGER_INDEX_OUT_OF_RANGE'],
    [{ index: 2 ** 53 }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ index: -1 }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ index: '5' }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ origin: 'other.example/log' }, 'LEDGER_ORIGIN_MISMATCH'],
    [{ statement: { ...statement, at: '2026-06-11T00:00:05.000Z' } }, 'LEDGER_INCLUSION_MISMATCH'],
    [{ statement: { ...statement, at: '2026-06-31T00:00:05.000Z' } }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ statement: { ...statement, at: '2026-06-12T00:00:05Z' } }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ statement: { ...statement, kind: 'credential' } }, 'LEDGER_INCLUSION_MISMATCH'],
    [{ statement: { ...statement, kind: 'rumour' } }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ statement: { ...statement, digest: `sha256:${'0'.repeat(64)}` } }, 'LEDGER_INCLUSION_MISMATCH'],
    [{ statement: { ...statement, digest: statement.digest.toUpperCase() } }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ statement: { ...statement, note: 'x' } }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ salt: `A${receipt.salt.slice(1)}` }, 'LEDGER_INCLUSION_MISMATCH'],
    [{ salt: `${receipt.salt.slice(0, -1)}B` }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ salt: receipt.salt.slice(2) }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ inclusion: receipt.inclusion.slice(1) }, 'LEDGER_PROOF_LENGTH'],
    [{ inclusion: [...receipt.inclusion, hash] }, 'LEDGER_PROOF_LENGTH'],
    [{ inclusion: [...receipt.inclusion].reverse() }, 'LEDGER_INCLUSION_MISMATCH'],
    [{ inclusion: Array(54).fill(hash) }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ inclusion: [hash.replace('=', '')] }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ checkpoint: receipt.checkpoint.slice(0, -9) }, 'LEDGER_NOTE_MALFORMED'],
    [{ checkpoint: receipt.checkpoint.replace('\n11\n', '\n12\n') }, 'LEDGER_NOTE_SIGNATURE_INVALID'],
    [{ checkpoint: 'x'.repeat(70_000) }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ type: 'portolan/receipt@2' }, 'LEDGER_RECEIPT_MALFORMED'],
    [{ extra: true }, 'LEDGER_RECEIPT_MALFORMED'],
  ];
  for (const [change, code] of cases)
    assert.equal(
      codeOf(await verifyReceipt(nodeCrypto, { ...receipt, ...change }, trust)),
      code,
      JSON.stringify(change).slice(0, 90),
    );
  for (const member of Object.keys(receipt)) {
    const { [member as keyof Receipt]: _, ...rest } = receipt;
    assert.equal(codeOf(await verifyReceipt(nodeCrypto, rest, trust)), 'LEDGER_RECEIPT_MALFORMED', member);
  }
});

test('what is no receipt at all is refused, never thrown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (value) => {
      assert.equal(codeOf(await verifyReceipt(nodeCrypto, value, trust)), 'LEDGER_RECEIPT_MALFORMED');
    }),
  );
});

test('a receipt is for one document and no other', async () => {
  const receipt = await receiptOf(0, 1);
  const expectDigest = receipt.statement.digest;
  assert.equal(codeOf(await verifyReceipt(nodeCrypto, receipt, { ...trust, expectDigest })), 'accepted');
  const other = digestBytes(nodeCrypto, utf8('another')) as Digest;
  const refusal = await verifyReceipt(nodeCrypto, receipt, { ...trust, expectDigest: other });
  assert.equal(codeOf(refusal), 'LEDGER_RECEIPT_OTHER_DOCUMENT');
});

test('the key of one trusted log cannot speak for another', async () => {
  const other = sampleSigner('other.example/log');
  const forged = await receiptOf(0, 3, other, origin);
  const keys = [signer.key, other.key];
  assert.equal(codeOf(await verifyReceipt(nodeCrypto, forged, { keys })), 'LEDGER_ORIGIN_MISMATCH');
});

test('required witnesses are counted, each once', async () => {
  const receipt = await receiptOf(1, 2);
  const [one, two] = ['witness.example/1', 'witness.example/2'].map((name) =>
    sampleSigner(name, 'cosignature-v1'),
  );
  const at = instant('2026-06-12T00:00:10Z');
  const once = await cosignNote(receipt.checkpoint, one as NoteSigner, at);
  const keys = [signer.key, (one as NoteSigner).key, (two as NoteSigner).key];
  const verify = (checkpoint: string) =>
    verifyReceipt(nodeCrypto, { ...receipt, checkpoint }, { keys, witnesses: 2 });
  assert.equal(codeOf(await verify(once)), 'LEDGER_WITNESSES_MISSING');
  assert.equal(
    codeOf(await verify(await cosignNote(once, one as NoteSigner, at))),
    'LEDGER_WITNESSES_MISSING',
  );
  assert.equal(codeOf(await verify(await cosignNote(once, two as NoteSigner, at))), 'accepted');
});

test('a commitment hides its statement: another salt, another leaf', () => {
  const [statement, salt] = [statements[0] as Statement, salts[0] as Uint8Array];
  assert.notEqual(
    toHex(commit(nodeCrypto, statement, salt)),
    toHex(commit(nodeCrypto, statement, salts[1] as Uint8Array)),
  );
  assert.equal(
    toHex(commit(nodeCrypto, { at: statement.at, digest: statement.digest, kind: statement.kind }, salt)),
    toHex(commit(nodeCrypto, statement, salt)),
    'the order of members does not matter',
  );
  assert.throws(() => commit(nodeCrypto, statement, salt.subarray(1)));
});
