import type { JsonObject } from '@portolan/kernel';
import type { PowerUse, StatusChange } from '@portolan/parties';
import { sampleTenant } from '../../sample-community.ts';
import { samplePerson } from './attesters.ts';

/** One credential of a story about authority: who signs it, with whose name on it, and what it says. */
export interface SampleGrant {
  /** Whose key signs it. */
  readonly by: string;
  /** In whose name it is signed, where that is somebody else: a forgery. */
  readonly inNameOf?: string;
  readonly type: 'PowerOfAttorney' | 'AuthorityDelegation' | 'EmploymentAffirmation' | 'FilingSignature';
  readonly document: JsonObject;
  readonly signedAt: string;
  readonly changes?: readonly StatusChange[];
  /** The grant that this one passes on. */
  readonly passesOn?: 'power';
}

/** A story about authority: an act, what is to show that it may be done, and for which reason it may not. */
export interface AuthorityStory {
  readonly folder: string;
  readonly title: string;
  readonly use: PowerUse;
  readonly grants: readonly SampleGrant[];
  /** Codes of the refusals, each once; none where the act may be done. */
  readonly codes: readonly string[];
}

/** Digest that stands for what is declared in these stories. */
export const SAMPLE_DECLARED = 'sha256:2f1b0c6c1d1f0d0a5f7be2b6c3c6c0a2f4f5a3f6b1f0d9f7d6a2c4e8b0a19c35';

const party = (slug: 'importer' | 'broker' | 'carrier') => {
  const { name, did, address } = sampleTenant(slug);
  return { name, did, address: { ...address } };
};
const person = { name: samplePerson.name, did: samplePerson.did };
const signedAt = '2026-02-01T15:00:00.000Z';

const power: SampleGrant = {
  ...{ by: 'importer', type: 'PowerOfAttorney', signedAt },
  document: {
    ...{ number: 'POA-SAMPLE-1', grantor: party('importer'), grantee: party('broker') },
    powers: ['file-entry', 'answer-requests', 'sub-delegate'],
    limits: { ports: ['2604', '2704'], maximumEntryValue: { amount: '100000', currency: 'USD' } },
    ...{ from: '2026-02-01', until: '2027-01-31' },
  },
};
const delegation: SampleGrant = {
  ...{ by: 'broker', type: 'AuthorityDelegation', signedAt: '2026-02-03T15:00:00.000Z', passesOn: 'power' },
  document: {
    ...{ number: 'SUB-SAMPLE-1', grantor: party('broker'), grantee: party('carrier') },
    ...{ powers: ['file-entry'], limits: { ports: ['2604'] }, from: '2026-02-03', until: '2026-12-31' },
  },
};
const employment: SampleGrant = {
  ...{ by: 'carrier', type: 'EmploymentAffirmation', signedAt },
  document: {
    ...{ person, organization: party('carrier'), position: 'Entry writer', powers: ['file-entry'] },
    checks: [{ what: 'authority', how: 'own-records', on: '2026-02-01' }],
    from: '2026-02-01',
  },
};
const signature: SampleGrant = {
  ...{ by: samplePerson.slug, type: 'FilingSignature', signedAt: '2026-06-12T14:00:00.000Z' },
  document: {
    person,
    organization: { name: party('carrier').name, did: party('carrier').did },
    statement:
      'Entry of type 01 for Sample Harbor Foods Inc. at port 2604, bill of lading SAMPLE-1: 1 line, 12400 US dollars.',
    declared: SAMPLE_DECLARED,
  },
};

const use: PowerUse = {
  ...{
    power: 'file-entry',
    principal: party('importer').did,
    actor: party('carrier').did,
    person: person.did,
  },
  ...{ at: '2026-06-12T14:30:00.000Z' as PowerUse['at'], port: '2604', entryType: '01' },
  enteredValue: { amount: '12400', currency: 'USD' },
};
const good = [power, delegation, employment, signature];

function replaced(grant: SampleGrant, changes: Partial<SampleGrant>): SampleGrant[] {
  return good.map((one) => (one === grant ? { ...one, ...changes } : one));
}

function revoked(grant: SampleGrant): SampleGrant[] {
  const from = '2026-06-12T14:10:00.000Z' as PowerUse['at'];
  return replaced(grant, { changes: [{ purpose: 'revocation', from }] });
}

function story(
  folder: string,
  title: string,
  grants: readonly SampleGrant[],
  ...codes: string[]
): AuthorityStory {
  return { folder, title, use, grants, codes };
}

/** A chain down to a person's signature, and what breaks it: each for a reason of its own. */
export const authorityStories: readonly AuthorityStory[] = [
  story('authority', 'The importer’s power, passed on once, used by an employee who signs', good),
  story(
    'capability-widened',
    'The power is passed on for a port that it does not reach',
    replaced(delegation, { document: { ...delegation.document, limits: { ports: ['2604', '2506'] } } }),
    'PARTY_AUTHORITY_WIDENED',
  ),
  story(
    'capability-not-to-pass-on',
    'A power that may not be passed on is passed on',
    replaced(power, { document: { ...power.document, powers: ['file-entry', 'answer-requests'] } }),
    'PARTY_AUTHORITY_NO_SUBDELEGATION',
  ),
  story(
    'capability-revoked',
    'The importer revokes its power after the draft was begun and signed',
    revoked(power),
    'PARTY_AUTHORITY_REVOKED',
  ),
  {
    ...story(
      'capability-exceeded',
      'The value is above what the importer allows',
      good,
      'PARTY_AUTHORITY_LIMIT',
    ),
    use: { ...use, enteredValue: { amount: '250000', currency: 'USD' } },
  },
  story(
    'employee-gone',
    'The person left the filer before the filing',
    revoked(employment),
    'PARTY_AUTHORITY_PERSON',
  ),
  story(
    'signed-with-another-key',
    'Somebody signs in the name of a person whose key it has not',
    replaced(signature, { by: 'thief', inNameOf: samplePerson.slug }),
    'PARTY_SIGNATURE_UNSOUND',
  ),
];
