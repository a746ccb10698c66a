import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addSeconds,
  concatBytes,
  expectOk,
  fromBase58,
  type JsonObject,
  toBase58,
  toBase64Url,
  utf8,
} from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { issueCredential as issueHouse } from '../credential/issue.ts';
import { didKeyOf } from '../did/did-key.ts';
import { createStatusList } from '../status/bitstring.ts';
import { statusEntry } from '../status/entry.ts';
import { statusListCredential } from '../status/list-credential.ts';
import { verifyStatusList } from '../status/snapshot.ts';
import { actor, NOW } from '../testing/actors.ts';
import { createPresentation } from './present.ts';
import {
  codesOf,
  EXAMPLES_CONTEXT,
  firstCode,
  formTrust,
  issued,
  keyFor,
  keyOf,
  millTest,
} from './testing/actors.ts';
import { verifyCredential } from './verify-credential.ts';
import { verifyPresentation } from './verify-presentation.ts';

/** Issue 8's list of bad input: each refused, with a code of its own, and nothing throws. */

const V2 = 'https://www.w3.org/ns/credentials/v2';

/** The list, and the code of each line. */
const LIST = {
  'a name that reaches a prototype': 'KERNEL_JSON_FORBIDDEN_KEY',
  'a member twice': 'KERNEL_JSON_DUPLICATE_KEY',
  'a lone surrogate': 'KERNEL_JSON_LONE_SURROGATE',
  'a number beyond safe integers': 'KERNEL_JSON_NUMBER',
  'multibase of wrong length': 'CRED_PROOF_VALUE',
  'a key of wrong length': 'CRED_KEY_LENGTH',
  'an Ed25519 key of small order': 'CRED_KEY_WEAK',
  'a key of another curve': 'CRED_KEY_CURVE',
  'a point off its curve': 'CRED_KEY_POINT',
  'malformed ECDSA values': 'CRED_ECDSA_MALFORMED',
  'alg none': 'CRED_JWT_ALG_NONE',
  'an unknown critical header': 'CRED_JWT_CRITICAL',
  'another proof purpose': 'CRED_PROOF_PURPOSE',
  'no challenge': 'CRED_CHALLENGE_MISSING',
  'no domain': 'CRED_DOMAIN_MISSING',
  'a status index out of range': 'CRED_STATUS_INDEX',
  "another issuer's status list": 'CRED_STATUS_ISSUER',
  'a context that redefines a protected term': 'CRED_CONTEXT_PROTECTED',
  'a compressed bomb in a status list': 'CRED_STATUS_LIST_TOO_LARGE',
  'a poison graph': 'CRED_RDF_WORK',
} as const;
/** The codes that the tests of this file have met. */
const seen = new Set<string>();

async function refusedWith(anything: unknown, code: string, changes: Parameters<typeof formTrust>[0] = {}) {
  const verdict = await verifyCredential(anything, formTrust(changes));
  assert.equal(verdict.verified, false);
  assert.ok(codesOf(verdict).includes(code), `${code}: got ${codesOf(verdict).join(', ')}`);
  seen.add(code);
}

async function signedTwice(
  form: 'eddsa-jcs-2022' | 'ecdsa-jcs-2019',
  change: (proof: Record<string, string>) => void,
) {
  const credential = (await issued(form)) as Record<string, unknown>;
  const proof = { ...(credential.proof as Record<string, string>) };
  change(proof);
  return { ...credential, proof };
}

describe('JSON', () => {
  test('names that reach a prototype', async () => {
    const credential = await issued('eddsa-jcs-2022');
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const text = JSON.stringify(credential).replace('"heat"', `"${name}"`);
      await refusedWith(text, 'KERNEL_JSON_FORBIDDEN_KEY');
      await refusedWith(JSON.parse(text), 'KERNEL_JSON_FORBIDDEN_KEY');
    }
    assert.equal(({} as Record<string, unknown>).heat, undefined);
  });

  test('a member twice', async () => {
    const text = JSON.stringify(await issued('eddsa-jcs-2022')).replace('"heat":', '"grade":"A1","heat":');
    await refusedWith(text, 'KERNEL_JSON_DUPLICATE_KEY');
  });

  test('half a character, and a number that loses digits', async () => {
    const credential = await issued('eddsa-jcs-2022');
    for (const [value, code] of [
      ['\ud800', 'KERNEL_JSON_LONE_SURROGATE'],
      [2 ** 53, 'KERNEL_JSON_NUMBER'],
      [Number.NaN, 'KERNEL_JSON_NUMBER'],
      [10n, 'KERNEL_JSON_SYNTAX'],
      [Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 0), 'KERNEL_JSON_TOO_DEEP'],
    ] as const)
      await refusedWith({ ...credential, credentialSubject: { value } }, code);
  });

  test('what is nothing at all', async () => {
    for (const anything of [null, undefined, 7, [], '', '   ', () => 1])
      await refusedWith(anything, 'CRED_FORM_UNKNOWN');
    await refusedWith('{"@context"', 'KERNEL_JSON_SYNTAX');
    await refusedWith({}, 'CRED_MALFORMED');
  });
});

