import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestBytes, expectOk, type Instant, instant, type Result, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { leafHash } from '../merkle/hash.ts';
import { consistencyPlan, inclusionPlan } from '../merkle/plan.ts';
import { formatCheckpoint } from '../note/checkpoint.ts';
import { cosignNote, type NoteSigner, signNote } from '../note/sign.ts';
import { makeReceipt } from '../receipt/make.ts';
import type { Receipt } from '../receipt/receipt.ts';
import { commit, type Statement } from '../receipt/statement.ts';
import { verifyWitnessed } from '../receipt/witnessed.ts';
import { MemoryLog } from '../testing/memory-log.ts';
import { sampleSigner } from '../testing/signer.ts';
import { readCosignatures } from './answer.ts';
import { checkAdvance } from './check.ts';
import { formatWitnessRequest, parseWitnessRequest } from './request.ts';

const origin = 'mill.example/log';
const signer = sampleSigner(origin);
const witness = sampleSigner('customs.example/witness', 'cosignature-v1');
const seenAt = instant('2026-06-12T15:00:00Z');
const salt = nodeCrypto.sha256(utf8('salt')).subarray(0, 16);

const statements = Array.from(
  { length: 40 },
  (_, index): Statement => ({
    kind: 'credential',
    digest: digestBytes(nodeCrypto, utf8(`document ${index}`)),
    at: instant('2026-06-12T14:00:00Z'),
  }),
);
const leaves = statements.map((statement) => leafHash(nodeCrypto, commit(nodeCrypto, statement, salt)));
const logOf = (size: number) => new MemoryLog(nodeCrypto, leaves.slice(0, size));
const rootOf = (size: number) => logOf(size).range.root();

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? 'accepted' : result.refusals[0]?.code;
}

function checkpoint(size: number, by = signer, root = rootOf(size)): Promise<string> {
  return signNote(formatCheckpoint({ origin: by.key.name, size, root }), by);
}

/** A receipt of one leaf under the checkpoint of `size` leaves, with the note that is given. */
function receiptUnder(note: string, index: number, size: number, name = origin): Receipt {
  const path = logOf(size).prove(inclusionPlan(index, size));
  return makeReceipt({
    ...{ origin: name, statement: statements[index] as Statement, salt, index, path },
    checkpoint: note,
  });
}

async function cosigned(size: number, at: Instant = seenAt, by: NoteSigner = witness): Promise<string> {
  return cosignNote(await checkpoint(size), by, at);
}

test('a request is read as it was written; others are refused', () => {
  const proof = logOf(40).prove(consistencyPlan(7, 40));
  const body = formatWitnessRequest({ old: 7, proof, note: 'a note\n' });
  const read = expectOk(parseWitnessRequest(body));
  assert.deepEqual({ ...read, proof: read.proof.length }, { old: 7, note: 'a note\n', proof: proof.length });
  assert.equal(expectOk(parseWitnessRequest('old 0\n\nnote')).proof.length, 0);
  const hash = `${Buffer.alloc(32).toString('base64')}\n`;
  for (const bad of [
    '',
    'old 1\n',
    'new 1\n\nnote',
    'old x\n\nnote',
    'old 01\n\nnote',
    'old 1\nAAAA\n\nnote',
    `old 1\n${hash.repeat(64)}\nnote`,
  ])
    assert.equal(
      codeOf(parseWitnessRequest(bad)),
      'LEDGER_WITNESS_REQUEST',
      JSON.stringify(bad.slice(0, 30)),
    );
});

test('a witness goes along with a log that grows, from nothing on', async () => {
  const first = { old: 0, proof: [], note: await checkpoint(7) };
  assert.equal(expectOk(await checkAdvance(nodeCrypto, first, signer.key, undefined)).size, 7);
  const seen = { size: 7, root: rootOf(7) };
  const proof = logOf(40).prove(consistencyPlan(7, 40));
  const next = { old: 7, proof, note: await checkpoint(40) };
  assert.equal(expectOk(await checkAdvance(nodeCrypto, next, signer.key, seen)).size, 40);
  const again = { old: 7, proof: [], note: await checkpoint(7) };
  assert.equal(
    codeOf(await checkAdvance(nodeCrypto, again, signer.key, seen)),
    'accepted',
    'the same once more',
  );
});

test('a witness refuses another history, a proof that does not hold and a signer that is not the log', async () => {
  const seen = { size: 7, root: rootOf(7) };
  const proof = logOf(40).prove(consistencyPlan(7, 40));
  const other = nodeCrypto.sha256(utf8('another tree'));
  const cases: [string, Parameters<typeof checkAdvance>[1]][] = [
    ['LEDGER_WITNESS_SPLIT', { old: 7, proof: [], note: await checkpoint(7, signer, other) }],
    ['LEDGER_CONSISTENCY_MISMATCH', { old: 7, proof, note: await checkpoint(40, signer, other) }],
    ['LEDGER_PROOF_LENGTH', { old: 7, proof: proof.slice(1), note: await checkpoint(40) }],
    ['LEDGER_WITNESS_SIZE', { old: 0, proof: [], note: await checkpoint(40) }],
    ['LEDGER_WITNESS_REQUEST', { old: 7, proof: [], note: await checkpoint(5) }],
    [
      'LEDGER_NOTE_UNKNOWN_SIGNER',
      { old: 7, proof, note: await checkpoint(40, sampleSigner('thief.example')) },
    ],
  ];
  for (const [code, request] of cases)
    assert.equal(codeOf(await checkAdvance(nodeCrypto, request, signer.key, seen)), code);
});

