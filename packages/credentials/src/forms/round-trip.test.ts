import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { addSeconds, expectOk, type JsonObject } from '@portolan/kernel';
import { didDocumentOf } from '../did/document.ts';
import { keyAlgorithms } from '../did/multikey.ts';
import { createStatusList, setStatusValue } from '../status/bitstring.ts';
import { statusNoteEntry } from '../status/entry.ts';
import { NOW } from '../testing/actors.ts';
import { deriveCredential } from './derive.ts';
import { algorithmsOf, isSelective, proofForms } from './form.ts';
import { issueCredential } from './issue.ts';
import { generateKey, importKey } from './keys/local-key.ts';
import { needsOf } from './needs.ts';
import { createPresentation, type PresentationForm } from './present.ts';
import { codesOf, firstCode, formTrust, issued, keyFor, keyOf, millTest } from './testing/actors.ts';
import { verifyCredential } from './verify-credential.ts';
import { verifyPresentation } from './verify-presentation.ts';

describe('issued and verified, with every kind of key', () => {
  for (const form of proofForms)
    for (const algorithm of algorithmsOf(form))
      test(`${form} with ${algorithm}`, async () => {
        const key = await keyOf(algorithm);
        const options = { created: NOW, mandatoryPointers: ['/issuer'] };
        const made = expectOk(await issueCredential(form, { credential: millTest(key.did), key, options }));
        const shown = isSelective(form)
          ? expectOk(
              await deriveCredential(made.credential, { selectivePointers: ['/credentialSubject/heat'] }),
            )
          : made;
        for (const anything of [
          shown.credential,
          JSON.stringify(shown.credential),
          shown.token ?? shown.credential,
        ]) {
          const verdict = await verifyCredential(anything, formTrust());
          assert.deepEqual(codesOf(verdict), []);
          assert.equal(verdict.verified, true);
          assert.equal(verdict.form, form);
          assert.equal(verdict.issuer, key.did);
        }
      });

  test('a key of another kind makes no form', async () => {
    const key = await keyOf('P-384');
    const options = { created: NOW };
    for (const form of ['eddsa-rdfc-2022', 'ecdsa-sd-2023', 'bbs-2023'] as const)
      assert.equal(
        firstCode(await issueCredential(form, { credential: millTest(key.did), key, options })),
        'CRED_SUITE_KEY',
      );
  });
});

describe('sets and chains', () => {
  test('two proofs of two parties, and a third over both', async () => {
    const issuer = await keyFor('eddsa-jcs-2022');
    const witness = await generateKey('P-256');
    const steps = [
      ['eddsa-jcs-2022', issuer, { proofId: 'urn:uuid:1' }],
      ['ecdsa-rdfc-2019', witness, { proofId: 'urn:uuid:2' }],
      ['eddsa-rdfc-2022', issuer, { previousProof: ['urn:uuid:1', 'urn:uuid:2'] }],
      ['ecdsa-jcs-2019', witness, { previousProof: 'urn:uuid:1' }],
    ] as const;
    let credential: JsonObject = millTest(issuer.did);
    for (const [form, key, more] of steps)
      credential = expectOk(
        await issueCredential(form, { credential, key, options: { created: NOW, ...more } }),
      ).credential;
    const verdict = await verifyCredential(credential, formTrust());
    assert.deepEqual([codesOf(verdict), verdict.proofs, verdict.verified], [[], 4, true]);
    const [first, ...rest] = credential.proof as JsonObject[];
    const without = await verifyCredential({ ...credential, proof: rest }, formTrust());
    assert.deepEqual(codesOf(without), ['CRED_PROOF_CHAIN']);
    const onlyWitness = { ...credential, proof: [(credential.proof as JsonObject[])[1] as JsonObject] };
    assert.deepEqual(codesOf(await verifyCredential(onlyWitness, formTrust())), ['CRED_ISSUER_MISMATCH']);
    const options = { created: NOW, previousProof: 'urn:uuid:9' };
    assert.equal(
      firstCode(await issueCredential('eddsa-jcs-2022', { credential, key: issuer, options })),
      'CRED_PROOF_CHAIN',
    );
    assert.ok(first);
  });
});

