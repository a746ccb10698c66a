import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { type JsonObject, toBase64Url } from '@portolan/kernel';
import { CREDENTIALS_CONTEXT } from '../credential/credential.ts';
import { CREDENTIALS_CONTEXT_1 } from '../model/check-credential.ts';
import { NOW } from '../testing/actors.ts';
import { issueCredential } from './issue.ts';
import {
  codesOf,
  EXAMPLES_CONTEXT,
  firstCode,
  formTrust,
  issued,
  keyFor,
  millTest,
} from './testing/actors.ts';
import type { FormTrust } from './trust.ts';
import { verifyCredential } from './verify-credential.ts';

/** Every MUST of the Verifiable Credentials Data Model 2.0 on what a credential says: kept and broken, at issue and at verification. */

const key = await keyFor('eddsa-jcs-2022');
const issue = (changes: object) =>
  issueCredential('eddsa-jcs-2022', {
    credential: millTest(key.did, changes as Record<string, unknown>),
    key,
    options: { created: NOW },
  });
const english = { '@value': 'Mill test', '@language': 'en', '@direction': 'ltr' };
const typed = { type: 'Sample' };

/** Section, what it says, what keeps it, what breaks it. */
const RULES: [string, string, object[], object[]][] = [
  [
    '4.3',
    '@context is a list that begins with the base context; later items are URLs or objects',
    [
      { '@context': [CREDENTIALS_CONTEXT, EXAMPLES_CONTEXT] },
      { '@context': [CREDENTIALS_CONTEXT, { '@vocab': 'https://example.org/#' }] },
    ],
    [
      { '@context': undefined },
      { '@context': CREDENTIALS_CONTEXT },
      { '@context': [] },
      { '@context': [EXAMPLES_CONTEXT, CREDENTIALS_CONTEXT] },
      { '@context': [CREDENTIALS_CONTEXT, 7] },
    ],
  ],
  [
    '4.4',
    'id is one URL, here and in the subject',
    [
      { id: undefined },
      { id: 'https://sample.example/1' },
      { id: 'did:example:x' },
      { credentialSubject: { id: 'urn:uuid:1', a: 1 } },
    ],
    [
      { id: null },
      { id: 'not a url' },
      { id: ['urn:a', 'urn:b'] },
      { id: 7 },
      { credentialSubject: { id: ['urn:a', 'urn:b'], a: 1 } },
      { credentialSubject: { id: 'relative/path', a: 1 } },
    ],
  ],
  [
    '4.5',
    'type names VerifiableCredential, in any place, and terms or URLs',
    [
      { type: 'VerifiableCredential' },
      { type: ['MillTestReport', 'VerifiableCredential'] },
      { type: ['VerifiableCredential', 'https://example.org/#Report'] },
    ],
    [
      { type: undefined },
      { type: [] },
      { type: ['MillTestReport'] },
      { type: 7 },
      { type: ['VerifiableCredential', 7] },
    ],
  ],
  [
    '4.6',
    'name and description are text or language value objects and nothing more',
    [
      { name: 'Mill test', description: english },
      { name: [english, { '@value': 'Werkszeugnis', '@language': 'de-AT' }] },
      { issuer: { id: key.did, name: english } },
    ],
    [
      { name: 7 },
      { name: { ...english, url: 'https://example.org' } },
      { description: { '@language': 'en' } },
      { name: { '@value': 'x', '@direction': 'up' } },
      { name: { '@value': 'x', '@language': 'e n' } },
      { issuer: { id: key.did, description: { ...english, extra: 1 } } },
    ],
  ],
  [
    '4.7',
    'issuer is a URL or an object with one as id',
    [{ issuer: key.did }, { issuer: { id: key.did } }],
    [
      { issuer: undefined },
      { issuer: null },
      { issuer: 'not a url' },
      { issuer: {} },
      { issuer: { id: null } },
      { issuer: [] },
    ],
  ],
  [
    '4.8',
    'there is a subject, and every subject makes a claim',
    [{ credentialSubject: { heat: '1' } }, { credentialSubject: [{ heat: '1' }, { id: 'urn:x' }] }],
    [
      { credentialSubject: undefined },
      { credentialSubject: {} },
      { credentialSubject: [] },
      { credentialSubject: [{ heat: '1' }, {}] },
      { credentialSubject: 'text' },
    ],
  ],
  [
    '4.9',
    'validFrom and validUntil are times with a zone, in order',
    [
      { validFrom: '2026-01-01T00:00:00.123Z', validUntil: '2027-01-01T00:00:00-06:00' },
      { validFrom: '2026-06-01T00:00:00Z', validUntil: '2026-06-01T00:00:00Z' },
      { validFrom: undefined },
    ],
    [
      { validFrom: '2026-01-01' },
      { validFrom: '2026-01-01T00:00:00' },
      { validUntil: '2026-02-30T00:00:00Z' },
      { validFrom: '2026-06-02T00:00:00Z', validUntil: '2026-06-01T00:00:00Z' },
    ],
  ],
  [
    '4.10',
    'credentialStatus has a type; its id, if any, is one URL',
    [{ credentialStatus: { ...typed, id: 'https://x.example/1' } }, { credentialStatus: [typed, typed] }],
    [
      { credentialStatus: { id: 'https://x.example/1' } },
      { credentialStatus: { type: 2 } },
      { credentialStatus: { ...typed, id: 'no url' } },
      { credentialStatus: { ...typed, id: ['urn:a', 'urn:b'] } },
      { credentialStatus: 'https://x.example/1' },
    ],
  ],
  [
    '4.11',
    'credentialSchema has a type and a URL',
    [{ credentialSchema: { ...typed, id: 'https://x.example/s' } }],
    [
      { credentialSchema: typed },
      { credentialSchema: { id: 'https://x.example/s' } },
      { credentialSchema: { ...typed, id: '7' } },
    ],
  ],
  [
    '5.4',
    'refreshService has a type',
    [{ refreshService: { ...typed, id: 'https://x.example/r' } }],
    [{ refreshService: { id: 'https://x.example/r' } }],
  ],
  [
    '5.5',
    'termsOfUse has a type',
    [{ termsOfUse: [typed] }],
    [{ termsOfUse: { id: 'https://x.example/t' } }, { termsOfUse: [] }],
  ],
  [
    '5.6',
    'evidence has a type',
    [{ evidence: [{ ...typed, id: 'https://x.example/e' }] }],
    [{ evidence: [{ id: 'https://x.example/e' }] }, { evidence: 'text' }],
  ],
  ['4.12', 'a proof has a type', [], [{ proof: { proofValue: 'z1' } }, { proof: {} }]],
];

