import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { expectOk, type JsonObject, type Result, toBase64Url, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { SDJwtInstance } from '@sd-jwt/core';
import { actor, NOW } from '../testing/actors.ts';
import { sdDigest } from './digest.ts';
import { discloseSdJwt } from './disclose.ts';
import { issueSdJwt } from './issue.ts';
import { bindSdJwt, checkBinding } from './key-binding.ts';
import { openPayload, readDisclosure } from './open.ts';
import { splitSdJwt } from './token.ts';

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusals[0]?.code);
const open = (payload: JsonObject, disclosures: readonly string[] = []) =>
  openPayload(payload, disclosures, nodeCrypto);
const disclosure = (...parts: unknown[]) => toBase64Url(utf8(JSON.stringify(parts)));

const mill = actor('mill');
const hasher = (data: string | ArrayBuffer) =>
  createHash('sha256')
    .update(typeof data === 'string' ? data : new Uint8Array(data))
    .digest();
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: mill.did,
  credentialSubject: {
    id: 'urn:coil',
    heat: 'H-1',
    price: { amount: '12.50', currency: 'USD' },
    tests: ['a', 'b'],
  },
};

/** RFC 9901, sections 4.2.1 to 4.2.3: the disclosures and digests printed there. */
describe('RFC 9901', () => {
  test('the disclosure of family_name and its digest', () => {
    const text = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
    assert.deepEqual(expectOk(readDisclosure(text)), { text, name: 'family_name', value: 'Möbius' });
    assert.equal(sdDigest(nodeCrypto, text), 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0');
  });

  test('the disclosure of an array element and its digest', () => {
    const text = 'WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0';
    assert.deepEqual(expectOk(readDisclosure(text)), { text, value: 'FR' });
    assert.equal(sdDigest(nodeCrypto, text), 'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs');
  });
});

describe('what an issuer hides, a holder shows', () => {
  const token = async (disclosable?: string[]) =>
    expectOk(await issueSdJwt(credential as JsonObject, mill, nodeCrypto, { created: NOW, disclosable }));
  const payloadOf = async (text: string) => {
    const { jwt, disclosures } = expectOk(splitSdJwt(text));
    const raw = JSON.parse(Buffer.from(jwt.split('.')[1] as string, 'base64url').toString());
    return expectOk(open(raw, disclosures)).payload;
  };

  test('whole, in part, and nothing', async () => {
    const whole = await token();
    assert.deepEqual((await payloadOf(whole)).credentialSubject, credential.credentialSubject);
    const part = expectOk(discloseSdJwt(whole, ['/credentialSubject/heat'], nodeCrypto));
    assert.deepEqual((await payloadOf(part)).credentialSubject, { id: 'urn:coil', heat: 'H-1' });
    const none = expectOk(discloseSdJwt(whole, [], nodeCrypto));
    assert.deepEqual((await payloadOf(none)).credentialSubject, { id: 'urn:coil' });
  });

  test('members of members, and items of lists', async () => {
    const pointers = [
      '/credentialSubject/price',
      '/credentialSubject/price/amount',
      '/credentialSubject/tests/1',
    ];
    const whole = await token(pointers);
    assert.deepEqual((await payloadOf(whole)).credentialSubject, credential.credentialSubject);
    const part = expectOk(discloseSdJwt(whole, ['/credentialSubject/price/currency'], nodeCrypto));
    assert.deepEqual((await payloadOf(part)).credentialSubject, {
      id: 'urn:coil',
      heat: 'H-1',
      price: { currency: 'USD' },
      tests: ['a'],
    });
  });

  test('what must stay open, and pointers to nothing', async () => {
    const code = async (pointer: string) =>
      codeOf(
        await issueSdJwt(credential as JsonObject, mill, nodeCrypto, {
          created: NOW,
          disclosable: [pointer],
        }),
      );
    for (const member of ['issuer', 'type', '@context', 'credentialStatus'])
      assert.equal(await code(`/${member}`), 'CRED_SD_MANDATORY');
    assert.equal(await code('/credentialSubject/none'), 'CRED_POINTER');
    assert.equal(await code(''), 'CRED_POINTER');
    assert.equal(
      codeOf(discloseSdJwt(await token(), ['/credentialSubject/none'], nodeCrypto)),
      'CRED_POINTER',
    );
  });

  test('another implementation reads what is issued here', async () => {
    const text = await token(['/credentialSubject/heat', '/credentialSubject/tests/0']);
    const reader = new SDJwtInstance({
      hasher,
      hashAlg: 'sha-256',
    });
    const claims = (await (await reader.decode(text)).getClaims(hasher)) as JsonObject;
    assert.deepEqual(claims.credentialSubject, credential.credentialSubject);
  });
});

test('another implementation issues, and it is read here', async () => {
  const issuer = new SDJwtInstance({
    signer: async (data: string) => toBase64Url((await mill.sign(utf8(data))) as Uint8Array),
    signAlg: 'EdDSA',
    hasher,
    hashAlg: 'sha-256',
    saltGenerator: () => toBase64Url(nodeCrypto.randomBytes(16)),
  });
  const text = await issuer.issue(credential, { credentialSubject: { _sd: ['heat', 'price'] } } as never);
  const { jwt, disclosures } = expectOk(splitSdJwt(text));
  const raw = JSON.parse(Buffer.from(jwt.split('.')[1] as string, 'base64url').toString());
  assert.equal(disclosures.length, 2);
  assert.deepEqual(expectOk(open(raw, disclosures)).payload.credentialSubject, credential.credentialSubject);
});

describe('disclosures that are refused (RFC 9901, section 7.1)', () => {
  const good = disclosure('salt', 'a', 1);
  const hidden = (text: string) => ({ _sd: [sdDigest(nodeCrypto, text)] });

  test('each for its own reason', () => {
    const item = disclosure('salt', 1);
    const cases: [JsonObject, string[], string][] = [
      [hidden(good), [good], 'ok'],
      [hidden(good), [], 'ok'],
      [{}, [good], 'CRED_SD_DISCLOSURE'],
      [hidden(good), [good, good], 'CRED_SD_DISCLOSURE'],
      [{ ...hidden(good), a: 2 }, [good], 'CRED_SD_DISCLOSURE'],
      [{ x: hidden(good), y: hidden(good) }, [good], 'CRED_SD_DISCLOSURE'],
      [hidden(item), [item], 'CRED_SD_DISCLOSURE'],
      [{ l: [{ '...': sdDigest(nodeCrypto, good) }] }, [good], 'CRED_SD_DISCLOSURE'],
      [{ l: [{ '...': sdDigest(nodeCrypto, item), more: 1 }] }, [item], 'CRED_SD_DISCLOSURE'],
      [{ '...': 'x' }, [], 'CRED_SD_DISCLOSURE'],
      [{ _sd: 'x' }, [], 'CRED_SD_DISCLOSURE'],
      [{ _sd_alg: 'sha-512' }, [], 'CRED_SD_HASH'],
      [{ _sd_alg: 'md5' }, [], 'CRED_SD_HASH'],
    ];
    for (const [payload, disclosures, code] of cases)
      assert.equal(codeOf(open(payload, disclosures)), code, JSON.stringify(payload));
    for (const text of [
      '',
      '%',
      toBase64Url(utf8('{}')),
      disclosure(),
      disclosure(7, 'a', 1),
      disclosure('s', '_sd', 1),
      disclosure('s', '...', 1),
      disclosure('s', 7, 1),
    ])
      assert.equal(codeOf(readDisclosure(text)), 'CRED_SD_DISCLOSURE', text);
  });

  test('disclosures nested without end', () => {
    let inner = disclosure('salt', 'a', 1);
    const all = [inner];
    for (let depth = 0; depth < 50; depth += 1) {
      inner = disclosure('salt', 'a', hidden(inner));
      all.push(inner);
    }
    assert.equal(codeOf(open(hidden(inner), all)), 'CRED_SD_DISCLOSURE');
  });
});

describe('key binding (RFC 9901, section 7.3)', () => {
  const holder = actor('holder');
  const cnf = { kid: holder.verificationMethod };
  const request = { nonce: 'n-1', audience: 'agency.example' };
  const verify = (token: string, key: { publicKey: Uint8Array }) => {
    const [head, body, signature] = token.split('.') as [string, string, string];
    return nodeCrypto.verifyEd25519(
      key.publicKey,
      utf8(`${head}.${body}`),
      Buffer.from(signature, 'base64url'),
    );
  };
  const bound = async (changes: object = {}, signer = holder) => {
    const token = expectOk(await issueSdJwt(credential as JsonObject, mill, nodeCrypto, { created: NOW }));
    return {
      token,
      text: await bindSdJwt(token, signer, nodeCrypto, { ...request, created: NOW, ...changes }),
    };
  };
  const check = async (text: string, confirmation: unknown = cnf, at = NOW) =>
    codeOf(
      await checkBinding(expectOk(splitSdJwt(text)), confirmation, verify, {
        crypto: nodeCrypto,
        at,
        request,
      }),
    );

  test('made by the holder, for this verifier, over what is shown, now', async () => {
    const { token, text } = await bound();
    assert.equal(await check(text), 'ok');
    assert.equal(await check(token), 'CRED_KEY_BINDING');
    assert.equal(await check(text, null), 'CRED_KEY_BINDING');
    assert.equal(await check((await bound({}, mill)).text), 'CRED_KEY_BINDING');
    assert.equal(await check((await bound({ nonce: 'n-2' })).text), 'CRED_CHALLENGE');
    assert.equal(await check((await bound({ audience: 'other.example' })).text), 'CRED_DOMAIN');
    assert.equal(
      await check((await bound({ created: '2026-06-01T00:00:00.000Z' })).text),
      'CRED_KEY_BINDING',
    );
    const parts = text.split('~');
    assert.equal(await check([parts[0], ...parts.slice(2)].join('~')), 'CRED_KEY_BINDING');
  });

  test('the holder may be named by a JSON Web Key', async () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(holder.publicKey) };
    assert.equal(await check((await bound()).text, { jwk }), 'ok');
    assert.equal(await check((await bound()).text, { jwk: { ...jwk, d: 'secret' } }), 'CRED_KEY_FORM');
  });
});