describe('proof values and keys', () => {
  test('multibase in another base, of another length, with letters that do not exist', async () => {
    for (const value of ['', 'z', 'z0OIl', 'uAAAA', 'z3FXQjecWufY46yg', `z${'2'.repeat(200)}`])
      await refusedWith(
        await signedTwice('eddsa-jcs-2022', (proof) => (proof.proofValue = value)),
        'CRED_PROOF_VALUE',
      );
  });

  test('ECDSA numbers that are zero or not below the order of the curve', async () => {
    const zero = new Uint8Array(32);
    const one = Uint8Array.from(zero, (_, at) => (at === 31 ? 1 : 0));
    const order = Uint8Array.from(
      Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex'),
    );
    for (const [r, s] of [
      [zero, one],
      [one, zero],
      [order, one],
      [one, order],
    ] as const) {
      const proofValue = `z${toBase58(concatBytes(r, s))}`;
      await refusedWith(
        await signedTwice('ecdsa-jcs-2019', (proof) => (proof.proofValue = proofValue)),
        'CRED_ECDSA_MALFORMED',
      );
    }
    const der = `z${toBase58(concatBytes(Uint8Array.of(0x30, 0x44, 2, 0x20), one, Uint8Array.of(2, 0x20), one))}`;
    await refusedWith(
      await signedTwice('ecdsa-jcs-2019', (proof) => (proof.proofValue = der)),
      'CRED_PROOF_VALUE',
    );
  });

  test('a key of another length', async () => {
    const short = `z${toBase58(concatBytes(Uint8Array.of(0xed, 0x01), new Uint8Array(31).fill(7)))}`;
    await refusedWith(
      await signedTwice(
        'eddsa-jcs-2022',
        (proof) => (proof.verificationMethod = `did:key:${short}#${short}`),
      ),
      'CRED_KEY_LENGTH',
    );
  });

  test('an Ed25519 key of small order', async () => {
    const weak = didKeyOf(Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0)));
    const method = `${weak}#${weak.slice('did:key:'.length)}`;
    const credential = await signedTwice('eddsa-jcs-2022', (proof) => (proof.verificationMethod = method));
    await refusedWith({ ...credential, issuer: weak }, 'CRED_KEY_WEAK');
  });

  test('a key of another curve than the suite, and one that is no point of its curve', async () => {
    const p256 = await keyOf('P-256');
    await refusedWith(
      await signedTwice('eddsa-jcs-2022', (proof) => (proof.verificationMethod = p256.verificationMethod)),
      'CRED_KEY_CURVE',
    );
    // x = 1 has no point on P-256: 1 - 3 + b is no square.
    const x = Uint8Array.from({ length: 32 }, (_, at) => (at === 31 ? 1 : 0));
    const multikey = `z${toBase58(concatBytes(Uint8Array.of(0x80, 0x24, 2), x))}`;
    await refusedWith(
      await signedTwice(
        'ecdsa-jcs-2019',
        (proof) => (proof.verificationMethod = `did:key:${multikey}#${multikey}`),
      ),
      'CRED_KEY_POINT',
    );
  });

  test('another purpose, another suite, no proof, too many, a ring of proofs', async () => {
    await refusedWith(
      await signedTwice('ecdsa-jcs-2019', (proof) => (proof.cryptosuite = 'none')),
      'CRED_CRYPTOSUITE',
    );
    const { proof, ...unsigned } = (await issued('eddsa-jcs-2022')) as Record<string, JsonObject>;
    await refusedWith(unsigned, 'CRED_PROOF_MISSING');
    await refusedWith({ ...unsigned, proof: Array.from({ length: 11 }, () => proof) }, 'CRED_PROOF_TOO_MANY');
    const a = { ...proof, id: 'urn:a', previousProof: 'urn:b' };
    const b = { ...proof, id: 'urn:b', previousProof: 'urn:a' };
    await refusedWith({ ...unsigned, proof: [a, b] }, 'CRED_PROOF_CHAIN');
    await refusedWith(
      {
        ...unsigned,
        proof: [
          { ...proof, id: 'urn:a' },
          { ...proof, id: 'urn:a' },
        ],
      },
      'CRED_PROOF_ID',
    );
  });

  test('a proof made to authenticate is no assertion', async () => {
    const key = await keyFor('eddsa-rdfc-2022');
    const { signEmbedded } = await import('./embedded/sign.ts');
    const options = { created: NOW, purpose: 'authentication' } as const;
    for (const form of ['eddsa-jcs-2022', 'eddsa-rdfc-2022'] as const) {
      const signed = expectOk(await signEmbedded(form, millTest(key.did), key, options));
      await refusedWith(signed, 'CRED_PROOF_PURPOSE');
    }
  });
});

