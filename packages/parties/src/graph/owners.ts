import type { Attestation } from '../attestation/attestation.ts';
import type { Controller } from '../schema/organization.ts';
import type { PictureEdge } from './picture.ts';

export interface OwnershipRules {
  /** Share from which an owner controls. */
  readonly percent: number;
  /** Steps up the chain of owners. */
  readonly depth: number;
  /** Attestations about the party itself whose word on its owners is believed. */
  readonly own: readonly Attestation[];
  /** The same for those above it: only accredited word, since nobody may draw others into its own chain. */
  believed(did: string): readonly Attestation[];
}

/** Who stands behind a party: names of everybody that controls it, itself included, and how that is known. */
export interface Ownership {
  readonly keys: ReadonlySet<string>;
  /** Parties whose attestations were looked at on the way. */
  readonly parties: readonly string[];
  readonly edges: readonly PictureEdge[];
}

/** Walks up the chain of owners. Circles of owners end where they began. */
export function ownershipOf(did: string, rules: OwnershipRules): Ownership {
  const keys = new Set([did]);
  const edges: PictureEdge[] = [];
  const parties: string[] = [];
  let level = [did];
  for (let step = 0; step <= rules.depth && level.length > 0; step += 1) {
    const above: string[] = [];
    for (const party of level) {
      parties.push(party);
      for (const attestation of party === did ? rules.own : rules.believed(party)) {
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
    }
    level = above;
  }
  return { keys, parties, edges };
}

/** True where one owner stands behind both, or one behind the other. */
export function shareOwner(a: Ownership, b: Ownership): boolean {
  for (const key of a.keys) if (b.keys.has(key)) return true;
  return false;
}

/**
 * Puts parties into groups each of which has an owner that stands behind all its members; the word of a group counts once.
 * A joint venture belongs to one of its owners and does not make one of them. Parties with the shorter chain come first,
 * so that one more party does not change where the others belong. Gives each party the name of its group.
 */
export function groupByOwner(ownerships: ReadonlyMap<string, Ownership>): ReadonlyMap<string, string> {
  const order = [...ownerships].sort(([a, x], [b, y]) => x.keys.size - y.keys.size || (a < b ? -1 : 1));
  const groups: { name: string; common: Set<string> }[] = [];
  const names = new Map<string, string>();
  for (const [did, { keys }] of order) {
    const group = groups.find(({ common }) => [...common].some((key) => keys.has(key)));
    if (group) group.common = new Set([...group.common].filter((key) => keys.has(key)));
    else groups.push({ name: did, common: new Set(keys) });
    names.set(did, group?.name ?? did);
  }
  return names;
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
