import type { Digest, Instant, Refusal } from '@portolan/kernel';
import { authorityFor } from './chain.ts';
import type { SignedPower } from './power.ts';

/**
 * What stands against passing a power on, before anything is signed: every refusal that an act under the new delegation would meet
 * on its first day. `powers` are those that whoever passes it on holds; only the chain above the new one is looked at.
 */
export function delegationFaults(
  child: SignedPower,
  powers: readonly SignedPower[],
  now: Instant,
): readonly Refusal[] {
  const chain = chainAbove(child, powers);
  const at = child.from > now.slice(0, 10) ? (`${child.from}T12:00:00.000Z` as Instant) : now;
  const principal = chain.at(-1)?.grantor ?? child.grantor;
  const refusals = child.powers.flatMap((power) => {
    const use = { power, principal, actor: child.grantee, at };
    const authority = authorityFor(use, [...chain, { ...child, signedAt: at }]);
    return authority.ok ? [] : authority.refusals;
  });
  return [...new Map(refusals.map((one) => [`${one.code} ${one.message}`, one])).values()];
}

function chainAbove(child: SignedPower, powers: readonly SignedPower[]): SignedPower[] {
  const byDigest = new Map<Digest, SignedPower>(powers.map((power) => [power.digest, power]));
  const chain: SignedPower[] = [];
  for (let parent = child.parent; parent !== undefined; ) {
    const link = byDigest.get(parent);
    if (!link || chain.includes(link)) break;
    chain.push(link);
    parent = link.parent;
  }
  return chain;
}
