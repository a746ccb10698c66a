import type { Refusal } from '@portolan/kernel';
import type { Attestation } from '../attestation/attestation.ts';
import { uniqueSchemes } from '../attestation/source.ts';
import { type PictureEdge, pictureOf } from '../graph/picture.ts';
import type { Inquiry } from '../standing/inquiry.ts';
import { refuse } from '../standing/soundness.ts';
import type { StandingFinding, StandingIdentifier } from '../standing/standing.ts';
import { constructedMid } from './mid.ts';

export interface LinkedIdentifiers {
  readonly identifiers: readonly StandingIdentifier[];
  readonly findings: readonly StandingFinding[];
}

/** Schemes of which an organization has one; it may have many locations, and a filer code per filer. */
const SINGLE: ReadonlySet<string> = new Set(['lei', 'duns', 'importer-number']);

/** The identifiers that believed attestations link with the subject, and every conflict between them and with others. */
export function linkIdentifiers(inquiry: Inquiry): LinkedIdentifiers {
  const { subject } = inquiry.question;
  const believed = inquiry.believed(subject).filter(({ issuer }) => issuer !== subject);
  const links = linksOf(believed);
  const findings = [
    ...twoValues(links),
    ...[...links.values()].flatMap((link) => sharedWith(inquiry, link)),
    ...midFindings(links, believed),
  ];
  const conflicts = new Set(findings.flatMap(({ reason }) => keyOf(reason) ?? []));
  const identifiers: StandingIdentifier[] = [...links.values()].map(({ scheme, value, by }) => ({
    ...{ scheme, value, attestedBy: by.map(({ digest }) => digest) },
    state: conflicts.has(`${scheme} ${value}`) || conflicts.has(scheme) ? 'conflict' : 'agreed',
  }));
  return { identifiers: [...identifiers, ...constructed(links, believed)], findings };
}

interface Link {
  readonly scheme: string;
  readonly value: string;
  readonly by: readonly Attestation[];
}

function linksOf(believed: readonly Attestation[]): ReadonlyMap<string, Link> {
  const links = new Map<string, Link>();
  for (const attestation of believed)
    for (const { scheme, value } of attestation.party.identifiers) {
      const key = `${scheme} ${value}`;
      links.set(key, { scheme, value, by: [...(links.get(key)?.by ?? []), attestation] });
    }
  return new Map([...links.keys()].sort().flatMap((key) => [[key, links.get(key) as Link] as const]));
}

function keyOf({ params }: Refusal): string | undefined {
  if (params?.scheme === undefined) return undefined;
  return params.value === undefined ? `${params.scheme}` : `${params.scheme} ${params.value}`;
}

function twoValues(links: ReadonlyMap<string, Link>): StandingFinding[] {
  const byScheme = Map.groupBy(links.values(), ({ scheme }) => scheme);
  return [...byScheme].flatMap(([scheme, several]) => {
    if (!SINGLE.has(scheme) || several.length < 2) return [];
    const values = several.map(({ value }) => value).join(', ');
    return [
      warning(
        refuse('PARTY_IDENTIFIER_TWO_VALUES', { scheme, values }),
        several.flatMap(({ by }) => by),
      ),
    ];
  });
}

/** Another party holds the same identifier: whoever was attested it first keeps it. */
function sharedWith(inquiry: Inquiry, { scheme, value, by }: Link): StandingFinding[] {
  if (!uniqueSchemes.has(scheme)) return [];
  const { subject, policy } = inquiry.question;
  const others = inquiry
    .holding(scheme, value)
    .filter((one) => one.subject !== subject && inquiry.believed(one.subject).includes(one));
  const [first] = others.toSorted(bySigning);
  const [own] = by.toSorted(bySigning);
  if (!first || !own || isSuccession(inquiry, first.subject)) return [];
  const isLater = first.signedAt < own.signedAt;
  const edges: PictureEdge[] = [own, first].map((one) => ({
    ...{ from: one.subject, to: `${scheme} ${value}`, relation: 'holds' as const, by: one.digest },
  }));
  return [
    {
      weighs: isLater && policy.identifierConflict === 'bar' ? 'bars' : 'warns',
      reason: refuse('PARTY_IDENTIFIER_SHARED', {
        scheme,
        value,
        other: inquiry.nameOf(first.subject),
        since: first.signedAt,
      }),
      evidence: [own.digest, first.digest].sort(),
      picture: pictureOf(edges, (id) => (id.startsWith('did:') ? inquiry.nameOf(id) : id)),
    },
  ];
}

/** A successor may hold what its predecessor held. */
function isSuccession(inquiry: Inquiry, other: string): boolean {
  const { subject } = inquiry.question;
  const named = (did: string) => inquiry.believed(did).flatMap(({ facts }) => facts.successor?.did ?? []);
  return named(other).includes(subject) || named(subject).includes(other);
}

function midFindings(links: ReadonlyMap<string, Link>, believed: readonly Attestation[]): StandingFinding[] {
  const made = new Set(believed.flatMap(({ party }) => constructedMid(party) ?? []));
  if (made.size === 0) return [];
  return [...links.values()].flatMap(({ scheme, value, by }) =>
    scheme !== 'mid' || made.has(value)
      ? []
      : [
          warning(
            refuse('PARTY_MID_DIFFERS', { scheme, value, constructed: [...made].sort().join(' or ') }),
            by,
          ),
        ],
  );
}

function constructed(
  links: ReadonlyMap<string, Link>,
  believed: readonly Attestation[],
): StandingIdentifier[] {
  const made = [...new Set(believed.flatMap(({ party }) => constructedMid(party) ?? []))].sort();
  return made
    .filter((value) => !links.has(`mid ${value}`))
    .map((value) => ({ scheme: 'mid', value, attestedBy: [], state: 'constructed' as const }));
}

function warning(reason: Refusal, by: readonly Attestation[]): StandingFinding {
  return { weighs: 'warns', reason, evidence: [...new Set(by.map(({ digest }) => digest))].sort() };
}

function bySigning(a: Attestation, b: Attestation): number {
  return a.signedAt < b.signedAt ? -1 : a.signedAt > b.signedAt ? 1 : a.digest < b.digest ? -1 : 1;
}
