import type { NamedParty as Business, Evidence, PartyIdentifierScheme } from '@portolan/documents';
import { type Candidate, stated } from '../sheet/candidate.ts';

/** A party as one document names it, with the place where it stands. */
export interface NamedParty {
  readonly item: Evidence;
  readonly pointer: string;
  readonly party: Business;
}

/**
 * True when the two are the same business: by identifier where both have one, else by name. Of two DIDs that differ no other
 * identifier makes one party: a number anybody can write, a DID is signed for.
 */
export function sameParty(left: Business, right: Business): boolean {
  if (left.did !== undefined && right.did !== undefined) return left.did === right.did;
  for (const { scheme, value } of left.identifiers ?? []) {
    const other = identifierOf(right, scheme);
    if (other !== undefined) return other === value;
  }
  return plainName(left.name) === plainName(right.name);
}

/** A party's identifier of a scheme, the first where there are several. */
export function identifierOf(party: Business, scheme: PartyIdentifierScheme): string | undefined {
  return party.identifiers?.find((identifier) => identifier.scheme === scheme)?.value;
}

export function nameCandidates(parties: readonly NamedParty[]): Candidate<string>[] {
  return parties.flatMap(({ item, pointer, party }) => stated(item, `${pointer}/name`, party.name));
}

export function didCandidates(parties: readonly NamedParty[]): Candidate<string>[] {
  return parties.flatMap(({ item, pointer, party }) => stated(item, `${pointer}/did`, party.did));
}

export function identifierCandidates(
  parties: readonly NamedParty[],
  scheme: PartyIdentifierScheme,
): Candidate<string>[] {
  return parties.flatMap(({ item, pointer, party }) =>
    (party.identifiers ?? []).flatMap((identifier, index) =>
      identifier.scheme === scheme
        ? stated(item, `${pointer}/identifiers/${index}/value`, identifier.value)
        : [],
    ),
  );
}

function plainName(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
