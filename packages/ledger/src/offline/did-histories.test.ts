import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  didKeyMethod,
  didKeyOf,
  issueCredential,
  type Signer,
  signDocument,
  toMultikey,
  type UnsignedCredential,
} from '@portolan/credentials';
import { canonicalize, concatBytes, instant, type JsonObject, ok, toBase58, utf8 } from '@portolan/kernel';
import { generateEd25519, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import {
  fileOf,
  loggedAt,
  sampleCredential,
  sampleLogKey,
  sampleReceipt,
} from '../testing/sample-evidence.ts';
import { judgeFile } from './judge.ts';
import type { VerifyOptions } from './options.ts';

const at = instant('2026-06-20T00:00:00Z');
const knowingNobody: VerifyOptions = { crypto: nodeCrypto, at, schema: () => ok };
const trusting: VerifyOptions = { ...knowingNobody, logKeys: [sampleLogKey()] };
const credential = await sampleCredential();

async function verify(value: unknown, options = trusting) {
  const { checks, conclusion } = await judgeFile(fileOf(value), options);
  const outcome = (name: string) => checks.find((check) => check.name === name)?.outcome;
  return { conclusion, outcome, codes: checks.flatMap(({ refusals }) => refusals.map(({ code }) => code)) };
}

/** A did:webvh of two versions, made as did:webvh 1.0, "Create (Register)" and "Update (Rotate)", say: the first key, then the second. */
async function rotatedHistory(keys: readonly [KeyPair, KeyPair], rotatedAt: string) {
  const [first] = keys;
  const path = 'mill.example';
  let scid = '{SCID}';
  let previous = '';
  const lines: string[] = [];
  for (const [index, { publicKey }] of keys.entries()) {
    const did = () => `did:webvh:${scid}:${path}`;
    const updateKeys = [toMultikey(publicKey)];
    const key = () => ({
      ...{ id: `${did()}#key-${index}`, type: 'Multikey', controller: did() },
      publicKeyMultibase: toMultikey(publicKey),
    });
    const entry = (): JsonObject => ({
      versionId: index === 0 ? scid : previous,
      versionTime: index === 0 ? '2026-01-01T00:00:00Z' : rotatedAt,
      parameters: index === 0 ? { method: 'did:webvh:1.0', scid, updateKeys } : { updateKeys },
      state: {
        '@context': ['https://www.w3.org/ns/did/v1'],
        ...{ id: did(), verificationMethod: [key()], assertionMethod: [`#key-${index}`] },
      },
    });
    if (index === 0) scid = entryHash(entry());
    previous = `${index + 1}-${entryHash(entry())}`;
    // Whoever held the key before signs the entry.
    const signed = await signDocument({ ...entry(), versionId: previous }, signerOf(first), nodeCrypto, {
      created: instant('2026-01-01T00:00:00Z'),
    });
    lines.push(JSON.stringify({ ...signed, proof: [signed.proof] }));
  }
  return { did: `did:webvh:${scid}:${path}` as const, log: lines.join('\n') };
}

type KeyPair = ReturnType<typeof generateEd25519>;

function signerOf({ publicKey, privateKey }: KeyPair, did: Signer['did'] = didKeyOf(publicKey)): Signer {
  const verificationMethod = did.startsWith('did:key:') ? didKeyMethod(did) : `${did}#key-0`;
  return { did, verificationMethod, sign: (message) => signEd25519(privateKey, message) };
}

function entryHash(entry: JsonObject): string {
  return toBase58(concatBytes(Uint8Array.of(0x12, 0x20), nodeCrypto.sha256(utf8(canonicalize(entry)))));
}

test('a history of keys in the file proves itself: a key rotated out since was in force when the log had it', async () => {
  const keys = [generateEd25519(), generateEd25519()] as const;
  const history = await rotatedHistory(keys, '2026-06-15T00:00:00Z');
  const { proof: _proof, ...unsigned } = credential;
  const order = { ...unsigned, issuer: history.did } as unknown as UnsignedCredential;
  const signed = (await issueCredential(order, signerOf(keys[0], history.did), nodeCrypto, {
    created: loggedAt,
  })) as unknown as JsonObject;
  const file = { credential: signed, receipt: await sampleReceipt(signed), didLogs: [history] };
  assert.deepEqual((await verify(file)).codes, []);
  assert.equal((await verify(file)).conclusion, 'verified');

  const undated = await verify(file, knowingNobody);
  assert.ok(undated.codes.includes('CRED_KEY_REVOKED'), 'without a trusted time the present counts');
  const cut = { ...history, log: history.log.replace('2026-06-15', '2026-06-16') };
  const forged = await verify({ ...file, didLogs: [cut] });
  assert.equal(forged.outcome('key history'), 'failed');
  assert.equal(forged.conclusion, 'refused');
});
