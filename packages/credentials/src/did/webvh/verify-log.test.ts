import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { canonicalize, expectOk, instant, type JsonObject, type Result, toBase58 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { hashData } from '../../proof/hash-data.ts';
import { type Actor, actor } from '../../testing/actors.ts';
import { toMultikey } from '../multikey.ts';
import { webvhAddress } from './address.ts';
import { webvhDocument, webvhDocumentAt } from './document.ts';
import { hashOfJson, hashOfText } from './hash.ts';
import { verifyWebvhLog } from './verify-log.ts';

const at = instant('2026-06-12T14:30:00Z');
const [first, second, third, witness] = ['first', 'second', 'third', 'witness'].map(actor) as [
  Actor,
  Actor,
  Actor,
  Actor,
];
const multikey = ({ publicKey }: Actor) => toMultikey(publicKey);
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusals[0]?.code);

function signed(document: JsonObject, signer: Actor): JsonObject {
  const config = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: signer.verificationMethod,
    created: '2026-01-01T00:00:00Z',
    proofPurpose: 'assertionMethod',
  };
  const message = hashData(nodeCrypto, canonicalize(config), canonicalize(document));
  return { ...config, proofValue: `z${toBase58(signer.sign(message) as Uint8Array)}` };
}

interface Step {
  readonly time: string;
  readonly parameters: JsonObject;
  readonly keys: readonly Actor[];
  readonly signer: Actor;
  readonly host?: string;
  /** Changes the entry after its hash was made, and before it is signed. */
  readonly change?: (entry: JsonObject) => JsonObject;
}

/** A history made as did:webvh 1.0, "Create (Register)" and "Update (Rotate)", say. */
function historyOf(steps: readonly Step[]): { did: string; log: string; versionIds: string[] } {
  const lines: string[] = [];
  const versionIds: string[] = [];
  let scid = '{SCID}';
  let previous = '';
  for (const [index, step] of steps.entries()) {
    const did = () => `did:webvh:${scid}:${step.host ?? 'mill.example'}`;
    const entry = (): JsonObject => ({
      versionId: index === 0 ? scid : previous,
      versionTime: step.time,
      parameters: { ...(index === 0 ? { method: 'did:webvh:1.0', scid } : {}), ...step.parameters },
      state: {
        '@context': ['https://www.w3.org/ns/did/v1'],
        id: did(),
        verificationMethod: step.keys.map((key) => ({
          id: `${did()}#${multikey(key).slice(-6)}`,
          type: 'Multikey',
          controller: did(),
          publicKeyMultibase: multikey(key),
        })),
        assertionMethod: step.keys.map((key) => `#${multikey(key).slice(-6)}`),
      },
    });
    if (index === 0) scid = hashOfJson(nodeCrypto, entry());
    previous = `${index + 1}-${hashOfJson(nodeCrypto, entry())}`;
    const whole = { ...entry(), versionId: previous };
    const changed = step.change?.(whole) ?? whole;
    lines.push(JSON.stringify({ ...changed, proof: [signed(changed, step.signer)] }));
    versionIds.push(previous);
  }
  return { did: `did:webvh:${scid}:mill.example`, log: lines.join('\n'), versionIds };
}

const start: Step = {
  time: '2026-01-01T00:00:00Z',
  parameters: { updateKeys: [multikey(first)] },
  keys: [first],
  signer: first,
};
const rotate: Step = {
  time: '2026-03-01T00:00:00Z',
  parameters: { updateKeys: [multikey(second)] },
  keys: [second],
  signer: first,
};
const verify = async (steps: readonly Step[], witnesses?: (ids: string[]) => unknown) => {
  const { did, log, versionIds } = historyOf(steps);
  return verifyWebvhLog(did, { log, witnesses: witnesses?.(versionIds) }, { crypto: nodeCrypto, at });
};

