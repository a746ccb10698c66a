import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import type { UnverifiedAnswer, VcIssuer, VerifiedAnswer } from '@portolan/contract';
import { createPresentation, generateKey, type LocalKey } from '@portolan/credentials/forms';
import { expectOk, instant, type JsonObject } from '@portolan/kernel';
import { type TestNode, testNode } from '../testing/node.ts';
import { signAnything } from './testing/sign-anything.ts';

/**
 * What the Verifiable Credentials Data Model 2.0 asks, at the addresses where the public suites ask for it. Every credential that
 * is verified here has a good signature, made without looking at what is signed: what is refused is the content.
 */

const V2 = 'https://www.w3.org/ns/credentials/v2';
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
const now = instant(Date.now());

let node: TestNode;
let issuer: VcIssuer;
let key: LocalKey;
before(async () => {
  node = await testNode({ sample: 'seats' });
  const { body } = await node.anonymous.get<{ items: VcIssuer[] }>('/issuers');
  issuer = body.items.find(({ name }) => name === 'eddsa-jcs-2022') as VcIssuer;
  key = await generateKey('Ed25519');
});
after(() => node.close());

type Verdict = Omit<VerifiedAnswer, 'verified' | 'problemDetails'> &
  Omit<UnverifiedAnswer, 'verified'> & { readonly verified: boolean };

function credential(by: string, changes: object = {}): JsonObject {
  return {
    '@context': [V2, EXAMPLES],
    id: `urn:uuid:${randomUUID()}`,
    type: ['VerifiableCredential', 'MillTestReport'],
    issuer: by,
    credentialSubject: { id: 'did:example:coil', heat: 'H-4711' },
    ...changes,
  } as JsonObject;
}

/** JSON without the members that are undefined, as it goes over the wire. */
const wire = (value: object) => JSON.parse(JSON.stringify(value)) as JsonObject;
const sign = (unsigned: object) => signAnything(wire(unsigned), key, { created: now });
const issue = (changes: object) =>
  node.anonymous.post<{ verifiableCredential: JsonObject }>('/issuers/eddsa-jcs-2022/credentials/issue', {
    credential: credential(issuer.id, changes),
  });
const verify = async (verifiableCredential: unknown, options: object = {}) =>
  node.anonymous.post<Verdict>('/credentials/verify', { verifiableCredential, options });
const verifyVp = (verifiablePresentation: unknown, options: object = {}) =>
  node.anonymous.post<Verdict>('/presentations/verify', { verifiablePresentation, options });

const english = { '@value': 'Mill test', '@language': 'en', '@direction': 'ltr' };
const typed = { type: 'Sample' };
const url = 'https://sample.example/1';
const extensions = ['credentialStatus', 'credentialSchema', 'refreshService', 'termsOfUse', 'evidence'];

/** What is allowed, by section. */
const GOOD: readonly [string, object][] = [
  ['4.3 only the base context', { '@context': [V2, { '@vocab': 'https://sample.example/#' }] }],
  ['4.4 no id', { id: undefined }],
  ['4.4 a DID as id', { id: 'did:example:credential' }],
  ['4.5 type as text', { type: 'VerifiableCredential' }],
  ['4.5 VerifiableCredential not first', { type: ['MillTestReport', 'VerifiableCredential'] }],
  ['4.6 name and description in languages', { name: english, description: [english, 'plain'] }],
  ['4.8 several subjects', { credentialSubject: [{ heat: '1' }, { id: 'did:example:x', heat: '2' }] }],
  [
    '4.9 times with zones and fractions',
    { validFrom: '2026-01-01T00:00:00.5-06:00', validUntil: '2096-01-01T00:00:00Z' },
  ],
  ['4.9 the end of a day, and a long fraction', { validFrom: '2026-01-01T24:00:00.0000000000Z' }],
  ['4.9 years far away', { validFrom: '-0044-03-15T00:00:00Z', validUntil: '12026-01-01T00:00:00Z' }],
  [
    '4.11 several schemas',
    {
      credentialSchema: [
        { ...typed, id: url },
        { ...typed, id: `${url}2` },
      ],
    },
  ],
  ['5.4 refresh services', { refreshService: [{ ...typed, id: url }, typed] }],
  ['5.5 terms of use', { termsOfUse: { ...typed, id: url, profile: url } }],
  ['5.6 evidence', { evidence: [{ ...typed, id: url, verifier: url }] }],
];

