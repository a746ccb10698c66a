import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkPartyDocument,
  checkPolicy,
  isPartyCredentialType,
  type ObservedStanding,
} from '@portolan/parties';
import { checkStandings } from '../standing/check-standings.ts';
import { partiesOf } from '../standing/named-parties.ts';
import { dossierWith } from '../testing/case.ts';
import { proposedPolicy, samplePolicy, stricterPolicy } from './policies/sample.ts';
import { sampleAttestations } from './stories/documents.ts';

const dossier = dossierWith({});
const parties = partiesOf(dossier);

function standing(subject: string, role: string, changes: Partial<ObservedStanding>): ObservedStanding {
  return {
    subject,
    role,
    level: 'established',
    barred: false,
    against: [],
    ...changes,
  } as unknown as ObservedStanding;
}

test('the parties of a filing are asked in the role in which they appear', () => {
  assert.deepEqual(
    parties.map(({ role, path }) => [role, path]),
    [
      ['importer', '/importerOfRecord'],
      ['broker', '/filer'],
      ['producer', '/lines/0/manufacturer'],
    ],
  );
});

test('a party that is barred refers the case, one unknown warns, one established says nothing', () => {
  const [importer, broker, producer] = parties;
  assert.ok(importer && broker && producer);
  const found = checkStandings(dossier, [
    standing(importer.did, 'importer', {}),
    standing(broker.did, 'broker', { level: 'none' }),
    standing(producer.did, 'producer', { barred: true }),
  ]);
  assert.deepEqual(
    found.map(({ code, severity, path }) => [code, severity, path]),
    [
      ['LEGITIMACY_PARTY_UNKNOWN', 'warn', '/filer'],
      ['LEGITIMACY_PARTY_BARRED', 'refer', '/lines/0/manufacturer'],
    ],
  );
  assert.deepEqual(
    checkStandings(dossier, []).map(({ code }) => code),
    ['LEGITIMACY_NOT_ASKED', 'LEGITIMACY_NOT_ASKED', 'LEGITIMACY_NOT_ASKED'],
  );
});

test('the sample policies hold together, and the sample attestations are well formed', () => {
  for (const policy of [samplePolicy, stricterPolicy, proposedPolicy])
    assert.equal(checkPolicy(policy).ok, true, policy.id);
  for (const { type, document } of sampleAttestations) {
    const checked = isPartyCredentialType(type) && checkPartyDocument(type, document);
    assert.deepEqual(checked && (checked.ok || checked.refusals), true, type);
  }
});
