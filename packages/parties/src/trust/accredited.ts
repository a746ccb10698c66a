import type { Instant } from '@portolan/kernel';
import type { Accreditation, Suspension, TrustRegister } from './register.ts';

/** What the register says of an attester for a type, at the time it signed and as of the time asked. */
export type AttesterState =
  | { readonly state: 'accredited'; readonly name: string; readonly id: string }
  | { readonly state: 'unknown' }
  /** In the register, but for other types or another time. */
  | { readonly state: 'not-accredited'; readonly name: string }
  | { readonly state: 'suspended-then'; readonly name: string; readonly suspension: Suspension }
  /** Accredited when it signed, suspended since. */
  | { readonly state: 'suspended-since'; readonly name: string; readonly suspension: Suspension };

export interface AttesterQuestion {
  readonly attester: string;
  readonly credentialType: string;
  readonly signedAt: Instant;
  readonly asOf: Instant;
  /** Agencies whose accreditations count. */
  readonly agencies: ReadonlySet<string>;
}

/** Accreditation is judged at the signing time; a suspension that came later is said apart, and policy decides about it. */
export function attesterState(register: TrustRegister, question: AttesterQuestion): AttesterState {
  const known = register.accreditations.get(question.attester);
  if (!known) return { state: 'unknown' };
  const rows = known.filter(({ agency }) => question.agencies.has(agency));
  const [first] = rows;
  if (!first) return { state: 'unknown' };
  const { name } = first;
  const { signedAt, asOf, credentialType } = question;
  const inTime = rows.filter((row) => row.credentialType === credentialType && covers(row, signedAt));
  const then = inTime.map((row) => ({ row, suspension: openAt(row, signedAt) }));
  const good = then.filter(({ suspension }) => suspension === undefined).map(({ row }) => row);
  const still = good.find((row) => openAt(row, asOf) === undefined);
  if (still) return { state: 'accredited', name: still.name, id: still.id };
  const [lost] = good;
  const since = lost && openAt(lost, asOf);
  if (lost && since) return { state: 'suspended-since', name: lost.name, suspension: since };
  const suspended = then.find(({ suspension }) => suspension !== undefined)?.suspension;
  return suspended
    ? { state: 'suspended-then', name, suspension: suspended }
    : { state: 'not-accredited', name };
}

function covers({ from, until }: Accreditation, at: Instant): boolean {
  const day = at.slice(0, 10);
  return from <= day && (until === undefined || day <= until);
}

function openAt({ suspensions }: Accreditation, at: Instant): Suspension | undefined {
  return suspensions.find(({ from, until }) => from <= at && (until === undefined || at < until));
}
