import type { Power } from '@portolan/documents';
import { type Digest, type Instant, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { StatusChange } from '../attestation/attestation.ts';
import { partiesCatalogue } from '../catalogue.ts';
import type { PowerUse } from './act.ts';
import { type Authority, authorityFor } from './chain.ts';
import type { SignedPower } from './power.ts';

/** That a person is an officer or employee of an organization, as it comes out of verification. */
export interface PersonLink {
  readonly digest: Digest;
  readonly person: string;
  readonly organization: string;
  readonly issuer: string;
  /** Officer: binds the organization alone. Employee: for the powers named. */
  readonly as: 'officer' | 'employee';
  readonly powers: readonly Power[];
  readonly signsAlone: boolean;
  readonly from: string;
  readonly until?: string;
  readonly signedAt: Instant;
  readonly changes: readonly StatusChange[];
  readonly faults: readonly string[];
}

/** Authority down to the signature: of the organization by its powers, of the person by the organization. */
export interface SigningAuthority extends Authority {
  readonly person?: PersonLink;
}

/** What the signature of a filing rests on. */
export interface AuthorityEvidence {
  readonly powers: readonly SignedPower[];
  readonly persons: readonly PersonLink[];
  /** Whether an issuer is accredited to say who an organization's officers are: a register. */
  mayNameOfficers(issuer: string, at: Instant): boolean;
}

/**
 * Whether a person may sign for an organization that acts for a principal. An organization that acts in its own name needs no
 * power of attorney (19 CFR 141.31). Officers are attested by an accredited register or the organization itself, employees by
 * the organization only; both have to be in force at the moment of the act.
 */
export function signingAuthority(use: PowerUse, evidence: AuthorityEvidence): Result<SigningAuthority> {
  const chain: Result<Authority> =
    use.principal === use.actor
      ? ok({ chain: [], reach: { powers: [use.power], limits: {}, from: use.at.slice(0, 10) } })
      : authorityFor(use, evidence.powers);
  if (use.person === undefined) return chain;
  const person = evidence.persons.find((one) => speaksFor(one, use, evidence));
  if (chain.ok && person) return ok({ ...chain.value, person });
  return refused([...(chain.ok ? [] : chain.refusals), ...(person ? [] : [noPerson(use, use.person)])]);
}

function speaksFor(
  link: PersonLink,
  { person, actor, power, at }: PowerUse,
  evidence: AuthorityEvidence,
): boolean {
  if (link.person !== person || link.organization !== actor || link.faults.length > 0) return false;
  if (!isInForce(link, at)) return false;
  if (link.as === 'employee') return link.issuer === actor && link.powers.includes(power);
  return link.signsAlone && (link.issuer === actor || evidence.mayNameOfficers(link.issuer, at));
}

function isInForce({ from, until, signedAt, changes }: PersonLink, at: Instant): boolean {
  const day = at.slice(0, 10);
  const isTakenBack = changes.some((one) => one.from <= at && (one.until === undefined || at < one.until));
  return signedAt <= at && from <= day && (until === undefined || day <= until) && !isTakenBack;
}

function noPerson({ actor, power }: PowerUse, person: string): Refusal {
  return partiesCatalogue.refuse('PARTY_AUTHORITY_PERSON', {
    path: '/signatory',
    params: { person, organization: actor, power },
  });
}
