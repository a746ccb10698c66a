import type { Attestation } from '../attestation/attestation.ts';
import type { Controller } from '../schema/organization.ts';
import type { PictureEdge } from './picture.ts';
import { UnionFind } from './union-find.ts';

export interface OwnershipRules {
  /** Share from which an owner controls. */
  readonly percent: number;
  /** Steps up the chain of owners. */
  readonly depth: number;
  /** Attestations about a party whose word on its owners is believed. */
  believed(did: string): readonly Attestation[];
}

/** Who stands behind a party: names of everybody that controls it, itself included, and how that is known. */
export interface Ownership {
  readonly keys: ReadonlySet<string>;
  readonly edges: readonly PictureEdge[];
}

/** Walks up the chain of owners. Circles of owners end where they began. */
export function ownershipOf(did: string, rules: OwnershipRules): Ownership {
  const keys = new Set([did]);
  const edges: PictureEdge[] = [];
  let level = [did];
  for (let step = 0; step <= rules.depth && level.length > 0; step += 1) {
    const above: string[] = [];
    for (const party of level)
      for (const attestation of rules.believed(party)) {
        for (const key of ownKeys(attestation)) keys.add(key);
        if (step === rules.depth) continue;
        for (const controller of controlling(attestation, rules.percent)) {
          const names = controllerKeys(controller);
          const [first] = names;
          if (first === undefined) continue;
          edges.push({ from: first, to: party, relation: 'controls', by: attestation.digest });
          if (controller.did !== undefined && !keys.has(controller.did)) above.push(controller.did);
          for (const key of names) keys.add(key);
        }
      }
    level = above;
  }
  return { keys, edges };
}

/**
 * Parties with a common owner are one: their word counts once. Gives each party the name of its group, the least of its
 * members.
 */
export function groupByOwner(ownerships: ReadonlyMap<string, Ownership>): ReadonlyMap<string, string> {
  const sets = new UnionFind();
  for (const [did, { keys }] of ownerships) for (const key of keys) sets.join(did, key);
  const groups = Map.groupBy([...ownerships.keys()].sort(), (did) => sets.find(did));
  return new Map([...groups.values()].flatMap((members) => members.map((did) => [did, members[0] ?? did])));
}

function controlling({ facts }: Attestation, percent: number): Controller[] {
  return facts.controllers.filter(({ sharePercent }) => sharePercent >= percent);
}

/** Identifiers by which a party may be named as an owner elsewhere. */
function ownKeys({ party }: Attestation): string[] {
  return party.identifiers.filter(({ scheme }) => scheme === 'lei').map(({ value }) => `lei:${value}`);
}

/** A name alone tells nobody apart; an owner known by nothing else joins no two parties. */
function controllerKeys({ did, lei, reference }: Controller): string[] {
  return [
    ...(did === undefined ? [] : [did]),
    ...(lei === undefined ? [] : [`lei:${lei}`]),
    ...(reference === undefined ? [] : [`reference:${reference}`]),
  ];
}
