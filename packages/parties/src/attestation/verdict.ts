import type { Verdict } from '@portolan/credentials';
import type { Instant } from '@portolan/kernel';
import type { StatusChange } from './attestation.ts';

/** Questions of a verdict whose failure means that the credential says nothing at all. */
const FOUNDATIONS: ReadonlySet<string> = new Set(['integrity', 'issuer', 'schema']);

/** Codes for which a credential proves nothing: altered, signed by somebody else, malformed. */
export function faultsIn({ fragments }: Verdict): string[] {
  const short = fragments.filter(
    ({ name, outcome }) => FOUNDATIONS.has(name) && outcome !== 'passed' && outcome !== 'not-applicable',
  );
  const codes = short.flatMap(({ refusals }) => refusals.map(({ code }) => code));
  return [...new Set(codes.length > 0 ? codes : short.map(({ name }) => name))].sort();
}

/** That an issuer took a credential back, counted from the signing time on: a verdict knows no better one. */
export function changesIn({ fragments, signedAt }: Verdict): StatusChange[] {
  const codes = new Set(fragments.flatMap(({ refusals }) => refusals.map(({ code }) => code)));
  const from: Instant = signedAt.instant;
  return [
    ...(codes.has('CRED_REVOKED') ? [{ purpose: 'revocation' as const, from }] : []),
    ...(codes.has('CRED_SUSPENDED') ? [{ purpose: 'suspension' as const, from }] : []),
  ];
}