describe('derived credentials', () => {
  for (const form of ['ecdsa-sd-2023', 'bbs-2023', 'vc+sd-jwt'] as const)
    test(`${form}: only what was selected, and what the issuer made mandatory`, async () => {
      const base = await issued(
        form,
        {},
        {
          mandatoryPointers: ['/issuer', '/credentialSubject/grade'],
          disclosable: ['/credentialSubject/heat', '/credentialSubject/results'],
        },
      );
      const shown = expectOk(
        await deriveCredential(base, { selectivePointers: ['/credentialSubject/heat'] }),
      );
      const verdict = await verifyCredential(shown.credential, formTrust());
      assert.deepEqual(codesOf(verdict), []);
      assert.deepEqual(verdict.credential?.credentialSubject, {
        id: 'did:example:coil',
        grade: 'A36',
        heat: 'H-4711',
      });
      assert.equal(
        firstCode(await deriveCredential(base, { selectivePointers: ['/credentialSubject/none'] })),
        'CRED_POINTER',
      );
    });

  test('what can not be derived from', async () => {
    const options = { selectivePointers: ['/credentialSubject/heat'] };
    assert.equal(
      firstCode(await deriveCredential(await issued('eddsa-rdfc-2022'), options)),
      'CRED_NOT_DERIVABLE',
    );
    assert.equal(firstCode(await deriveCredential(await issued('vc+jwt'), options)), 'CRED_NOT_DERIVABLE');
    const nothing = await issued('ecdsa-sd-2023');
    assert.equal(
      firstCode(await deriveCredential(nothing, { selectivePointers: [] })),
      'CRED_NOTHING_DISCLOSED',
    );
    assert.equal(firstCode(await deriveCredential('text', options)), 'CRED_NOT_DERIVABLE');
    assert.equal(firstCode(await deriveCredential('text~', options)), 'CRED_JWT_MALFORMED');
  });

  test('a token bound to its holder for one verifier', async () => {
    const holder = await generateKey('P-256');
    const base = await issued('vc+sd-jwt', {}, { holderKey: holder.publicKeyMultibase });
    const keyBinding = { nonce: 'n-1', audience: 'agency.example' };
    const binding = { key: holder, created: NOW, ...keyBinding };
    const shown = expectOk(
      await deriveCredential(base, { selectivePointers: ['/credentialSubject/heat'], binding }),
    );
    const codes = async (anything: unknown, expected = keyBinding) =>
      codesOf(await verifyCredential(anything, formTrust({ keyBinding: expected })));
    assert.deepEqual(await codes(shown.token), []);
    assert.deepEqual(await codes(shown.token, { ...keyBinding, nonce: 'n-2' }), ['CRED_CHALLENGE']);
    assert.deepEqual(await codes(base), ['CRED_KEY_BINDING']);
  });
});

describe('presentations', () => {
  const asked = { challenge: 'c-1', domain: 'agency.example' };
  for (const form of [
    'eddsa-jcs-2022',
    'eddsa-rdfc-2022',
    'ecdsa-jcs-2019',
    'ecdsa-rdfc-2019',
    'vc+jwt',
  ] as const satisfies readonly PresentationForm[])
    test(`${form}, with credentials of several forms`, async () => {
      const key = await keyFor(form);
      const credentials = [
        await issued('eddsa-rdfc-2022'),
        await issued('vc+jwt'),
        await issued('vc+sd-jwt'),
      ];
      const made = expectOk(
        await createPresentation(form, { credentials, key, options: { created: NOW, ...asked } }),
      );
      for (const anything of [made.presentation, made.token ?? made.presentation]) {
        const verdict = await verifyPresentation(anything, formTrust(), asked);
        assert.deepEqual([verdict.verified, verdict.refusals, verdict.holder], [true, [], key.did]);
        assert.deepEqual(
          verdict.credentials.map((credential) => credential.form),
          ['eddsa-rdfc-2022', 'vc+jwt', 'vc+sd-jwt'],
        );
      }
      assert.equal(
        (await verifyPresentation(made.presentation, formTrust(), { ...asked, challenge: 'c-2' })).verified,
        false,
      );
    });

  test('one bad credential spoils it, and texts are no credentials', async () => {
    const key = await keyFor('eddsa-jcs-2022');
    const bad = { ...(await issued('eddsa-jcs-2022')), name: 'altered' };
    const request = { credentials: [bad], key, options: { created: NOW } };
    const made = expectOk(await createPresentation('eddsa-jcs-2022', request));
    const verdict = await verifyPresentation(made.presentation, formTrust());
    assert.deepEqual([verdict.verified, verdict.refusals.length], [false, 0]);
    assert.equal(
      firstCode(await createPresentation('eddsa-jcs-2022', { ...request, credentials: [7] })),
      'CRED_MALFORMED',
    );
  });
});