/** What is not, by section. */
const BAD: readonly [string, object][] = [
  ['4.3 no context', { '@context': undefined }],
  ['4.3 context null', { '@context': null }],
  ['4.3 context as text', { '@context': V2 }],
  ['4.3 context as an object', { '@context': { '@vocab': 'https://sample.example/#' } }],
  ['4.3 an empty list', { '@context': [] }],
  ['4.3 the base context second', { '@context': [EXAMPLES, V2] }],
  ['4.3 a number in the list', { '@context': [V2, 4] }],
  ['4.3 null in the list', { '@context': [V2, null] }],
  ['4.3 a list in the list', { '@context': [V2, [EXAMPLES]] }],
  ['4.4 id null', { id: null }],
  ['4.4 id a number', { id: 4 }],
  ['4.4 id a list', { id: [url] }],
  ['4.4 id an object', { id: { id: url } }],
  ['4.4 id no URL', { id: 'mill test 4711' }],
  ['4.4 id empty', { id: '' }],
  ['4.4 id relative', { id: '/credentials/1' }],
  ['4.4 the subject’s id no URL', { credentialSubject: { id: 'coil 4', heat: '1' } }],
  ['4.4 the subject’s id null', { credentialSubject: { id: null, heat: '1' } }],
  ['4.5 no type', { type: undefined }],
  ['4.5 type null', { type: null }],
  ['4.5 type a number', { type: 4 }],
  ['4.5 type an object', { type: {} }],
  ['4.5 an empty list of types', { type: [] }],
  ['4.5 a list in the types', { type: ['VerifiableCredential', []] }],
  ['4.5 null in the types', { type: ['VerifiableCredential', null] }],
  ['4.5 not a credential', { type: ['MillTestReport'] }],
  ['4.5 a type without a meaning', { '@context': [V2], type: ['VerifiableCredential', 'Unheard of'] }],
  ['4.6 name a number', { name: 4 }],
  ['4.6 name with a further member', { name: { ...english, url } }],
  ['4.6 description without a value', { description: { '@language': 'en' } }],
  ['4.6 value a number', { description: { '@value': 4 } }],
  ['4.6 a direction that is none', { name: { ...english, '@direction': 'up' } }],
  ['4.6 a language that is none', { name: { ...english, '@language': 'not a tag' } }],
  ['4.6 the issuer’s name', { issuer: { name: 4 } }],
  ['4.7 no issuer', { issuer: undefined }],
  ['4.7 issuer null', { issuer: null }],
  ['4.7 issuer a number', { issuer: 4 }],
  ['4.7 issuer true', { issuer: true }],
  ['4.7 issuer a list', { issuer: [] }],
  ['4.7 issuers', { issuer: ['did:example:a', 'did:example:b'] }],
  ['4.7 issuer no URL', { issuer: 'Sample mill' }],
  ['4.7 issuer without an id', { issuer: {} }],
  ['4.7 the issuer’s id null', { issuer: { id: null } }],
  ['4.7 the issuer’s id no URL', { issuer: { id: 'Sample mill' } }],
  ['4.8 no subject', { credentialSubject: undefined }],
  ['4.8 subject null', { credentialSubject: null }],
  ['4.8 subject text', { credentialSubject: 'did:example:coil' }],
  ['4.8 subject a number', { credentialSubject: 4 }],
  ['4.8 an empty subject', { credentialSubject: {} }],
  ['4.8 an empty list of subjects', { credentialSubject: [] }],
  ['4.8 one of them empty', { credentialSubject: [{ heat: '1' }, {}] }],
  ['4.8 one of them text', { credentialSubject: [{ heat: '1' }, 'did:example:coil'] }],
  ['4.9 validFrom a day', { validFrom: '2026-01-01' }],
  ['4.9 validFrom without a zone', { validFrom: '2026-01-01T00:00:00' }],
  ['4.9 validFrom a number', { validFrom: 1_767_225_600 }],
  ['4.9 validFrom null', { validFrom: null }],
  ['4.9 a month that is none', { validFrom: '2026-13-01T00:00:00Z' }],
  ['4.9 validUntil a day that is none', { validUntil: '2096-02-30T00:00:00Z' }],
  ['4.9 validUntil words', { validUntil: 'tomorrow' }],
  ['4.9 the end before the begin', { validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' }],
  ['4.11 a schema without an id', { credentialSchema: typed }],
  ['4.11 a schema whose id is no URL', { credentialSchema: { ...typed, id: 'schema' } }],
  ...extensions.flatMap((name): [string, object][] => [
    [`${name} without a type`, { [name]: { id: url } }],
    [`${name} whose type is null`, { [name]: { id: url, type: null } }],
    [`${name} whose type is a number`, { [name]: { id: url, type: 4 } }],
    [`${name} as text`, { [name]: url }],
    [`${name} null`, { [name]: null }],
    [`${name} in a list with one without a type`, { [name]: [{ ...typed, id: url }, { id: url }] }],
    [`${name} with a list as id`, { [name]: { ...typed, id: [url] } }],
  ]),
  ['5.3 a related resource as text', { relatedResource: url }],
  ['5.3 a list of texts', { relatedResource: [url] }],
  ['5.3 without a digest', { relatedResource: { id: url } }],
  ['5.3 without an id', { relatedResource: { digestMultibase: 'uEiAAAA' } }],
  ['5.3 named twice', { relatedResource: [1, 2].map(() => ({ id: V2, digestSRI: 'sha256-AAAA' })) }],
  ['5.3 a digest that is none', { relatedResource: { id: url, digestSRI: 'md5-AAAA' } }],
  ['5.3 another resource’s digest', { relatedResource: { id: V2, digestMultibase: `u${'A'.repeat(43)}` } }],
];

suite('VC Data Model 2.0', () => {
  for (const [name, changes] of GOOD)
    test(`${name}: issued, and verified`, async () => {
      const issued = await issue(changes);
      assert.equal(issued.status, 201, JSON.stringify(issued.body));
      const options = { checks: ['proof'] };
      const answer = await verify(issued.body.verifiableCredential, options);
      assert.deepEqual([answer.status, answer.body.verified], [200, true], JSON.stringify(answer.body));
    });

  for (const [name, changes] of BAD)
    test(`${name}: not issued, and not verified`, async () => {
      const answer = await issue(changes);
      assert.ok(answer.status === 400 || answer.status === 422, `${answer.status}`);
      assert.ok(answer.codes.length > 0);
      const signed = await sign(credential(key.did, changes));
      const refused = await verify(signed, { checks: ['proof'] });
      assert.deepEqual([refused.status, refused.body.verified], [400, false]);
      assert.ok(!refused.codes.includes('CRED_SIGNATURE_INVALID'), 'the signature is good');
      assert.ok(refused.body.problemDetails.every(({ type, title }) => /^https:/.test(type) && title !== ''));
    });

  test('5.12 whoever verifies sees whether a credential is of its time', async () => {
    const early = await sign(credential(key.did, { validFrom: '2096-01-01T00:00:00Z' }));
    const late = await sign(credential(key.did, { validUntil: '2024-01-01T00:00:00Z' }));
    assert.deepEqual((await verify(early)).codes, ['CRED_NOT_YET_VALID']);
    assert.deepEqual((await verify(late)).codes, ['CRED_EXPIRED']);
  });
});

suite('presentations', () => {
  const asked = { challenge: 'c-1', domain: 'verifier.example' };
  const unsignedVp = async (changes: object = {}) =>
    wire({
      '@context': [V2],
      type: ['VerifiablePresentation'],
      holder: key.did,
      verifiableCredential: [await sign(credential(key.did))],
      ...changes,
    });
  const signed = async (changes: object = {}) =>
    signAnything(await unsignedVp(changes), key, { created: now, purpose: 'authentication', ...asked });

  const GOOD_VP: readonly [string, object][] = [
    ['with an id', { id: 'urn:uuid:7f1ac1c5-4f5d-4a0e-8a2c-7a6a0d3b7c11' }],
    ['without a credential', { verifiableCredential: undefined }],
    ['of several types', { type: ['VerifiablePresentation', 'https://sample.example/#Presentation'] }],
  ];
  const BAD_VP: readonly [string, object][] = [
    ['without a type', { type: undefined }],
    ['of another type', { type: ['Presentation'] }],
    ['without a context', { '@context': undefined }],
    ['with the base context second', { '@context': [EXAMPLES, V2] }],
    ['with an id that is no URL', { id: 'presentation 1' }],
    ['with several ids', { id: [url, `${url}2`] }],
    ['with a credential as text', { verifiableCredential: ['did:example:credential'] }],
    ['with a credential as a number', { verifiableCredential: 4 }],
    ['with null among the credentials', { verifiableCredential: [null] }],
    ['with a holder without an id', { holder: {} }],
    ['with a holder that is no URL', { holder: 'Sample holder' }],
    ['of another holder', { holder: 'did:key:z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj' }],
    ['with a credential that was not signed', { verifiableCredential: [credential('did:example:x')] }],
  ];

  for (const [name, changes] of GOOD_VP)
    test(`${name}: verified`, async () => {
      const answer = await verifyVp(await signed(changes), asked);
      assert.deepEqual([answer.status, answer.body.verified], [200, true], JSON.stringify(answer.body));
    });

  for (const [name, changes] of BAD_VP)
    test(`${name}: refused`, async () => {
      const answer = await verifyVp(await signed(changes), asked);
      assert.deepEqual([answer.status, answer.body.verified], [400, false]);
      assert.ok(!answer.codes.includes('CRED_SIGNATURE_INVALID'));
    });

  test('challenge and domain are those that were asked for', async () => {
    const one = await signed();
    const object = await signed({ holder: { id: key.did, name: 'Sample holder' } });
    assert.equal((await verifyVp(object, asked)).status, 200);
    assert.equal((await verifyVp(one, asked)).status, 200);
    assert.deepEqual((await verifyVp(one, { ...asked, challenge: 'c-2' })).codes, ['CRED_CHALLENGE']);
    assert.deepEqual((await verifyVp(one, { ...asked, domain: 'other.example' })).codes, ['CRED_DOMAIN']);
    assert.deepEqual((await verifyVp(one, { domain: asked.domain })).codes, ['CRED_CHALLENGE_UNASKED']);
    assert.deepEqual((await verifyVp(one, { challenge: 7 })).codes, ['NODE_VC_OPTION']);
  });

  test('a challenge that was set here counts once', async () => {
    const { body } = await node.anonymous.post<{ challenge: string }>('/challenges');
    const options = { challenge: body.challenge, domain: asked.domain };
    const { presentation } = expectOk(
      await createPresentation('eddsa-rdfc-2022', {
        ...{ credentials: [await sign(credential(key.did))], key },
        options: { created: now, ...options },
      }),
    );
    assert.equal((await verifyVp(presentation, options)).status, 200);
    assert.deepEqual((await verifyVp(presentation, options)).codes, ['NODE_VC_CHALLENGE_SPENT']);
  });

  test('one that nobody signed is told as such: its credentials count, and nothing is asked of its holder', async () => {
    const unsigned = await unsignedVp();
    const ask = (body: object) => node.anonymous.post<Verdict>('/presentations/verify', body);
    assert.equal((await ask({ presentation: unsigned })).status, 200);
    assert.deepEqual((await ask({ verifiablePresentation: unsigned })).codes, ['CRED_PROOF_MISSING']);
    assert.deepEqual((await ask({ presentation: unsigned, options: asked })).codes, ['NODE_VC_OPTION']);
    const [first] = unsigned.verifiableCredential as JsonObject[];
    const altered = { ...first, credentialSubject: { heat: 'H-1' } };
    const bad = await ask({ presentation: { ...unsigned, verifiableCredential: [altered] } });
    assert.deepEqual([bad.status, bad.codes], [400, ['CRED_SIGNATURE_INVALID']]);
  });
});

suite('what a verifier answers', () => {
  test('what it verified and every step, when asked', async () => {
    const issued = (await issue({ validFrom: '2026-01-01T00:00:00Z' })).body.verifiableCredential;
    const plain = await verify(issued);
    assert.deepEqual([plain.body.credential, plain.body.results], [undefined, undefined]);
    const { body } = await verify(issued, { returnCredential: true, returnResults: true });
    assert.deepEqual(body.credential, issued);
    assert.deepEqual(body.results, {
      proof: [{ valid: true, input: issued.proof }],
      validFrom: { valid: true, input: '2026-01-01T00:00:00Z' },
      credentialSchema: [],
      credentialStatus: [],
    });
    assert.deepEqual((await verify(issued, { returnResults: 'yes' })).codes, ['NODE_VC_OPTION']);
  });

  test('a credential without an id keeps none, and its status goes by the name that the issuing request gave it', async () => {
    const credentialId = `urn:uuid:${randomUUID()}`;
    const answer = await node.anonymous.post<{ verifiableCredential: JsonObject }>(
      '/issuers/eddsa-jcs-2022-status/credentials/issue',
      { credential: credential(issuer.id, { id: undefined }), options: { credentialId } },
    );
    const issued = answer.body.verifiableCredential;
    assert.equal(issued.id, undefined);
    const change = {
      credentialId,
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
    };
    assert.equal((await node.anonymous.post('/credentials/status', { ...change, status: true })).status, 200);
    assert.deepEqual((await verify(issued)).codes, ['CRED_REVOKED']);
  });

  test('derivation: pointers that name nothing, are none, or name nothing beyond the mandatory', async () => {
    const { body } = await node.anonymous.get<{ items: VcIssuer[] }>('/issuers');
    const selective = body.items.find(({ name }) => name === 'ecdsa-sd-2023') as VcIssuer;
    const made = await node.anonymous.post<{ verifiableCredential: JsonObject }>(
      '/issuers/ecdsa-sd-2023/credentials/issue',
      { credential: credential(selective.id), options: { mandatoryPointers: ['/issuer', '/type'] } },
    );
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const derive = (options: object, verifiableCredential: unknown = made.body.verifiableCredential) =>
      node.anonymous.post<{ verifiableCredential: JsonObject }>('/credentials/derive', {
        verifiableCredential,
        options,
      });
    const shown = await derive({ selectivePointers: ['/credentialSubject/heat'] });
    assert.equal(shown.status, 201);
    assert.equal((await verify(shown.body.verifiableCredential)).status, 200);
    assert.equal(
      (await verify(made.body.verifiableCredential)).status,
      400,
      'a base proof is for the holder',
    );
    for (const selectivePointers of [['/credentialSubject/none'], ['heat'], 'heat', [4]])
      assert.equal((await derive({ selectivePointers })).status, 400);
    for (const value of [credential(selective.id), 'text', 4, null])
      assert.equal((await derive({ selectivePointers: ['/issuer'] }, value)).status, 400);
    for (const mandatoryPointers of ['/issuer', ['issuer'], [4], ['/credentialSubject/none']]) {
      const refused = await node.anonymous.post('/issuers/ecdsa-sd-2023/credentials/issue', {
        ...{ credential: credential(selective.id), options: { mandatoryPointers } },
      });
      assert.equal(refused.status, 400);
    }
  });

  test('status: a body that names nothing, and a credential of somebody else', async () => {
    for (const body of [{}, { credentialId: 4 }, { credentialId: url }, { credentialStatus: [] }])
      assert.equal((await node.anonymous.post('/credentials/status', body)).status, 400);
    const other = {
      credentialId: url,
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
    };
    assert.equal((await node.anonymous.post('/credentials/status', { ...other, status: true })).status, 404);
  });
});
