import type { NamedParty } from '../schema/named-party.ts';
import { plainName } from './name.ts';
import { sameNumber } from './number.ts';
import { byText } from './order.ts';

/** How two mentions of a party relate. Only `different` and `conflict` say that they are not one. */
export type PartyRelation =
  | { readonly kind: 'same' }
  /** One and the same by identifier, under two names. */
  | { readonly kind: 'renamed'; readonly by: string }
  /** Two values of one identifier: not the same, whatever the names say. */
  | { readonly kind: 'conflict'; readonly scheme: string; readonly left: string; readonly right: string }
  /** No identifier in common, and other names. */
  | { readonly kind: 'different' };

/** Identifiers first, names only where none is shared: a name can be written in many ways, an identifier in one. */
export function compareParties(left: NamedParty, right: NamedParty): PartyRelation {
  const sameName = plainName(left.name) === plainName(right.name);
  const pairs = sharedIdentifiers(left, right);
  const equal = pairs.find(({ left, right }) => sameNumber(left, right));
  if (equal) return sameName ? { kind: 'same' } : { kind: 'renamed', by: equal.scheme };
  const [first] = pairs;
  if (first) return { kind: 'conflict', ...first };
  return sameName ? { kind: 'same' } : { kind: 'different' };
}

/** True when nothing says that the two are not one and the same. */
export function sameParty(left: NamedParty, right: NamedParty): boolean {
  const { kind } = compareParties(left, right);
  return kind === 'same' || kind === 'renamed';
}

interface Pair {
  readonly scheme: string;
  readonly left: string;
  readonly right: string;
}

function sharedIdentifiers(left: NamedParty, right: NamedParty): Pair[] {
  const dids = left.did && right.did ? [{ scheme: 'did', left: left.did, right: right.did }] : [];
  const others = (left.identifiers ?? []).flatMap(({ scheme, value }) =>
    (right.identifiers ?? [])
      .filter((other) => other.scheme === scheme)
      .map((other) => ({ scheme, left: value, right: other.value })),
  );
  return [
    ...dids,
    ...others.sort((a, b) => byText(a.scheme + a.left + a.right, b.scheme + b.left + b.right)),
  ];
}