for (const [section, rule, kept, broken] of RULES)
  describe(`section ${section}: ${rule}`, () => {
    for (const [index, changes] of kept.entries())
      test(`kept ${index + 1}`, async () => assert.equal(firstCode(await issue(changes)), 'ok'));
    for (const [index, changes] of broken.entries())
      test(`broken ${index + 1}`, async () => {
        const code = firstCode(await issue(changes));
        assert.ok(['CRED_MALFORMED', 'CRED_DATE_MALFORMED'].includes(code), code);
        const verdict = await verifyCredential(
          millTest(key.did, changes as Record<string, unknown>),
          formTrust(),
        );
        assert.equal(verdict.verified, false);
      });
  });

describe('section 5.3: relatedResource', () => {
  const id = CREDENTIALS_CONTEXT;
  // The digests the public W3C suite names: the edition of July 2024.
  const digestSRI = 'sha384-NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg';
  const digestMultibase = 'uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k';
  const resource = (value: unknown) => issue({ relatedResource: value });

  test('digests of a published edition, alone, together, as multihash', async () => {
    const raw = Buffer.from(digestMultibase.slice(1), 'base64url');
    const multihash = `u${toBase64Url(Buffer.concat([Uint8Array.of(18, 32), raw]))}`;
    for (const value of [
      { id, digestSRI },
      { id, digestMultibase },
      { id, digestMultibase: multihash },
      [{ id, digestSRI, digestMultibase, mediaType: 'application/ld+json' }],
    ])
      assert.equal(firstCode(await resource(value)), 'ok');
  });

  test('shapes that are refused', async () => {
    for (const value of [
      [id],
      { digestSRI },
      { id },
      { id: 'no url', digestSRI },
      [
        { id, digestSRI },
        { id, digestMultibase },
      ],
      { id, digestSRI, mediaType: 7 },
    ])
      assert.equal(firstCode(await resource(value)), 'CRED_MALFORMED');
    for (const value of [
      { id, digestSRI: 'md5-AAAA' },
      { id, digestMultibase: 'zAAAA' },
      { id, digestSRI: ' ' },
    ])
      assert.equal(firstCode(await resource(value)), 'CRED_RELATED_RESOURCE_FORM');
  });

  test('digests of something else', async () => {
    const other = createHash('sha384').update('other').digest('base64');
    for (const value of [
      { id, digestMultibase: 'uM4RgWQc3RUDtjJCSgTJtTfvpZ7SPEg_LNO0ESlovQC0' },
      { id, digestSRI: 'sha384-_rCVIV7fSXXTNIvpiq26jRDyj8JG8TDjij-tD0ewLk4JpnXEz6a5AeeY_1qQ0d0P' },
      { id, digestSRI, digestMultibase: 'uM4RgWQc3RUDtjJCSgTJtTfvpZ7SPEg_LNO0ESlovQC0' },
      { id, digestSRI: `sha384-${other}` },
    ])
      assert.equal(firstCode(await resource(value)), 'CRED_RELATED_RESOURCE');
  });

  test('a resource that is not at hand is open for whoever asks for it, and compared when it is there', async () => {
    const bytes = new TextEncoder().encode('certificate');
    const related = {
      id: 'https://mill.example/cert',
      digestSRI: `sha256-${createHash('sha256').update(bytes).digest('base64')}`,
    };
    const credential = await issued('eddsa-jcs-2022', { relatedResource: related });
    const codes = async (changes: object) => codesOf(await verifyCredential(credential, formTrust(changes)));
    assert.deepEqual(await codes({}), []);
    assert.deepEqual(await codes({ resource: () => undefined }), ['CRED_RESOURCE_UNKNOWN']);
    assert.deepEqual(await codes({ resource: () => undefined, tolerate: ['unknown-resource'] }), []);
    assert.deepEqual(await codes({ resource: () => bytes }), []);
    assert.deepEqual(await codes({ resource: () => bytes.subarray(1) }), ['CRED_RELATED_RESOURCE']);
  });
});

