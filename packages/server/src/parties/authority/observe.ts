import { fragmentOf, type Verdict } from '@portolan/credentials';
import type { Digest, JsonObject } from '@portolan/kernel';
import { type PersonLink, type PersonSignature, readAuthority, type SignedPower } from '@portolan/parties';
import type { AuthorityObservation } from '@portolan/programs';
import { authorityTypeOf } from './take.ts';

/** For whom somebody is to act, and who signs, where a person is named. */
export interface ActingFor {
  readonly principal: string | undefined;
  readonly actor: string;
  readonly person?: string;
}

/**
 * What the rules are told of the authority of a filer: the powers that lead from this importer to it, and what is known of the
 * person who signs. Powers of other importers stay out, since what is observed goes to every party of the entry.
 */
export function observedAuthority(
  credentials: ReadonlyMap<Digest, JsonObject>,
  verdicts: ReadonlyMap<Digest, Verdict>,
  acting: ActingFor,
  trusts: (verdict: Verdict) => boolean = isAccredited,
): AuthorityObservation | undefined {
  const powers: SignedPower[] = [];
  const persons: PersonLink[] = [];
  const signatures: PersonSignature[] = [];
  const registers = new Set<string>();
  for (const [digest, credential] of credentials) {
    const verdict = verdicts.get(digest);
    const read = verdict && authorityTypeOf(credential) && readAuthority(credential, verdict);
    if (!verdict || !read?.ok) continue;
    if ('power' in read.value) powers.push(read.value.power);
    else if (!isOf(acting, 'person' in read.value ? read.value.person : read.value.signature)) continue;
    else if ('signature' in read.value) signatures.push(read.value.signature);
    else {
      persons.push(read.value.person);
      if (read.value.person.as === 'officer' && trusts(verdict)) registers.add(verdict.issuer);
    }
  }
  const leading = powersFrom(acting, powers);
  if (leading.length + persons.length + signatures.length === 0) return undefined;
  return {
    powers: leading,
    persons: persons.toSorted(byDigest),
    registers: [...registers].sort(),
    ...(signatures.length > 0 ? { signatures: signatures.toSorted(byDigest) } : {}),
  };
}

/** Whether something is about the very person who signs for the very filer. */
function isOf({ person, actor }: ActingFor, about: Pick<PersonLink, 'person' | 'organization'>): boolean {
  return about.person === person && about.organization === actor;
}

/** Chains that begin at the principal and were passed on at least once, every link of them. */
function powersFrom({ principal, actor }: ActingFor, powers: readonly SignedPower[]): SignedPower[] {
  const byDigestOf = new Map(powers.map((power) => [power.digest, power]));
  const used = new Map<string, SignedPower>();
  for (const power of powers) {
    if (power.grantee !== actor || power.parent === undefined) continue;
    const chain = chainOf(power, byDigestOf);
    if (chain.at(-1)?.grantor === principal) for (const link of chain) used.set(link.digest, link);
  }
  return [...used.values()].sort(byDigest);
}

function chainOf(power: SignedPower, powers: ReadonlyMap<Digest, SignedPower>): SignedPower[] {
  const chain = [power];
  for (let last = power; last.parent !== undefined; ) {
    const parent = powers.get(last.parent);
    if (!parent || chain.includes(parent)) return chain;
    chain.push(parent);
    last = parent;
  }
  return chain;
}

/** The agency accredits the issuer for this type. */
export function isAccredited(verdict: Verdict): boolean {
  return fragmentOf(verdict, 'accreditation')?.outcome === 'passed';
}

function byDigest(left: { readonly digest: string }, right: { readonly digest: string }): number {
  return left.digest < right.digest ? -1 : left.digest > right.digest ? 1 : 0;
}