test('an answer is kept when it is nothing but the cosignature of this very checkpoint', async () => {
  const note = await checkpoint(7);
  const line = (await cosignNote(note, witness, seenAt)).slice(note.length);
  assert.equal(expectOk(await readCosignatures(nodeCrypto, note, line, witness.key)).at, seenAt);
  const stranger = sampleSigner('stranger.example/w', 'cosignature-v1');
  const wrong = [
    '',
    'thank you\n',
    (await cosigned(8)).slice((await checkpoint(8)).length),
    (await cosignNote(note, stranger, seenAt)).slice(note.length),
    `\n${line}`,
    line.repeat(40),
  ];
  for (const answer of wrong)
    assert.equal(
      codeOf(await readCosignatures(nodeCrypto, note, answer, witness.key)),
      'LEDGER_WITNESS_ANSWER',
    );
});

test('a receipt under a cosigned checkpoint has the time of the cosignature, not the one the log states', async () => {
  const receipt = receiptUnder(await cosigned(40), 3, 40);
  const [seen, ...more] = expectOk(await verifyWitnessed(nodeCrypto, receipt, [witness.key]));
  assert.deepEqual(
    [seen?.at, seen?.witness, seen?.origin, more.length],
    [seenAt, witness.key.name, origin, 0],
  );
  const second = sampleSigner('broker.example/witness', 'cosignature-v1');
  const later = instant('2026-06-12T16:00:00Z');
  const twice = receiptUnder(await cosignNote(await cosigned(40), second, later), 3, 40);
  const both = expectOk(await verifyWitnessed(nodeCrypto, twice, [witness.key, second.key]));
  assert.deepEqual(
    both.map(({ at }) => at),
    [seenAt, later],
  );
});

test('no time comes from a stranger, an altered one, another log, or a checkpoint before the leaf', async () => {
  const keys = [witness.key];
  const check = async (receipt: unknown, trusted = keys) =>
    codeOf(await verifyWitnessed(nodeCrypto, receipt, trusted));
  const good = receiptUnder(await cosigned(40), 3, 40);
  assert.equal(await check(good), 'accepted');
  assert.equal(await check(good, []), 'LEDGER_NOTE_UNKNOWN_SIGNER');
  assert.equal(await check(good, [signer.key]), 'LEDGER_NOTE_UNKNOWN_SIGNER', 'a log is no witness');
  assert.equal(await check(receiptUnder(await checkpoint(40), 3, 40)), 'LEDGER_NOTE_UNKNOWN_SIGNER');
  const stranger = sampleSigner('stranger.example/w', 'cosignature-v1');
  assert.equal(
    await check(receiptUnder(await cosigned(40, seenAt, stranger), 3, 40)),
    'LEDGER_NOTE_UNKNOWN_SIGNER',
  );
  // The time of the cosignature changed, in the eight bytes before the signature.
  assert.equal(
    await check({ ...good, checkpoint: backdated(good.checkpoint) }),
    'LEDGER_NOTE_SIGNATURE_INVALID',
  );
  // Cosigned of one log, shown as the receipt of another.
  assert.equal(await check({ ...good, origin: 'other.example/log' }), 'LEDGER_ORIGIN_MISMATCH');
  // An old cosignature, under which the leaf does not lie yet.
  const older = await cosigned(5, instant('2026-06-01T00:00:00Z'));
  assert.equal(
    await check({ ...receiptUnder(await cosigned(40), 30, 40), checkpoint: older }),
    'LEDGER_INDEX_OUT_OF_RANGE',
  );
  const elsewhere = { ...receiptUnder(await cosigned(40), 3, 40), checkpoint: await cosigned(39) };
  assert.equal(await check(elsewhere), 'LEDGER_INCLUSION_MISMATCH');
  // The statement changed: another document, or another time.
  const changed = { ...good, statement: { ...good.statement, digest: statements[4]?.digest } };
  assert.equal(await check(changed), 'LEDGER_INCLUSION_MISMATCH');
});

/** The note with the cosignature's time set a year back. */
function backdated(note: string): string {
  const at = note.trimEnd().lastIndexOf(' ') + 1;
  const bytes = Buffer.from(note.slice(at).trimEnd(), 'base64');
  bytes.writeBigUInt64BE(bytes.readBigUInt64BE(4) - 31_536_000n, 4);
  return `${note.slice(0, at)}${bytes.toString('base64')}\n`;
}