describe('tokens', () => {
  const token = async () => {
    const credential = await issued('vc+jwt');
    return String(credential.id).split(',')[1] as string;
  };
  const withHeader = async (change: object) => {
    const [head = '', ...rest] = (await token()).split('.');
    const header = { ...JSON.parse(Buffer.from(head, 'base64url').toString()), ...change };
    return [toBase64Url(utf8(JSON.stringify(header))), ...rest].join('.');
  };

  test('alg none, in any spelling, with or without a signature', async () => {
    for (const alg of ['none', 'None', 'NONE'])
      await refusedWith(await withHeader({ alg }), 'CRED_JWT_ALG_NONE');
    const [head, payload] = (await withHeader({ alg: 'none' })).split('.');
    await refusedWith(`${head}.${payload}.`, 'CRED_JWT_ALG_NONE');
  });

  test('algorithms of shared secrets, and the algorithm of another key', async () => {
    for (const alg of ['HS256', 'RS256', 'ES256K', ''])
      await refusedWith(await withHeader({ alg }), 'CRED_JWT_ALGORITHM');
    await refusedWith(await withHeader({ alg: 'ES256' }), 'CRED_KEY_CURVE');
  });

  test('critical extensions', async () => {
    await refusedWith(await withHeader({ crit: ['exp'], exp: 1 }), 'CRED_JWT_CRITICAL');
    await refusedWith(await withHeader({ crit: [] }), 'CRED_JWT_CRITICAL');
    await refusedWith(await withHeader({ b64: false }), 'CRED_JWT_CRITICAL');
  });

  test('another type, no key, another form', async () => {
    await refusedWith(await withHeader({ typ: 'JWT' }), 'CRED_JWT_TYPE');
    await refusedWith(await withHeader({ kid: undefined }), 'CRED_JWT_KEY');
    await refusedWith(await withHeader({ kid: 'key-1' }), 'CRED_JWT_KEY');
    for (const text of ['a.b', 'a.b.c.d', 'e30.e30.', '....', 'x'.repeat(2_000_000)])
      await refusedWith(text, 'CRED_JWT_MALFORMED');
  });

  test('claims that wrap or contradict the credential', async () => {
    const { signCompact } = await import('./tokens/sign-compact.ts');
    const key = await keyFor('vc+jwt');
    for (const claims of [
      { vc: {} },
      { iss: 'did:example:other' },
      { jti: 'urn:other' },
      { sub: 'urn:x' },
      { exp: 'soon' },
    ]) {
      const signed = await signCompact(millTest(key.did, claims), 'vc+jwt', key, { created: NOW });
      await refusedWith(signed, 'CRED_JWT_CLAIMS');
    }
  });

  test('an envelope that is none', async () => {
    const good = await issued('vc+jwt');
    assert.equal((await verifyCredential(good, formTrust())).verified, true);
    for (const change of [
      { '@context': [] },
      { '@context': EXAMPLES_CONTEXT },
      { type: undefined },
      { type: 'VerifiableCredential' },
      { id: `data:text/plain,${String(good.id).split(',')[1]}` },
      { id: String(good.id).split(',')[1], type: 'EnvelopedVerifiableCredential' },
    ])
      await refusedWith({ ...good, ...change }, 'CRED_ENVELOPE_MALFORMED');
  });
});

