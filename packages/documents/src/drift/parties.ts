import { resolvePointer } from '@portolan/kernel';
import { compareParties } from '../compare/party.ts';
import type { Drift, Evidence } from '../evidence.ts';
import type { Party } from '../schema/party.ts';
import { driftOf } from './drift.ts';

interface Roles {
  /** Pointer of the party in the left and in the right document. */
  readonly left: string;
  readonly right: string;
  /** What the party is, in the sentence. */
  readonly role: string;
  /** How much another party weighs: roles that may rightly be held by two (shipper, seller) weigh less. */
  readonly severity: Drift['severity'];
}

/** The parties that two linked documents both name, by role. */
export function partyDrift(left: Evidence, right: Evidence, roles: readonly Roles[]): Drift[] {
  return roles.flatMap((role) => roleDrift(left, right, role));
}

function roleDrift(
  left: Evidence,
  right: Evidence,
  { left: from, right: to, role, severity }: Roles,
): Drift[] {
  const relation = compareParties(partyAt(left, from), partyAt(right, to));
  const sides = [
    { item: left, pointer: from },
    { item: right, pointer: to },
  ] as const;
  switch (relation.kind) {
    case 'same':
      return [];
    case 'renamed':
      return [
        driftOf(
          'party',
          'info',
          `${role} ${role.includes(' and ') ? 'have' : 'has'} two names and one ${relation.by}`,
          ...sides,
          'Nothing is needed if both names are of the same business; else correct the identifier.',
        ),
      ];
    case 'conflict':
      return [
        driftOf(
          'identifier',
          severity,
          `${role} ${role.includes(' and ') ? 'have' : 'has'} two values of ${relation.scheme}`,
          { ...sides[0], shown: named(partyAt(left, from), relation.left) },
          { ...sides[1], shown: named(partyAt(right, to), relation.right) },
          `Ask which ${relation.scheme} is right, and have the other document corrected.`,
        ),
      ];
    case 'different':
      return [
        driftOf(
          'party',
          severity,
          `${role} ${role.includes(' and ') ? 'are' : 'is'} not the same`,
          ...sides,
          'Have one of the two documents corrected, or add an identifier that shows that both are one.',
        ),
      ];
  }
}

function named({ name }: Party, identifier: string): string {
  return `${name} (${identifier})`;
}

function partyAt(item: Evidence, pointer: string): Party {
  return resolvePointer(item.document, pointer) as Party;
}
