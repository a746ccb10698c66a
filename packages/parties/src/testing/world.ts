import {
  type CalendarDate,
  type Digest,
  digestJson,
  type Instant,
  instant,
  type JsonValue,
} from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Attestation } from '../attestation/attestation.ts';
import { EvidenceIndex } from '../attestation/source.ts';
import type { Policy } from '../policy/policy.ts';
import { type AttesterKind, kindOfType } from '../schema/kind.ts';
import type { AttestationType } from '../schema/types.ts';
import { standingOf } from '../standing/evaluate.ts';
import type { Standing } from '../standing/standing.ts';
import type { OversightAct } from '../trust/act.ts';
import { foldRegister } from '../trust/register.ts';

/** A small world for the tests of this room: attestations as they come out of verification, an agency, its policy. */

export const AS_OF = instant('2026-06-12T14:30:00.000Z');
export const AGENCY = 'did:key:zAgency';
export const SUBJECT = 'did:key:zSubject';

export const typeOfKind = Object.fromEntries(
  Object.entries(kindOfType).map(([type, kind]) => [kind, type]),
) as Record<AttesterKind, AttestationType>;

/** What a test says of an attestation; all else is as it should be. */
export interface Said {
  readonly kind?: AttesterKind;
  readonly by?: string;
  readonly about?: string;
  readonly signedAt?: string;
  readonly changes?: Partial<Attestation>;
  readonly party?: Partial<Attestation['party']>;
  readonly facts?: Partial<Attestation['facts']>;
}

export function attestation(said: Said = {}): Attestation {
  const { kind = 'company-register', about = SUBJECT } = said;
  const issuer = said.by ?? `did:key:z-${kind}`;
  const signedAt = instant(said.signedAt ?? '2026-05-01T00:00:00.000Z');
  const registers = kind === 'company-register' || kind === 'tax-authority';
  const content = {
    type: typeOfKind[kind],
    kind,
    issuer,
    subject: about,
    signedAt,
    from: signedAt.slice(0, 10) as CalendarDate,
    changes: [],
    faults: [],
    party: {
      name: `Sample ${about.slice(-8)}`,
      country: 'MX',
      city: 'Nogales',
      identifiers: [],
      ...said.party,
    },
    checks: [{ what: 'existence', how: 'own-records' as const, on: signedAt.slice(0, 10) as CalendarDate }],
    facts: {
      state: 'good' as const,
      controllers: [],
      ...(registers ? { since: '2015-01-05' as CalendarDate } : {}),
      ...(kind === 'lei-issuer' ? { renewalDue: '2027-01-01' as CalendarDate } : {}),
      ...said.facts,
    },
    ...said.changes,
  };
  return { ...content, digest: digestOf(content) };
}

export function ownership(about: string, owner: string, by = 'did:key:z-company-register'): Attestation {
  const said = {
    by,
    about,
    facts: { controllers: [{ name: 'Sample Owner', did: owner, sharePercent: 80 }] },
  };
  const { kind: _, digest: _digest, ...rest } = attestation(said);
  const content = { ...rest, type: 'OwnershipStatement' as const };
  return { ...content, digest: digestOf(content) };
}

function digestOf(content: unknown): Digest {
  return digestJson(nodeCrypto, content as JsonValue);
}

const accredited: readonly AttesterKind[] = [
  'company-register',
  'tax-authority',
  'bank',
  'lei-issuer',
  'gs1',
  'trusted-trader',
  'chamber',
];

let numbers = 0;

export function accredit(
  attester: string,
  credentialType: string,
  changes: Partial<OversightAct> = {},
): OversightAct {
  numbers += 1;
  return {
    act: 'accredit',
    id: `act-${String(numbers).padStart(6, '0')}`,
    at: '2024-01-01T00:00:00.000Z',
    agency: AGENCY,
    by: 'Sample Lead',
    reason: 'Known to the agency.',
    attester,
    name: `Sample attester ${attester.slice(-12)}`,
    credentialType,
    from: '2024-01-01',
    ...changes,
  } as OversightAct;
}

/** The attester of each kind that `attestation` uses, accredited for its type; the register for owners as well. */
export const acts: readonly OversightAct[] = [
  ...accredited.map((kind) => accredit(`did:key:z-${kind}`, typeOfKind[kind])),
  accredit('did:key:z-company-register', 'OwnershipStatement'),
];

export const policy: Policy = {
  id: 'sample-importers',
  version: '1',
  title: 'Sample policy for importers',
  publisher: AGENCY,
  effectiveFrom: '2024-01-01',
  recognizes: [],
  kinds: [
    ...accredited.map((kind) => ({ kind, weight: 10, freshForDays: 365, accredited: true })),
    { kind: 'trading-partner' as const, weight: 3, freshForDays: 365, accredited: false },
  ],
  roles: [
    {
      role: 'any',
      levels: [
        {
          name: 'known',
          meaning: 'Exists.',
          atLeast: 1,
          of: ['company-register', 'tax-authority', 'lei-issuer'],
          requiredKinds: [],
          minimumWeight: 0,
          minimumAgeDays: 0,
          identifiers: [],
        },
        {
          name: 'established',
          meaning: 'Known to three of different kinds.',
          atLeast: 3,
          of: [...accredited, 'trading-partner'],
          requiredKinds: ['company-register'],
          minimumWeight: 23,
          minimumAgeDays: 365,
          identifiers: [],
        },
        {
          name: 'trusted',
          meaning: 'Known to five of different kinds.',
          atLeast: 5,
          of: [...accredited, 'trading-partner'],
          requiredKinds: ['company-register', 'bank'],
          minimumWeight: 50,
          minimumAgeDays: 730,
          identifiers: [],
        },
      ],
    },
  ],
  collusion: {
    controlPercent: 25,
    ownershipDepth: 4,
    ringLength: 4,
    searchLimit: 500,
    anchor: { atLeast: 2, of: accredited.slice() },
  },
  backdatingDays: 30,
  suspendedAttester: 'discount',
  changeOfControlDays: 90,
  lookAlike: 'bar',
  identifierConflict: 'bar',
  source: 'Sample, for tests',
};

export interface WorldChange {
  readonly subject?: string;
  readonly policy?: Partial<Policy>;
  readonly acts?: readonly OversightAct[];
  readonly asOf?: string;
  readonly role?: string;
}

export function standingWith(attestations: readonly Attestation[], change: WorldChange = {}): Standing {
  const asOf: Instant = instant(change.asOf ?? AS_OF);
  return standingOf({
    subject: change.subject ?? SUBJECT,
    role: change.role ?? 'importer',
    asOf,
    policy: { ...policy, ...change.policy },
    register: foldRegister([...acts, ...(change.acts ?? [])], asOf, nodeCrypto),
    source: new EvidenceIndex(attestations),
    crypto: nodeCrypto,
  });
}

/** Codes for which attestations were discounted, sorted. */
export function discounts({ attestations }: Standing): string[] {
  return [...new Set(attestations.flatMap(({ reasons }) => reasons.map(({ code }) => code)))].sort();
}

export function findingCodes({ findings }: Standing): string[] {
  return [...new Set(findings.map(({ reason }) => reason.code))].sort();
}

/** A firm three accredited attesters of distinct kinds know: established. */
export const established: readonly Attestation[] = [
  attestation(),
  attestation({ kind: 'bank' }),
  attestation({ kind: 'tax-authority' }),
];

/** Two accredited attestations that anchor a trading partner. */
export function anchored(did: string): Attestation[] {
  return [attestation({ about: did }), attestation({ about: did, kind: 'bank' })];
}