describe('presentations', () => {
  const expected = { challenge: 'c-1', domain: 'agency.example' };
  const present = async (options: object) => {
    const key = await keyFor('eddsa-jcs-2022');
    const request = { credentials: [], key, options: { created: NOW, ...options } };
    return expectOk(await createPresentation('eddsa-jcs-2022', request)).presentation;
  };

  test('challenge and domain: missing, wrong, and answered without being asked', async () => {
    const cases: [object, object, string[]][] = [
      [expected, expected, []],
      [{ domain: expected.domain }, expected, ['CRED_CHALLENGE_MISSING']],
      [{ challenge: expected.challenge }, expected, ['CRED_DOMAIN_MISSING']],
      [{}, expected, ['CRED_CHALLENGE_MISSING', 'CRED_DOMAIN_MISSING']],
      [{ ...expected, challenge: 'c-2' }, expected, ['CRED_CHALLENGE']],
      [{ ...expected, domain: 'other.example' }, expected, ['CRED_DOMAIN']],
      [expected, {}, ['CRED_CHALLENGE_UNASKED']],
    ];
    for (const [made, asked, codes] of cases) {
      const verdict = await verifyPresentation(await present(made), formTrust(), asked);
      assert.deepEqual(
        verdict.refusals.map(({ code }) => code),
        codes,
        JSON.stringify([made, asked]),
      );
      assert.equal(verdict.verified, codes.length === 0);
      for (const code of codes) seen.add(code);
    }
  });

  test('unsigned, and held by somebody else', async () => {
    const signed = await present(expected);
    const { proof: _proof, ...unsigned } = signed;
    const code = async (value: unknown, asked: object) =>
      (await verifyPresentation(value, formTrust(), asked)).refusals[0]?.code;
    assert.equal(await code(unsigned, expected), 'CRED_PROOF_MISSING');
    assert.equal(await code(unsigned, { unsigned: 'accept' }), undefined);
    assert.equal(await code({ ...signed, holder: 'did:example:thief' }, expected), 'CRED_SIGNATURE_INVALID');
    assert.equal(await code({ ...signed, type: ['Other'] }, expected), 'CRED_MALFORMED');
  });
});

describe('status lists', () => {
  const mill = actor('mill');
  const url = 'https://mill.example/status/1';
  const snapshotOf = async (bits: Uint8Array, signer = mill) => {
    const validUntil = addSeconds(NOW, 3600);
    const list = {
      url,
      issuer: signer.did,
      purpose: 'revocation',
      bits,
      validFrom: NOW,
      validUntil,
    } as const;
    const signed = await issueHouse(await statusListCredential(list), signer, nodeCrypto, { created: NOW });
    return verifyStatusList(signed, url, formTrust());
  };
  const listed = (index: number) =>
    issueHouse(
      millTest(mill.did, {
        credentialStatus: statusEntry({ purpose: 'revocation', list: url, index }),
      }) as never,
      mill,
      nodeCrypto,
      { created: NOW },
    );

  test('an index outside the list, and the list of another issuer', async () => {
    const own = expectOk(await snapshotOf(createStatusList()));
    assert.equal(
      (await verifyCredential(await listed(7), formTrust({ statusList: () => own }))).verified,
      true,
    );
    await refusedWith(await listed(1_000_000), 'CRED_STATUS_INDEX', { statusList: () => own });
    const other = expectOk(await snapshotOf(createStatusList(), actor('other')));
    await refusedWith(await listed(7), 'CRED_STATUS_ISSUER', { statusList: () => other });
    await refusedWith(await listed(7), 'CRED_STATUS_UNKNOWN');
  });

  test('a list that grows without end when it is unpacked', async () => {
    const code = firstCode(await snapshotOf(new Uint8Array(64 * 1_048_576)));
    assert.equal(code, 'CRED_STATUS_LIST_TOO_LARGE');
    seen.add(code);
  });
});

