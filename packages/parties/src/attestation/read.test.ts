import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CREDENTIALS_CONTEXT,
  didKeyMethod,
  didKeyOf,
  issueCredential,
  PORTOLAN_CONTEXT,
  type Signer,
  type Trust,
  verifyCredential,
} from '@portolan/credentials';
import { instant, type JsonObject } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { checkPartyDocument, partySchemaCheck } from '../schema/check.ts';
import { AS_OF } from '../testing/world.ts';
import { readAttestation } from './read.ts';

function actor(name: string): Signer {
  const { publicKey, privateKey } = ed25519FromSeed(nodeCrypto.sha256(new TextEncoder().encode(name)));
  const did = didKeyOf(publicKey);
  return { did, verificationMethod: didKeyMethod(did), sign: (message) => signEd25519(privateKey, message) };
}

const [issuer, holder] = [actor('sample lei issuer'), actor('sample holder')];
const trust: Trust = {
  ...{ crypto: nodeCrypto, at: AS_OF, signedAt: { instant: instant('2026-05-01T00:00:00Z'), source: 'log' } },
  ...{ resolveDid: () => undefined, statusList: () => undefined, schema: partySchemaCheck },
  accreditation: () => ({ state: 'unknown' }),
};

const record: JsonObject = {
  organization: {
    name: 'Sample Harbor Foods Inc.',
    did: holder.did,
    address: { city: 'Rio Rico', country: 'US' },
  },
  checks: [{ what: 'identifier', how: 'own-records', on: '2026-04-30' }],
  from: '2026-05-01',
  lei: '506700GE1G29325QX363',
  registrationStatus: 'ISSUED',
  entityStatus: 'ACTIVE',
  nextRenewalOn: '2027-05-01',
};

const issued = (document: JsonObject) =>
  issueCredential(
    {
      '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
      id: 'urn:uuid:6f3a1f5e-4f0a-4c6e-9b61-0d4f2f6f7a10',
      type: ['VerifiableCredential', 'WebLeiCredential'],
      issuer: issuer.did,
      validFrom: '2026-05-01T00:00:00.000Z',
      validUntil: '2026-12-31T23:59:59.999Z',
      credentialSubject: document,
    },
    issuer,
    nodeCrypto,
    { created: instant('2026-05-01T00:00:00Z') },
  );

test('a signed LEI record comes out as an attestation', async () => {
  const credential = (await issued(record)) as unknown as JsonObject;
  const result = readAttestation(credential, await verifyCredential(credential, trust));
  assert.ok(result.ok);
  const { kind, subject, party, facts, faults, until } = result.value;
  assert.deepEqual([kind, subject, faults, until], ['lei-issuer', holder.did, [], '2026-12-31']);
  assert.deepEqual(party.identifiers, [{ scheme: 'lei', value: '506700GE1G29325QX363' }]);
  assert.deepEqual(facts, { state: 'good', controllers: [], renewalDue: '2027-05-01' });
});

test('altered after signing it carries its fault, and proves nothing', async () => {
  const credential = (await issued(record)) as unknown as JsonObject;
  const altered = { ...credential, credentialSubject: { ...record, nextRenewalOn: '2030-01-01' } };
  const result = readAttestation(altered, await verifyCredential(altered, trust));
  assert.deepEqual(result.ok && result.value.faults, ['CRED_SIGNATURE_INVALID']);
});

test('a subject that is malformed is refused with every fault', () => {
  // ISO 7064 mod 97-10: the last digit is wrong.
  const wrong = { ...record, lei: '5493001KJTIIGC8Y1R17', until: '2026-01-01', extra: true };
  const shape = checkPartyDocument('WebLeiCredential', wrong);
  assert.deepEqual(!shape.ok && shape.refusals.map(({ code }) => code), ['DOC_FIELD_UNKNOWN']);
  const { extra: _, ...known } = wrong;
  const contents = checkPartyDocument('WebLeiCredential', known);
  assert.deepEqual(!contents.ok && contents.refusals.map(({ code, path }) => [code, path]), [
    ['PARTY_DATES_CROSS', '/until'],
    ['KERNEL_IDENTIFIER_CHECK', '/lei'],
  ]);
  const { checks: _checks, ...unchecked } = record;
  assert.equal(checkPartyDocument('WebLeiCredential', unchecked).ok, false);
});