describe('keys', () => {
  for (const algorithm of keyAlgorithms)
    test(`${algorithm}: out and in again, and never in a printout`, async () => {
      const key = await generateKey(algorithm);
      const text = key.exportKey();
      const again = expectOk(await importKey(text));
      assert.equal(again.did, key.did);
      assert.equal(again.algorithm, algorithm);
      for (const print of [JSON.stringify(key), inspect(key, { depth: 9, showHidden: true })])
        assert.ok(!print.includes(text.secretKeyMultibase));
      const other = await generateKey(algorithm);
      const mixed = await importKey({ ...text, publicKeyMultibase: other.exportKey().publicKeyMultibase });
      if (algorithm !== 'BLS12-381-G2') assert.equal(firstCode(mixed), 'CRED_KEY_FORM');
    });

  test('JSON Web Keys: Ed25519 of RFC 8037, appendix A, and P-256 of RFC 7515, appendix A.3', async () => {
    const okp = {
      kty: 'OKP',
      crv: 'Ed25519',
      d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    };
    const ec = {
      kty: 'EC',
      crv: 'P-256',
      x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
      d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI',
    };
    const key = expectOk(await importKey({ secretKeyJwk: okp }));
    // RFC 8037, appendix A.4: the signature over "Example of Ed25519 signing".
    const input = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
    const signature = Buffer.from((await key.sign(new TextEncoder().encode(input))) as Uint8Array).toString(
      'base64url',
    );
    assert.equal(
      signature,
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    );
    assert.equal(expectOk(await importKey({ secretKeyJwk: ec })).algorithm, 'P-256');
    for (const bad of [
      { ...okp, d: undefined },
      { ...okp, x: ec.x },
      { ...ec, crv: 'secp256k1' },
      { ...ec, x: okp.x },
      null,
    ])
      assert.equal(firstCode(await importKey({ secretKeyJwk: bad })), 'CRED_KEY_FORM');
  });

  test('a key service that never gives the secret out signs in every form', async () => {
    const inside = await keyOf('P-256');
    const service = {
      did: inside.did,
      verificationMethod: inside.verificationMethod,
      algorithm: inside.algorithm,
      publicKeyMultibase: inside.publicKeyMultibase,
      sign: async (message: Uint8Array) => inside.sign(message),
    };
    for (const form of ['ecdsa-rdfc-2019', 'vc+jwt', 'vc+sd-jwt'] as const) {
      const request = { credential: millTest(service.did), key: service, options: { created: NOW } };
      const made = expectOk(await issueCredential(form, request));
      assert.equal((await verifyCredential(made.credential, formTrust())).verified, true);
    }
  });
});

describe('keys in force at the signing time', () => {
  const codes = async (times: object, deactivated?: typeof NOW) => {
    const key = await keyFor('eddsa-rdfc-2022');
    const document = didDocumentOf(key.did, [
      { id: key.verificationMethod, publicKeyMultibase: key.publicKeyMultibase, ...times },
    ]);
    const resolveDid = () => (deactivated === undefined ? document : { ...document, deactivated });
    return codesOf(await verifyCredential(await issued('eddsa-rdfc-2022'), formTrust({ resolveDid })));
  };

  test('rotated out before and after, not yet in force, given up', async () => {
    assert.deepEqual(await codes({ revoked: addSeconds(NOW, 1) }), []);
    assert.deepEqual(await codes({ revoked: NOW }), ['CRED_KEY_REVOKED']);
    assert.deepEqual(await codes({ expires: NOW }), ['CRED_KEY_EXPIRED']);
    assert.deepEqual(await codes({ validFrom: addSeconds(NOW, 1) }), ['CRED_KEY_NOT_YET_VALID']);
    assert.deepEqual(await codes({}, addSeconds(NOW, 1)), []);
    assert.deepEqual(await codes({}, NOW), ['CRED_DID_DEACTIVATED']);
  });
});