describe('JSON-LD', () => {
  test('a context that redefines a protected term, one nobody knows, and terms without a meaning', async () => {
    const cases: [unknown[], object, string][] = [
      [[V2, { VerifiableCredential: 'https://evil.example/#x' }], {}, 'CRED_CONTEXT_PROTECTED'],
      [[V2, { description: 'https://evil.example/#x' }], {}, 'CRED_CONTEXT_PROTECTED'],
      [[V2, 'https://unknown.example/v1'], {}, 'CRED_CONTEXT_UNKNOWN'],
      [[V2], {}, 'CRED_TERM_UNKNOWN'],
      [[V2, EXAMPLES_CONTEXT], {}, 'ok'],
      [[V2, { MillTestReport: 'https ://no-url#x' }], {}, 'CRED_JSONLD'],
    ];
    for (const [context, changes, code] of cases) {
      const key = await keyFor('eddsa-jcs-2022');
      const { signEmbedded } = await import('./embedded/sign.ts');
      const credential = millTest(key.did, {
        '@context': context,
        credentialSubject: { id: 'did:example:a' },
        ...changes,
      });
      const options = { created: NOW, purpose: 'assertionMethod' } as const;
      const signed = expectOk(await signEmbedded('eddsa-jcs-2022', credential, key, options));
      const verdict = await verifyCredential(signed, formTrust());
      if (code === 'ok') assert.deepEqual(codesOf(verdict), []);
      else assert.ok(codesOf(verdict).includes(code), `${code}: got ${codesOf(verdict)}`);
      seen.add(code);
    }
  });

  test('a graph made to be hard is refused in under a second', async () => {
    const name = (at: number) => `_:n${at}`;
    const clique = (size: number) =>
      Array.from({ length: size }, (_, at) => ({
        '@id': name(at),
        knows: Array.from({ length: size }, (_, other) => ({ '@id': name(other) })).filter(
          (_, other) => other !== at,
        ),
      }));
    const { issueCredential } = await import('./issue.ts');
    for (const form of ['eddsa-rdfc-2022', 'ecdsa-sd-2023', 'bbs-2023'] as const)
      for (const size of [12, 60]) {
        const signer = await keyFor(form);
        // The libraries are loaded before the clock runs.
        await issued(form);
        const credential = millTest(signer.did, { credentialSubject: { knows: clique(size) } });
        const start = process.cpuUsage();
        const result = await issueCredential(form, { credential, key: signer, options: { created: NOW } });
        assert.equal(firstCode(result), 'CRED_RDF_WORK');
        assert.ok(worked(start) < 1000, `${form} ${size}: ${worked(start)} ms`);
      }
    const graph = await issued('eddsa-rdfc-2022');
    const poisoned = { ...graph, credentialSubject: { knows: clique(30) } };
    const start = process.cpuUsage();
    await refusedWith(poisoned, 'CRED_RDF_WORK');
    assert.ok(worked(start) < 1000);
  });

  test('a property with very many values, which are compared each with each, is refused in under a second', async () => {
    const many = (value: (at: number) => unknown) => Array.from({ length: 50_000 }, (_, at) => value(at));
    const graph = await issued('eddsa-rdfc-2022');
    for (const knows of [many((at) => `value ${at}`), many(() => ({ heat: '1' }))]) {
      const start = process.cpuUsage();
      await refusedWith({ ...graph, credentialSubject: { knows } }, 'CRED_RDF_WORK');
      assert.ok(worked(start) < 1000, `${worked(start)} ms`);
    }
  });

  test('many hard graphs cost no more than one: in a set of proofs, and in a presentation', async () => {
    const graph = await issued('eddsa-rdfc-2022');
    const values = Array.from({ length: 3000 }, (_, at) => `value ${at}`);
    const large = { ...graph, credentialSubject: { knows: values } };
    const proofs = Array.from({ length: 10 }, () => graph.proof as JsonObject);
    const presentation = {
      ...{ '@context': [V2, EXAMPLES_CONTEXT], type: ['VerifiablePresentation'] },
      verifiableCredential: Array.from({ length: 20 }, () => large),
    };
    const start = process.cpuUsage();
    await refusedWith({ ...large, proof: proofs }, 'CRED_RDF_WORK');
    const { credentials } = await verifyPresentation(presentation, formTrust(), { unsigned: 'accept' });
    assert.equal(credentials.length, 20);
    assert.ok(credentials.slice(1).every((verdict) => codesOf(verdict).includes('CRED_RDF_WORK')));
    assert.ok(worked(start) < 4000, `${worked(start)} ms`);
  });
});

/** Milliseconds of processor time since: what else the machine does at the time must not decide a test. */
function worked(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

test('base58 that was cut or grew is never the same bytes', () => {
  const text = toBase58(Uint8Array.from({ length: 64 }, (_, at) => at + 1));
  assert.notDeepEqual(fromBase58(text.slice(1)), fromBase58(text));
});

test('every line of the list was refused above, each with a code of its own', () => {
  const codes = Object.values(LIST);
  assert.equal(new Set(codes).size, codes.length, 'no code serves for two lines');
  assert.deepEqual(
    codes.filter((code) => !seen.has(code)),
    [],
  );
});