/** "Entry Hash Generation and Verification" of did:webvh 1.0, the example. */
test('the entry hash of the specification', () => {
  const scid = 'QmdmPkUdYzbr9txmx8gM2rsHPgr5L6m3gHjJGAf4vUFoGE';
  const witnesses = [
    'did:key:z6Mkkc51mg2vpQzKWAbWQZupeGYhowaBjYkmvcKMTqteqHB4',
    'did:key:z6MkuDdJdKLCgwZuQuEi9xG6LVgJJ9Tebr74CXPYPSumqgJs',
    'did:key:z6MkoSWmQyp4fTk4ZQy4KUsss9dFX51XfEUzKKKj1J1JUsrF',
  ].map((id) => ({ id, weight: 1 }));
  const entry = {
    versionId: scid,
    versionTime: '2025-04-01T17:39:50Z',
    parameters: {
      witness: { threshold: 2, witnesses },
      updateKeys: ['z6MkgzBDcBFV3sk4ypPE5YXMZHmS213A3HpYY2LmcVKV15jr'],
      nextKeyHashes: ['QmZreDcjvWEpyRFznQeExWNCsvMLk5i59AcRJJuQC8UodJ'],
      method: 'did:webvh:0.5',
      scid,
    },
    state: { '@context': ['https://www.w3.org/ns/did/v1'], id: `did:webvh:${scid}:domain.example` },
  };
  assert.equal(hashOfJson(nodeCrypto, entry), 'QmQ6FJ4fk2xheSSQoEjVpTgx9AQPKhJgtR9hn1nr4EeCrZ');
});

/** Vector "key-rotation" of the didwebvh test suite of the Decentralized Identity Foundation, as made by its TypeScript generator. */
test('a history of another implementation, with a key rotated', async () => {
  const scid = 'Qmdxt11AjZewCNXX69bpEDobgjySeZ7eFwjf4tgpF6p2Dg';
  const did = `did:webvh:${scid}:example.com`;
  const [one, two] = [
    'z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG',
    'z6MknGc3ocHs3zdPiJbnaaqDi58NGb4pk1Sp9WxWufuXSdxf',
  ] as const;
  const entry = (versionId: string, day: string, parameters: object, key: string, proofValue: string) => {
    const id = `${did}#${key.slice(-8)}`;
    const verificationMethod = `did:key:${one}#${one}`;
    const time = `2000-01-0${day}T00:00:00Z`;
    return JSON.stringify({
      versionId,
      versionTime: time,
      parameters,
      state: {
        '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
        id: did,
        controller: did,
        verificationMethod: [{ type: 'Multikey', publicKeyMultibase: key, purpose: 'authentication', id }],
        authentication: [id],
        assertionMethod: [],
        keyAgreement: [],
        capabilityDelegation: [],
        capabilityInvocation: [],
      },
      proof: [
        {
          type: 'DataIntegrityProof',
          cryptosuite: 'eddsa-jcs-2022',
          verificationMethod,
          created: time,
          proofPurpose: 'assertionMethod',
          proofValue,
        },
      ],
    });
  };
  const settings = { nextKeyHashes: [], watchers: [], witness: {} };
  const log = [
    entry(
      '1-QmPFhMuZH9gjY2JZgyyrgRuFTywQ4mDhoKGVoGE8uy7hFD',
      '1',
      { method: 'did:webvh:1.0', scid, updateKeys: [one], portable: false, ...settings, deactivated: false },
      one,
      'z3gfipj528cwTsP7aSSWMsPzA5uqSUGSN7WNzJQFf1WTvjpHf9Ftjk6StQmqqzjyjQT9xyqTjEsRp2jw4DBjcyqac',
    ),
    entry(
      '2-QmUEMpQDb8qd1FUDDzDZnX2M5TrEGnGdGEn3bVS9bxTXC3',
      '2',
      { updateKeys: [two], ...settings },
      two,
      'z5V5X6h9Qaqgfsz1eqQ52qvCAei97JNPfiYEtDQ4rNMGfwXwb9pXRFLBRJ9bb3NKiYtMFySALPi5HrWMjhuh6i5N2',
    ),
  ].join('\n');
  const history = expectOk(await verifyWebvhLog(did, { log }, { crypto: nodeCrypto, at }));
  assert.deepEqual(
    history.versions.map(({ versionTime }) => versionTime),
    ['2000-01-01T00:00:00.000Z', '2000-01-02T00:00:00.000Z'],
  );
});

