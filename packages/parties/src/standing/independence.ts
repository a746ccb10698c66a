import type { Refusal } from '@portolan/kernel';
import type { Attestation } from '../attestation/attestation.ts';
import { matchKinds } from '../graph/match.ts';
import { groupByOwner, shareOwner } from '../graph/owners.ts';
import { type Picture, type PictureEdge, pictureOf } from '../graph/picture.ts';
import { type Reach, reachOf, ringEdges } from '../graph/rings.ts';
import type { Inquiry } from './inquiry.ts';
import { refuse } from './soundness.ts';

/** Why an attestation is not independent, with the part of the graph that shows it. */
export interface Dependence {
  readonly reason: Refusal;
  readonly picture: Picture;
}

/** Whether those who attest are independent of the subject and of each other. */
export class Independence {
  readonly #inquiry: Inquiry;
  readonly #subject: string;
  readonly #groups: ReadonlyMap<string, string>;
  #reach: Reach | undefined;
  #owners: ReadonlyMap<string, string> | undefined;

  constructor(inquiry: Inquiry, attestations: readonly Attestation[]) {
    this.#inquiry = inquiry;
    this.#subject = inquiry.question.subject;
    this.#groups = groupsOf(
      inquiry,
      attestations.map(({ issuer }) => issuer),
    );
  }

  /** The name of the group of parties with a common owner that a party belongs to. */
  groupOf(did: string): string {
    return this.#groups.get(did) ?? did;
  }

  /** Why an attestation about the subject is not independent of it; undefined when it is. */
  dependence(attestation: Attestation): Dependence | undefined {
    const { issuer, subject } = attestation;
    if (issuer === subject) return this.#shown(refuse('PARTY_SELF_ATTESTED'), [edge(attestation)]);
    if (shareOwner(this.#inquiry.ownership(issuer), this.#inquiry.ownership(subject)))
      return this.#shown(refuse('PARTY_COMMON_OWNER', { name: this.#inquiry.nameOf(issuer) }), [
        edge(attestation),
        ...this.ownerEdges([issuer, subject]),
      ]);
    return attestation.kind === 'trading-partner' ? this.#reference(attestation) : undefined;
  }

  /** Edges that show by which owners parties belong together. */
  ownerEdges(dids: readonly string[]): PictureEdge[] {
    return dids.flatMap((did) => this.#inquiry.ownership(did).edges);
  }

  /** A trading partner is nobody's delegate: its word counts when it is anchored itself and gets nothing in return. */
  #reference(attestation: Attestation): Dependence | undefined {
    const { issuer } = attestation;
    const name = this.#inquiry.nameOf(issuer);
    const { ringLength, searchLimit, anchor } = this.#inquiry.question.policy.collusion;
    const anchors = this.#anchors(issuer);
    if (anchors < anchor.atLeast)
      return this.#shown(refuse('PARTY_UNANCHORED', { name, have: anchors, need: anchor.atLeast }), [
        edge(attestation),
      ]);
    if (ringLength < 2) return undefined;
    const reach = this.#reachOfSubject();
    const ring = reach.steps.has(issuer)
      ? ringEdges(reach, issuer, attestation)
      : this.#ringOfOwners(reach, attestation);
    if (ring) {
      const code = ring.length === 2 ? 'PARTY_MUTUAL_VOUCHING' : 'PARTY_RING';
      return this.#shown(refuse(code, { name, length: ring.length }), ring);
    }
    if (!reach.incomplete) return undefined;
    return this.#shown(refuse('PARTY_RING_TOO_WIDE', { limit: searchLimit }), [edge(attestation)]);
  }

  /** The ring is closed as well through a sister company of the one who refers. */
  #ringOfOwners(reach: Reach, attestation: Attestation): PictureEdge[] | undefined {
    const owners = this.#ownersReached(reach);
    const [sister] = [...this.#inquiry.ownership(attestation.issuer).keys].flatMap(
      (key) => owners.get(key) ?? [],
    );
    if (sister === undefined) return undefined;
    return [...ringEdges(reach, sister, attestation), ...this.ownerEdges([sister, attestation.issuer])];
  }

  /** Everybody who stands behind a party that the subject reaches, with the first such party. */
  #ownersReached({ steps }: Reach): ReadonlyMap<string, string> {
    if (this.#owners) return this.#owners;
    const owners = new Map<string, string>();
    for (const did of steps.keys())
      for (const key of this.#inquiry.attestedOwnership(did).keys) if (!owners.has(key)) owners.set(key, did);
    this.#owners = owners;
    return owners;
  }

  #reachOfSubject(): Reach {
    const { ringLength, searchLimit } = this.#inquiry.question.policy.collusion;
    this.#reach ??= reachOf(this.#subject, {
      length: ringLength,
      limit: searchLimit,
      references: (did) => this.#inquiry.soundReferences(did),
    });
    return this.#reach;
  }

  /** Accredited attestations of distinct kinds and owners that stand behind a party, none of them close to it or the subject. */
  #anchors(did: string): number {
    const { of } = this.#inquiry.question.policy.collusion.anchor;
    const sound = this.#inquiry
      .current(did)
      .filter(
        (one) => one.kind !== undefined && of.includes(one.kind) && this.#inquiry.faultsOf(one).length === 0,
      );
    if (sound.length === 0) return 0;
    const close = [did, this.#subject].map((one) => this.#inquiry.ownership(one));
    const apart = sound.filter(
      ({ issuer }) => !close.some((one) => shareOwner(one, this.#inquiry.ownership(issuer))),
    );
    const groups = groupsOf(
      this.#inquiry,
      apart.map(({ issuer }) => issuer),
    );
    const candidates = apart.flatMap(({ kind, issuer }) =>
      kind === undefined ? [] : [{ kind, group: groups.get(issuer) ?? issuer }],
    );
    return matchKinds(candidates, of).length;
  }

  /** Edges as a picture, with the names that this inquiry knows. */
  picture(edges: readonly PictureEdge[]): Picture {
    return pictureOf(edges, (id) => (id.startsWith('did:') ? this.#inquiry.nameOf(id) : id));
  }

  #shown(reason: Refusal, edges: readonly PictureEdge[]): Dependence {
    return { reason, picture: this.picture(edges) };
  }
}

function groupsOf(inquiry: Inquiry, dids: readonly string[]): ReadonlyMap<string, string> {
  return groupByOwner(new Map(dids.map((did) => [did, inquiry.attestedOwnership(did)])));
}

function edge({ issuer, subject, digest }: Attestation): PictureEdge {
  return { from: issuer, to: subject, relation: 'attests', by: digest };
}
