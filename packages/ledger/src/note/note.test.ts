import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk, instant, type Result } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import fc from 'fast-check';
import { verifyConsistency } from '../merkle/consistency.ts';
import { sampleSigner, seededSigner } from '../testing/signer.ts';
import { ctRoots, goNote, monkeys } from '../testing/vectors.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { formatNoteKey, noteKey, parseNoteKey } from './key.ts';
import { parseNote } from './note.ts';
import { openCheckpoint } from './open-checkpoint.ts';
import { cosignNote, signNote } from './sign.ts';
import { verifyNote } from './verify.ts';

const key = expectOk(parseNoteKey(nodeCrypto, goNote.verifierKey));
const note = `${goNote.text}\n${goNote.signature}`;
const log = sampleSigner('node.example/log');
const witness = sampleSigner('witness.example/w1', 'cosignature-v1');
const root = ctRoots[5] as Uint8Array;
const body = formatCheckpoint({ origin: 'node.example/log', size: 5, root });

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? 'accepted' : result.refusals[0]?.code;
}

test('the note of golang.org/x/mod/sumdb/note verifies, and signing gives the same bytes', async () => {
  assert.equal(expectOk(await verifyNote(nodeCrypto, note, [key])).text, goNote.text);
  assert.equal(await signNote(goNote.text, seededSigner('PeterNeumann', goNote.seed)), note);
  assert.equal(formatNoteKey(key), goNote.verifierKey);
});

test('two checkpoints of a public test log open and are consistent', async () => {
  const keys = [expectOk(parseNoteKey(nodeCrypto, monkeys.verifierKey))];
  const first = expectOk(await openCheckpoint(nodeCrypto, monkeys.first, keys));
  const second = expectOk(await openCheckpoint(nodeCrypto, monkeys.second, keys));
  assert.deepEqual([first.origin, first.size, second.size], ['monkeys', 5, 8]);
  const proof = { first: 5, second: 8, path: monkeys.path };
  assert.ok(verifyConsistency(nodeCrypto, proof, first.root, second.root).ok);
  assert.ok(!verifyConsistency(nodeCrypto, proof, second.root, first.root).ok);
});

test('the cosigned checkpoint printed in C2SP tlog-cosignature is read', () => {
  const printed = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;
  const { text, signatures } = expectOk(parseNote(printed));
  assert.equal(expectOk(parseCheckpoint(text)).size, 20_852_163);
  assert.deepEqual(
    signatures.map(({ id, signature }) => [id, signature.length]),
    [
      ['033de0ae', 64],
      ['8d66cf3f', 72],
    ],
  );
});

test('a key with any character changed, cut or added is refused', () => {
  const text = goNote.verifierKey;
  for (let at = 0; at < text.length; at += 1) {
    const next = String.fromCharCode(text.charCodeAt(at) + 1);
    assert.ok(
      !parseNoteKey(nodeCrypto, text.slice(0, at) + next + text.slice(at + 1)).ok,
      `changed at ${at}`,
    );
    assert.ok(!parseNoteKey(nodeCrypto, text.slice(0, at)).ok, `cut at ${at}`);
  }
  // Cases of note_test.go: another length and another algorithm, with the hash adjusted.
  for (const bad of [
    'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  ])
    assert.equal(codeOf(parseNoteKey(nodeCrypto, bad)), 'LEDGER_KEY_MALFORMED');
  assert.equal(
    codeOf(parseNoteKey(nodeCrypto, text.replace('c74f20a3', 'c74f20a4'))),
    'LEDGER_KEY_HASH_MISMATCH',
  );
  assert.throws(() => noteKey(nodeCrypto, 'two words', key.publicKey));
});

test('a witness cosignature carries its time; another time does not verify', async () => {
  const signed = await signNote(body, log);
  const cosigned = await cosignNote(signed, witness, instant('2026-06-12T15:00:00Z'));
  const opened = expectOk(await openCheckpoint(nodeCrypto, cosigned, [log.key, witness.key]));
  assert.deepEqual(opened.witnesses, [{ name: 'witness.example/w1', at: '2026-06-12T15:00:00.000Z' }]);
  const later = await cosignNote(signed, witness, instant('2026-06-12T15:00:01Z'));
  const lines = [cosigned, later].map(
    (text) => expectOk(parseNote(text)).signatures[1]?.signature as Uint8Array,
  );
  const mixed = Uint8Array.from([
    ...(lines[1] as Uint8Array).subarray(0, 8),
    ...(lines[0] as Uint8Array).subarray(8),
  ]);
  const forged = `${signed}\u2014 witness.example/w1 ${Buffer.concat([Buffer.from(witness.key.id, 'hex'), mixed]).toString('base64')}\n`;
  assert.equal(
    codeOf(await verifyNote(nodeCrypto, forged, [log.key, witness.key])),
    'LEDGER_NOTE_SIGNATURE_INVALID',
  );
  assert.equal(codeOf(await verifyNote(nodeCrypto, forged, [log.key])), 'accepted', 'strangers are ignored');
});

test('a cosignature alone does not make a checkpoint: the log must have signed it', async () => {
  const cosigned = await cosignNote(await signNote(body, log), witness, instant('2026-06-12T15:00:00Z'));
  assert.equal(codeOf(await openCheckpoint(nodeCrypto, cosigned, [witness.key])), 'LEDGER_ORIGIN_MISMATCH');
  const other = await signNote(body, sampleSigner('other.example/log'));
  const keys = [sampleSigner('other.example/log').key];
  assert.equal(codeOf(await openCheckpoint(nodeCrypto, other, keys)), 'LEDGER_ORIGIN_MISMATCH');
});

test('unknown signers, wrong key hash and altered text are refused for their own reason', async () => {
  const stranger = sampleSigner('node.example/log2').key;
  const signed = await signNote(body, log);
  assert.equal(codeOf(await openCheckpoint(nodeCrypto, signed, [stranger])), 'LEDGER_NOTE_UNKNOWN_SIGNER');
  assert.equal(codeOf(await openCheckpoint(nodeCrypto, signed, [])), 'LEDGER_NOTE_UNKNOWN_SIGNER');
  const sameName = { ...sampleSigner('x').key, name: log.key.name };
  assert.equal(codeOf(await openCheckpoint(nodeCrypto, signed, [sameName])), 'LEDGER_NOTE_UNKNOWN_SIGNER');
  const sameId = { ...sameName, id: log.key.id };
  assert.equal(codeOf(await openCheckpoint(nodeCrypto, signed, [sameId])), 'LEDGER_NOTE_SIGNATURE_INVALID');
  const larger = signed.replace('\n5\n', '\n6\n');
  assert.equal(codeOf(await openCheckpoint(nodeCrypto, larger, [log.key])), 'LEDGER_NOTE_SIGNATURE_INVALID');
});

test('a note that is cut off anywhere is refused', async () => {
  const signed = await signNote(body, log);
  for (let end = 0; end < signed.length; end += 1)
    assert.ok(!(await openCheckpoint(nodeCrypto, signed.slice(0, end), [log.key])).ok, `cut at ${end}`);
});

test('one altered character anywhere in a checkpoint is refused', async () => {
  const signed = await signNote(body, log);
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: signed.length - 1 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      async (at, other) => {
        const altered = signed.slice(0, at) + other + signed.slice(at + 1);
        if (altered !== signed) assert.ok(!(await openCheckpoint(nodeCrypto, altered, [log.key])).ok);
      },
    ),
    { numRuns: 300 },
  );
});

