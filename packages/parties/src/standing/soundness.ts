import { addDays, type CalendarDate, daysBetween, type Instant, type Refusal } from '@portolan/kernel';
import type { Attestation } from '../attestation/attestation.ts';
import { partiesCatalogue } from '../catalogue.ts';
import type { KindRule, Policy } from '../policy/policy.ts';
import { kindWords } from '../schema/kind.ts';
import { attesterState } from '../trust/accredited.ts';
import type { TrustRegister } from '../trust/register.ts';

export interface SoundnessRules {
  readonly asOf: Instant;
  readonly policy: Policy;
  readonly register: TrustRegister;
  readonly agencies: ReadonlySet<string>;
  /** Earliest day of signing that is fresh enough for a kind. */
  freshSince(rule: KindRule): CalendarDate;
}

type Code = Parameters<typeof partiesCatalogue.refuse>[0];
type Params = Record<string, string | number>;

const NONE: Refusal[] = [];

/** Whether an attestation proves anything at all: unaltered, signed by its issuer, not taken back. */
export function proofFaults({ faults, changes, issuer }: Attestation, asOf: Instant): Refusal[] {
  if (faults.length === 0 && changes.length === 0) return NONE;
  const open = changes.filter(({ from, until }) => from <= asOf && (until === undefined || asOf < until));
  const [revocation] = open.filter(({ purpose }) => purpose === 'revocation');
  const [suspension] = open.filter(({ purpose }) => purpose === 'suspension');
  return [
    ...(faults.length > 0 ? [refuse('PARTY_UNSOUND', { codes: faults.join(', ') })] : []),
    ...(revocation ? [refuse('PARTY_REVOKED', { issuer, since: revocation.from })] : []),
    ...(suspension ? [refuse('PARTY_SUSPENDED', { issuer, since: suspension.from })] : []),
  ];
}

/** Whether the attester may attest, without the reason why not. */
export function mayAttest({ issuer, type, signedAt }: Attestation, rules: SoundnessRules): boolean {
  const { asOf, agencies, register, policy } = rules;
  const { state } = attesterState(register, {
    attester: issuer,
    credentialType: type,
    signedAt,
    asOf,
    agencies,
  });
  return state === 'accredited' || (state === 'suspended-since' && policy.suspendedAttester === 'keep');
}

/** Why the attester may not attest: what the trust register says for the time of signing, and since. */
export function attesterFaults({ issuer, type, signedAt }: Attestation, rules: SoundnessRules): Refusal[] {
  const { asOf, agencies, register, policy } = rules;
  const answer = attesterState(register, {
    attester: issuer,
    credentialType: type,
    signedAt,
    asOf,
    agencies,
  });
  switch (answer.state) {
    case 'accredited':
      return [];
    case 'unknown':
      return [refuse('PARTY_ATTESTER_UNKNOWN', { issuer, type })];
    case 'not-accredited':
      return [refuse('PARTY_ATTESTER_NOT_ACCREDITED', { name: answer.name, type, at: signedAt })];
    case 'suspended-then':
      return [refuse('PARTY_ATTESTER_SUSPENDED', { name: answer.name, ...sinceOf(answer.suspension) })];
    case 'suspended-since':
      return policy.suspendedAttester === 'keep'
        ? []
        : [refuse('PARTY_ATTESTER_SUSPENDED_SINCE', { name: answer.name, ...sinceOf(answer.suspension) })];
  }
}

function sinceOf({ from, reason }: { readonly from: string; readonly reason: string }): Params {
  return { since: from, reason };
}

/** Whether it speaks for the day asked: begun, not ended, fresh enough, not dated back, checked as the policy wants. */
export function timeFaults(attestation: Attestation, rule: KindRule, rules: SoundnessRules): Refusal[] {
  const { asOf, policy } = rules;
  const { from, until, signedAt } = attestation;
  const day = asOf.slice(0, 10) as CalendarDate;
  const signedOn = signedAt.slice(0, 10) as CalendarDate;
  return [
    ...(day < from ? [refuse('PARTY_NOT_YET', { from })] : []),
    ...(until !== undefined && until < day ? [refuse('PARTY_EXPIRED', { until })] : []),
    ...(signedOn < rules.freshSince(rule) ? [stale(rule, signedOn)] : []),
    ...backdating(attestation, signedOn, policy.backdatingDays),
    ...methodFaults(attestation, rule),
  ];
}

function stale({ kind, freshForDays }: KindRule, signedOn: CalendarDate): Refusal {
  return refuse('PARTY_STALE', { kind: kindWords[kind], signedOn, days: freshForDays });
}

/** The first day is a claim of the issuer; the signing time is not. The two may stand apart by days, not by months. */
function backdating(
  { from, claimedAt, checks }: Attestation,
  signedOn: CalendarDate,
  days: number,
): Refusal[] {
  const claimedOn = claimedAt?.slice(0, 10) as CalendarDate | undefined;
  const earliest = claimedOn !== undefined && claimedOn < from ? claimedOn : from;
  const late = checks.find(({ on }) => on > signedOn);
  return [
    ...(earliest < signedOn && daysBetween(earliest, signedOn) > days
      ? [refuse('PARTY_BACKDATED', { from: earliest, signedOn, days })]
      : []),
    ...(late ? [refuse('PARTY_CHECK_LATER', { on: late.on, signedOn })] : []),
  ];
}

function methodFaults({ checks }: Attestation, { methods, kind }: KindRule): Refusal[] {
  if (!methods || checks.some(({ how }) => methods.includes(how))) return [];
  const params = { kind: kindWords[kind], methods: methods.join(', ') };
  return [refuse('PARTY_METHOD', params)];
}

/** What the attester itself says against the organization, where that makes its word worth nothing without barring it. */
export function factFaults({ facts, kind, type }: Attestation, day: CalendarDate): Refusal[] {
  if (
    kind === 'lei-issuer' &&
    facts.renewalDue !== undefined &&
    (facts.state === 'lapsed' || facts.renewalDue < day)
  )
    return [refuse('PARTY_LEI_LAPSED', { due: facts.renewalDue })];
  if (facts.state === 'lapsed') return [refuse('PARTY_LICENCE_LAPSED', { type })];
  if (facts.state !== 'suspended') return [];
  return [
    refuse(kind === 'trusted-trader' ? 'PARTY_TRUSTED_TRADER_SUSPENDED' : 'PARTY_STATE_NOT_GOOD', { type }),
  ];
}

/** The last day on which an attestation counts if nothing changes. */
export function countsUntil({ until, signedAt, facts }: Attestation, rule: KindRule): CalendarDate {
  const ends = [addDays(signedAt.slice(0, 10) as CalendarDate, rule.freshForDays), until, facts.renewalDue];
  const [first] = ends.filter((day) => day !== undefined).sort();
  return first as CalendarDate;
}

export function refuse(code: Code, params: Params = {}, path = ''): Refusal {
  return partiesCatalogue.refuse(code, { path, params });
}