describe('status fields that tell something', () => {
  const list = 'https://mill.example/status/message';
  const messages = new Map([
    [0, 'in stock'],
    [1, 'shipped'],
    [2, 'returned'],
    [3, 'scrapped'],
  ]);
  const entry = (index: number) => statusNoteEntry({ purpose: 'message', list, index, size: 2, messages });

  test('a message of two bits, and a field outside the list', async () => {
    const key = await keyFor('eddsa-jcs-2022');
    const bits = expectOk(setStatusValue(createStatusList(), 5, 2, 2));
    const snapshot = {
      url: list,
      issuer: key.did,
      purposes: ['message'],
      bits,
      validFrom: NOW,
      freshUntil: addSeconds(NOW, 60),
      digest: 'sha256:0' as never,
    };
    const judge = async (status: object) =>
      verifyCredential(
        await issued('eddsa-jcs-2022', { credentialStatus: status }),
        formTrust({ statusList: () => snapshot }),
      );
    const verdict = await judge(entry(5));
    assert.deepEqual(verdict.statusNotes, [
      { purpose: 'message', list, index: 5, value: 2, message: 'returned' },
    ]);
    assert.equal(verdict.verified, true);
    assert.deepEqual(codesOf(await judge(entry(100_000))), ['CRED_STATUS_INDEX']);
    assert.deepEqual(codesOf(await judge({ ...entry(5), statusMessage: [] })), ['CRED_STATUS_FORM']);
    assert.deepEqual(codesOf(await judge({ ...entry(5), statusSize: 0 })), ['CRED_STATUS_FORM']);
    const refresh = {
      ...statusNoteEntry({ purpose: 'refresh', list, index: 5, size: 1, messages: new Map() }),
    };
    assert.deepEqual((await judge(refresh)).statusNotes, []);
  });

  test('a method nobody knows, and a list nobody has, where that is tolerated', async () => {
    const status = { type: 'SampleStatus', id: 'https://x.example/1' };
    const unknown = await issued('eddsa-jcs-2022', { credentialStatus: status });
    assert.deepEqual(codesOf(await verifyCredential(unknown, formTrust())), ['CRED_STATUS_FORM']);
    assert.equal(
      (await verifyCredential(unknown, formTrust({ tolerate: ['unknown-status'] }))).verified,
      true,
    );
  });
});

test('what verifying needs is told beforehand, for every form', async () => {
  const status = {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '1',
    statusListCredential: 'https://x.example/list',
  };
  const changes = {
    credentialStatus: status,
    credentialSchema: { id: 'https://x.example/s', type: 'JsonSchema' },
  };
  for (const form of ['eddsa-rdfc-2022', 'vc+jwt', 'vc+sd-jwt'] as const) {
    const key = await keyFor(form);
    const needs = needsOf(await issued(form, changes));
    assert.deepEqual(needs.dids, [key.did]);
    assert.deepEqual(
      [needs.statusLists, needs.schemas, needs.contexts],
      [['https://x.example/list'], ['https://x.example/s'], []],
    );
  }
  const key = await keyFor('vc+jwt');
  const options = { created: NOW };
  const made = expectOk(
    await createPresentation('vc+jwt', { credentials: [await issued('vc+jwt', changes)], key, options }),
  );
  assert.deepEqual(needsOf(made.presentation).statusLists, ['https://x.example/list']);
  assert.deepEqual(needsOf({ '@context': ['https://u.example/c'] }).contexts, ['https://u.example/c']);
  for (const nothing of [null, 7, '', {}]) assert.deepEqual(needsOf(nothing).dids, []);
});