describe('keys as of the signing time', () => {
  test('a key is in force from the version that brought it to the one that left it out', async () => {
    const history = expectOk(await verify([start, rotate]));
    const [old, current] = webvhDocument(history).verificationMethod;
    assert.deepEqual(
      [old?.validFrom, old?.revoked],
      ['2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    );
    assert.deepEqual([current?.validFrom, current?.revoked], ['2026-03-01T00:00:00.000Z', undefined]);
    const february = webvhDocumentAt(history, instant('2026-02-01T00:00:00Z'));
    assert.equal(february?.verificationMethod[0]?.publicKeyMultibase, multikey(first));
    assert.equal(webvhDocumentAt(history, instant('2025-01-01T00:00:00Z')), undefined);
  });

  test('a DID that was given up says since when, and nothing comes after', async () => {
    const end: Step = {
      time: '2026-05-01T00:00:00Z',
      parameters: { deactivated: true, updateKeys: [] },
      keys: [],
      signer: second,
    };
    const history = expectOk(await verify([start, rotate, end]));
    assert.equal(webvhDocument(history).deactivated, '2026-05-01T00:00:00.000Z');
    const after = { ...rotate, time: '2026-05-02T00:00:00Z', signer: second };
    assert.equal(codeOf(await verify([start, rotate, end, after])), 'CRED_WEBVH_LOG');
  });
});

describe('what is refused', () => {
  const cases: [string, Step[], string][] = [
    [
      'an entry signed by a key that was not entitled',
      [start, { ...rotate, signer: third }],
      'CRED_WEBVH_PROOF',
    ],
    ['the new key signing its own appointment', [start, { ...rotate, signer: second }], 'CRED_WEBVH_PROOF'],
    [
      'an entry that was altered',
      [start, { ...rotate, change: (entry) => ({ ...entry, versionTime: '2026-03-02T00:00:00Z' }) }],
      'CRED_WEBVH_HASH',
    ],
    [
      'a first entry that was altered',
      [{ ...start, change: (entry) => ({ ...entry, versionTime: '2026-01-02T00:00:00Z' }) }],
      'CRED_WEBVH_SCID',
    ],
    ['a time that does not go on', [start, { ...rotate, time: start.time }], 'CRED_WEBVH_TIME'],
    ['a time to come', [start, { ...rotate, time: '2026-06-12T14:36:00Z' }], 'CRED_WEBVH_TIME'],
    ['a time without a zone', [{ ...start, time: '2026-01-01T00:00:00+01:00' }], 'CRED_WEBVH_LOG'],
    [
      'a parameter nobody knows',
      [{ ...start, parameters: { ...start.parameters, other: 1 } }],
      'CRED_WEBVH_LOG',
    ],
    [
      'another method',
      [{ ...start, parameters: { ...start.parameters, method: 'did:webvh:0.5' } }],
      'CRED_WEBVH_LOG',
    ],
    ['a move that was not foreseen', [start, { ...rotate, host: 'other.example' }], 'CRED_WEBVH_LOG'],
  ];
  for (const [name, steps, code] of cases)
    test(name, async () => assert.equal(codeOf(await verify(steps)), code));

  test('the history of another identifier, no history, and lines left out', async () => {
    const { did, log } = historyOf([
      start,
      rotate,
      { ...rotate, time: '2026-04-01T00:00:00Z', signer: second },
    ]);
    const lines = log.split('\n');
    const options = { crypto: nodeCrypto, at };
    const other = historyOf([{ ...start, keys: [second] }]).did;
    assert.equal(codeOf(await verifyWebvhLog(other, { log }, options)), 'CRED_WEBVH_SCID');
    assert.equal(codeOf(await verifyWebvhLog(did, { log: '' }, options)), 'CRED_WEBVH_LOG');
    assert.equal(
      codeOf(await verifyWebvhLog(did, { log: [lines[0], lines[2]].join('\n') }, options)),
      'CRED_WEBVH_LOG',
    );
    assert.equal(codeOf(await verifyWebvhLog(did, { log: 'x' }, options)), 'CRED_WEBVH_LOG');
    for (const text of [
      'did:web:x',
      'did:webvh:abc:x.example',
      `${did}/../x`,
      `did:webvh:${'Q'.repeat(46)}:127.0.0.1`,
    ])
      assert.equal(codeOf(await verifyWebvhLog(text, { log }, options)), 'CRED_DID_MALFORMED');
  });
});

describe('pre-rotation', () => {
  const announced = {
    ...start,
    parameters: { updateKeys: [multikey(first)], nextKeyHashes: [hashOfText(nodeCrypto, multikey(second))] },
  };
  const consumed = {
    ...rotate,
    parameters: { updateKeys: [multikey(second)], nextKeyHashes: [] },
    signer: second,
  };

  test('only the announced key comes next, and it signs its own entry', async () => {
    assert.equal(codeOf(await verify([announced, consumed])), 'ok');
    assert.equal(codeOf(await verify([announced, { ...consumed, signer: first }])), 'CRED_WEBVH_PROOF');
    const stolen = { updateKeys: [multikey(third)], nextKeyHashes: [] };
    assert.equal(
      codeOf(await verify([announced, { ...consumed, parameters: stolen, signer: third }])),
      'CRED_WEBVH_PREROTATION',
    );
    const silent = { nextKeyHashes: [] };
    assert.equal(
      codeOf(await verify([announced, { ...consumed, parameters: silent, signer: first }])),
      'CRED_WEBVH_LOG',
    );
  });
});

describe('witnesses', () => {
  const watched = {
    ...start,
    parameters: {
      updateKeys: [multikey(first)],
      witness: { threshold: 1, witnesses: [{ id: witness.did }] },
    },
  };
  const approved = (ids: readonly string[], who = witness) =>
    ids.map((versionId) => ({ versionId, proof: [signed({ versionId }, who)] }));

  test('every entry needs its approvals; a later one stands for those before', async () => {
    assert.equal(codeOf(await verify([watched, rotate])), 'CRED_WEBVH_WITNESS');
    assert.equal(codeOf(await verify([watched, rotate], (ids) => approved(ids))), 'ok');
    assert.equal(codeOf(await verify([watched, rotate], (ids) => approved(ids.slice(1)))), 'ok');
    assert.equal(
      codeOf(await verify([watched, rotate], (ids) => approved(ids.slice(0, 1)))),
      'CRED_WEBVH_WITNESS',
    );
    assert.equal(
      codeOf(await verify([watched, rotate], (ids) => approved(ids, third))),
      'CRED_WEBVH_WITNESS',
    );
    assert.equal(codeOf(await verify([watched], () => approved(['1-Qmother']))), 'CRED_WEBVH_WITNESS');
  });

  test('witnesses that are malformed are no witnesses at all', async () => {
    for (const value of [
      { threshold: 0, witnesses: [{ id: witness.did }] },
      { threshold: 2, witnesses: [{ id: witness.did }, { id: witness.did }] },
      { threshold: 2, witnesses: [{ id: witness.did }] },
      { threshold: 1, witnesses: [{ id: 'did:web:x.example' }] },
      { threshold: 1, witnesses: [] },
    ])
      assert.equal(
        codeOf(
          await verify([{ ...start, parameters: { ...start.parameters, witness: value } }], (ids) =>
            approved(ids),
          ),
        ),
        'CRED_WEBVH_LOG',
      );
  });
});

test('the addresses of a history and of its witnesses', () => {
  const scid = 'Qmdxt11AjZewCNXX69bpEDobgjySeZ7eFwjf4tgpF6p2Dg';
  assert.deepEqual(expectOk(webvhAddress(`did:webvh:${scid}:example.com`)), {
    scid,
    log: 'https://example.com/.well-known/did.jsonl',
    witnesses: 'https://example.com/.well-known/did-witness.json',
  });
  assert.equal(
    expectOk(webvhAddress(`did:webvh:${scid}:example.com%3A8443:a:b`)).log,
    'https://example.com:8443/a/b/did.jsonl',
  );
});