describe('section 4.11: JSON Schema', () => {
  const id = 'https://mill.example/schema';
  const schema = {
    $id: id,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { credentialSubject: { $ref: '#/$defs/subject' } },
    $defs: { subject: { type: 'object', required: ['heat'], properties: { heat: { type: 'string' } } } },
  };
  const codes = async (document: unknown, changes: object = {}, trust: Partial<FormTrust> = {}) => {
    const credential = await issued('eddsa-jcs-2022', {
      credentialSchema: { id, type: 'JsonSchema' },
      ...changes,
    });
    const schemaDocument = (url: string) => (url === id ? (document as JsonObject) : undefined);
    return codesOf(await verifyCredential(credential, formTrust({ schemaDocument, ...trust })));
  };
  const without = (name: string) =>
    Object.fromEntries(Object.entries(schema).filter(([member]) => member !== name));

  test('content that fits, that does not, and a schema that is missing or no use', async () => {
    assert.deepEqual(await codes(schema), []);
    assert.deepEqual(await codes(schema, { credentialSubject: { grade: 'A36' } }), ['CRED_SCHEMA_FAILED']);
    assert.deepEqual(await codes(undefined), ['CRED_SCHEMA_UNKNOWN']);
    const useless = [
      'text',
      { ...schema, $ref: 'https://other.example/s' },
      { ...schema, properties: { id: { pattern: '(' } } },
    ];
    for (const document of useless) assert.deepEqual(await codes(document), ['CRED_SCHEMA_MALFORMED']);
  });

  test('VC JSON Schema 3.1: $id and $schema are there, and $id is the schema that was named', async () => {
    for (const document of [
      without('$id'),
      without('$schema'),
      { ...schema, $id: 'not-a-uri' },
      { ...schema, $id: 'https://mill.example/other' },
      { ...schema, $schema: 7 },
    ])
      assert.deepEqual(await codes(document), ['CRED_SCHEMA_MALFORMED'], JSON.stringify(document));
  });

  test('VC JSON Schema 3: three editions are known; another leaves the question open', async () => {
    for (const $schema of [
      'https://json-schema.org/draft/2020-12/schema',
      'https://json-schema.org/draft/2019-09/schema',
      'http://json-schema.org/draft-07/schema#',
    ])
      assert.deepEqual(await codes({ ...schema, $schema }), [], $schema);
    const unknown = { ...schema, $schema: 'https://json-schema.org/draft/unknown/schema' };
    assert.deepEqual(await codes(unknown), ['CRED_SCHEMA_VERSION']);
    assert.deepEqual(await codes(unknown, {}, { tolerate: ['unknown-schema'] }), []);
  });

  test('several schemas each count; a method that is unknown is open', async () => {
    const both = [
      { id, type: 'JsonSchema' },
      { id: 'https://mill.example/other', type: 'ShaclValidator' },
    ];
    assert.deepEqual(await codes(schema, { credentialSchema: both }), ['CRED_SCHEMA_UNKNOWN']);
    const unfit = { credentialSchema: both, credentialSubject: { grade: 'A36' } };
    assert.deepEqual(await codes(schema, unfit, { tolerate: ['unknown-schema'] }), ['CRED_SCHEMA_FAILED']);
  });

  test('VC JSON Schema 2.2: a schema credential is signed, for schemas, and of the name that was given', async () => {
    const carrier = {
      id,
      type: ['VerifiableCredential', 'JsonSchemaCredential'],
      credentialSchema: {
        id: 'https://www.w3.org/2022/credentials/v2/json-schema-credential-schema.json',
        type: 'JsonSchema',
      },
      credentialSubject: { id: `${id}#it`, type: 'JsonSchema', jsonSchema: schema },
    };
    const named = { credentialSchema: { id, type: 'JsonSchemaCredential' } };
    const signed = (changes: object = {}) => issued('eddsa-jcs-2022', { ...carrier, ...changes });
    assert.deepEqual(await codes(await signed(), named), []);
    const unfit = { ...named, credentialSubject: { grade: 'A36' } };
    assert.deepEqual(await codes(await signed(), unfit), ['CRED_SCHEMA_FAILED']);
    const { proof: _proof, ...unsigned } = await signed();
    const subject = carrier.credentialSubject;
    for (const document of [
      unsigned,
      { ...(await signed()), validUntil: '2030-01-01T00:00:00Z' },
      await signed({ id: 'https://mill.example/other' }),
      await signed({ type: ['VerifiableCredential', 'MillTestReport'] }),
      await signed({ credentialSchema: { id: 'https://mill.example/s', type: 'JsonSchema' } }),
      await signed({ credentialSubject: { id: subject.id, jsonSchema: schema } }),
      await signed({ credentialSubject: { ...subject, type: 'NotJsonSchema' } }),
      await signed({ credentialSubject: { id: subject.id, type: 'JsonSchema' } }),
      await signed({ credentialSubject: { ...subject, jsonSchema: without('$id') } }),
      schema,
    ])
      assert.deepEqual(await codes(document, named), ['CRED_SCHEMA_MALFORMED'], JSON.stringify(document));
  });

  test('content that does not fit is not issued', async () => {
    const request = {
      credential: millTest(key.did, {
        credentialSchema: { id, type: 'JsonSchema' },
        credentialSubject: { grade: 'A' },
      }),
      key,
    };
    const options = { created: NOW, schemaDocument: () => schema };
    assert.equal(
      firstCode(await issueCredential('eddsa-jcs-2022', { ...request, options })),
      'CRED_SCHEMA_FAILED',
    );
  });
});

test('edition 1.1 is verified: issuance date required, its own dates judged', async () => {
  const contexts = [
    CREDENTIALS_CONTEXT_1,
    'https://w3id.org/security/data-integrity/v2',
    { '@vocab': 'https://example.org/#' },
  ];
  const of1 = (changes: object) => ({
    '@context': contexts,
    validFrom: undefined,
    issuanceDate: '2026-01-01T00:00:00Z',
    ...changes,
  });
  for (const form of ['eddsa-rdfc-2022', 'ecdsa-rdfc-2019'] as const) {
    const good = await issued(form, of1({ expirationDate: '2027-01-01T00:00:00Z' }));
    assert.deepEqual(codesOf(await verifyCredential(good, formTrust())), []);
  }
  const expired = await issued('eddsa-rdfc-2022', of1({ expirationDate: '2026-02-01T00:00:00Z' }));
  assert.deepEqual(codesOf(await verifyCredential(expired, formTrust())), ['CRED_EXPIRED']);
  assert.equal(firstCode(await issue(of1({ issuanceDate: undefined }))), 'CRED_MALFORMED');
});