test('notes that are not notes are refused without being verified', () => {
  const line = goNote.signature;
  const bad = [
    '',
    '\n',
    '\n\n',
    goNote.text,
    `${goNote.text}${line}`,
    `${goNote.text}\n${line.trimEnd()}`,
    `${goNote.text}\n${line}extra\n`,
    `${goNote.text}\n- PeterNeumann x08go\n`,
    `${goNote.text}\n\u2014 PeterNeumann\n`,
    `${goNote.text}\n\u2014  x08go/ZJkuBS9UG\n`,
    `${goNote.text}\n\u2014 Peter+Neumann x08go/ZJkuBS9UG/\n`,
    `${goNote.text}\n\u2014 PeterNeumann x08go*ZJ\n`,
    `${goNote.text}\n\u2014 PeterNeumann AAAAAA==\n`,
    `${goNote.text}\n\u2014 PeterNeumann AAAAAB==\n`,
    `a\tb\n\n${line}`,
    `a\r\n\n${line}`,
    `\ud800\n\n${line}`,
    `${goNote.text}\n${line.repeat(65)}`,
    `${'x'.repeat(70_000)}\n\n${line}`,
  ];
  for (const text of bad)
    assert.equal(codeOf(parseNote(text)), 'LEDGER_NOTE_MALFORMED', JSON.stringify(text.slice(-60)));
  assert.ok(parseNote(`${goNote.text}\n${line.repeat(16)}`).ok, '16 signatures must be accepted');
});

test('checkpoint texts that are not checkpoints are refused', () => {
  const hash = Buffer.from(root).toString('base64');
  const cases: [string, string][] = [
    ['', 'LEDGER_CHECKPOINT_MALFORMED'],
    ['a\n', 'LEDGER_CHECKPOINT_MALFORMED'],
    ['a\n5\n', 'LEDGER_CHECKPOINT_MALFORMED'],
    [`\n5\n${hash}\n`, 'LEDGER_CHECKPOINT_MALFORMED'],
    [`a\n5\n${hash}`, 'LEDGER_CHECKPOINT_MALFORMED'],
    [`a\n5\n${hash}\n\n`, 'LEDGER_CHECKPOINT_MALFORMED'],
    [`a\n5\n${hash.slice(4)}\n`, 'LEDGER_CHECKPOINT_MALFORMED'],
    [`a\n5\n${hash.slice(0, -1)}\n`, 'LEDGER_CHECKPOINT_MALFORMED'],
    [`a\n05\n${hash}\n`, 'LEDGER_SIZE_UNSUPPORTED'],
    [`a\n-5\n${hash}\n`, 'LEDGER_SIZE_UNSUPPORTED'],
    [`a\n5e3\n${hash}\n`, 'LEDGER_SIZE_UNSUPPORTED'],
    [`a\n9007199254740992\n${hash}\n`, 'LEDGER_SIZE_UNSUPPORTED'],
    [`a\n${'9'.repeat(400)}\n${hash}\n`, 'LEDGER_SIZE_UNSUPPORTED'],
  ];
  for (const [text, code] of cases)
    assert.equal(codeOf(parseCheckpoint(text)), code, JSON.stringify(text.slice(0, 60)));
  assert.equal(expectOk(parseCheckpoint(`a\n0\n${hash}\nextension\n`)).size, 0);
});
