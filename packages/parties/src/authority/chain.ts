import { type Digest, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { partiesCatalogue } from '../catalogue.ts';
import type { PowerUse } from './act.ts';
import { beyond } from './act.ts';
import { narrowed, type Reach, widening } from './narrows.ts';
import type { SignedPower } from './power.ts';

/** How often a power may be passed on. */
const DEPTH = 8;

/** The powers by which an actor acts for a principal, the principal's own first, and what is left of them. */
export interface Authority {
  readonly chain: readonly SignedPower[];
  readonly reach: Reach;
}

/**
 * The authority of an actor for an act, over signed powers of attorney and delegations: from the principal, link by link, each
 * signed by who holds the one before, each only narrowing it, all in force at the moment of the act. A revocation counts from
 * its own instant, so that a draft begun before fails when it is filed after. Where several chains lead there one that holds is
 * enough; where none holds, the refusals of the one that went furthest are given.
 */
export function authorityFor(use: PowerUse, powers: readonly SignedPower[]): Result<Authority> {
  const byParent = Map.groupBy(powers, ({ parent }) => parent);
  const roots = (byParent.get(undefined) ?? []).filter(({ grantor }) => grantor === use.principal);
  const outcomes = roots
    .toSorted(byDigest)
    .flatMap((root) => walk(use, byParent, [root], ownFaults(root, use), reachOf(root)));
  const held = outcomes.find(({ refusals }) => refusals.length === 0);
  if (held) return ok({ chain: held.chain, reach: held.reach });
  const [closest] = outcomes.toSorted(
    (a, b) => a.refusals.length - b.refusals.length || b.chain.length - a.chain.length,
  );
  return refused(
    closest?.refusals ?? [refuse('PARTY_AUTHORITY_NONE', { principal: use.principal, actor: use.actor })],
  );
}

interface Walked extends Authority {
  readonly refusals: readonly Refusal[];
}

function walk(
  use: PowerUse,
  byParent: ReadonlyMap<Digest | undefined, readonly SignedPower[]>,
  chain: readonly SignedPower[],
  refusals: readonly Refusal[],
  reach: Reach,
): Walked[] {
  const last = chain.at(-1) as SignedPower;
  if (last.grantee === use.actor) {
    const detail = beyond(reach, use);
    const limits =
      detail === undefined ? [] : [refuse('PARTY_AUTHORITY_LIMIT', { detail, principal: use.principal })];
    return [{ chain, reach, refusals: [...refusals, ...limits] }];
  }
  const next = (byParent.get(last.digest) ?? []).filter((one) => !chain.includes(one)).toSorted(byDigest);
  if (chain.length > DEPTH)
    return next.length > 0
      ? [
          {
            chain,
            reach,
            refusals: [refuse('PARTY_AUTHORITY_DEPTH', { limit: DEPTH, principal: use.principal })],
          },
        ]
      : [];
  return next.flatMap((child) => {
    const faults = [...refusals, ...linkFaults(last, reach, child, use)];
    return walk(use, byParent, [...chain, child], faults, narrowed(reach, child));
  });
}

function linkFaults(parent: SignedPower, reach: Reach, child: SignedPower, use: PowerUse): Refusal[] {
  const { number, grantor } = child;
  const detail = widening(reach, child);
  return [
    ...(reach.powers.includes('sub-delegate')
      ? []
      : [refuse('PARTY_AUTHORITY_NO_SUBDELEGATION', { number: parent.number })]),
    ...(grantor === parent.grantee
      ? []
      : [refuse('PARTY_AUTHORITY_GRANTOR', { number, issuer: grantor, grantor: parent.grantee })]),
    ...(detail === undefined ? [] : [refuse('PARTY_AUTHORITY_WIDENED', { number, detail, grantor })]),
    ...ownFaults(child, use),
  ];
}

/** What is wrong with one power by itself at the moment of the act. */
function ownFaults(power: SignedPower, { at }: PowerUse): Refusal[] {
  const { number, issuer, grantor, from, until, signedAt, changes, faults } = power;
  const day = at.slice(0, 10);
  const open = changes.filter((one) => one.from <= at && (one.until === undefined || at < one.until));
  const revocation = open.find(({ purpose }) => purpose === 'revocation');
  const suspension = open.find(({ purpose }) => purpose === 'suspension');
  return [
    ...(faults.length > 0
      ? [refuse('PARTY_AUTHORITY_UNSOUND', { number, grantor, codes: faults.join(', ') })]
      : []),
    ...(issuer === grantor ? [] : [refuse('PARTY_AUTHORITY_GRANTOR', { number, issuer, grantor })]),
    ...(signedAt > at ? [refuse('PARTY_AUTHORITY_LATER', { number, signedAt, at })] : []),
    ...(revocation ? [refuse('PARTY_AUTHORITY_REVOKED', { number, since: revocation.from, grantor })] : []),
    ...(suspension ? [refuse('PARTY_AUTHORITY_SUSPENDED', { number, since: suspension.from, grantor })] : []),
    ...(day < from || (until !== undefined && until < day)
      ? [refuse('PARTY_AUTHORITY_TIME', { number, from, until: until ?? 'further notice', day })]
      : []),
  ];
}

function reachOf({ powers, limits, from, until }: SignedPower): Reach {
  return { powers, limits, from, ...(until === undefined ? {} : { until }) };
}

function byDigest(a: SignedPower, b: SignedPower): number {
  return a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0;
}

function refuse(
  code: Parameters<typeof partiesCatalogue.refuse>[0],
  params: Record<string, string | number>,
): Refusal {
  return partiesCatalogue.refuse(code, { path: '/filer', params });
}
