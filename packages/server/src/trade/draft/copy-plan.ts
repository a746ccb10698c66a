import type { CopyPlan } from '@portolan/contract';
import { documentTypeName } from '@portolan/documents';
import { placeOfField } from '@portolan/filing';
import { heldEvidence } from '../evidence/held.ts';
import type { HeldEvidence } from '../store/case-evidence.ts';
import type { DraftRow } from '../store/drafts.ts';

/** Answers that hold for every shipment of a client: the bond, who signs, and the parties' numbers. */
const STANDING_ANSWERS = /^\/(?:bond|signatory|importerOfRecord\/number|consignee\/number)(?:\/|$)/;
const STANDING_TYPES: readonly string[] = ['PowerOfAttorney', 'OrganizationIdentity'];

export function isStandingAnswer(pointer: string): boolean {
  return STANDING_ANSWERS.test(pointer);
}

/** Documents that stand for several shipments: powers of attorney, identities, blanket certifications. */
export function isStandingDocument(row: HeldEvidence): boolean {
  if (row.sealed) return false;
  if (STANDING_TYPES.includes(row.type)) return true;
  const { type, document } = heldEvidence(row);
  return type === 'CertificationOfOrigin' && 'blanketPeriod' in document;
}

/** Why an answer of the old entry is not copied, the first that fits. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/\/relatedParties$/, "stands in the client's library of trading partners and comes from there by itself"],
  [/\/manufacturer\/mid$/, "stands in the client's library of manufacturers and comes from there by itself"],
  [
    /\/hts$/,
    'comes from the library of products where the product is kept, else it is asked for the new goods',
  ],
  [/\/(?:cases|outsideCases|license|metals|headings)$/, 'is decided for the goods of each shipment'],
  [/\/(?:spi|claimBasis|certificate)$/, 'a claim rests on the certification that covers the new goods'],
  [/^\/advance\//, 'was said of one voyage'],
  [/^\/override\//, 'the tariff in force on the new day decides'],
  [/^\/part$/, 'names invoices of the old shipment'],
];
const OF_THE_SHIPMENT = 'comes from the papers of the new shipment, or is asked';

/** What of an entry a copy takes along, and what it leaves, each with the reason. */
export function copyPlan({ typed }: Pick<DraftRow, 'typed'>, documents: readonly HeldEvidence[]): CopyPlan {
  const pointers = Object.keys(typed);
  const [standing, other] = split(
    documents.filter(({ sealed }) => !sealed),
    isStandingDocument,
  );
  const [kept, left] = split(pointers, isStandingAnswer);
  return {
    taken: [
      ...kept.map((pointer) => ({ what: labelOf(pointer), why: 'holds for every shipment of the client' })),
      ...namesOf(standing).map((what) => ({ what, why: 'stands for several shipments' })),
    ],
    left: [
      ...left.map((pointer) => ({ what: labelOf(pointer), why: reasonFor(pointer) })),
      ...namesOf(other).map((what) => ({ what, why: 'belongs to the old shipment' })),
    ],
  };
}

function split<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}

function reasonFor(pointer: string): string {
  return REASONS.find(([pattern]) => pattern.test(pointer))?.[1] ?? OF_THE_SHIPMENT;
}

const ASIDE: Readonly<Record<string, string>> = {
  '/bond': 'Bond',
  '/signatory/did': 'Person who signs',
  '/signatory/name': 'Name of the person who signs',
};

function labelOf(pointer: string): string {
  const line = /^\/lines\/(\d+)\//.exec(pointer)?.[1];
  const label = ASIDE[pointer] ?? placeOfField(pointer)?.label ?? pointer;
  return line === undefined ? label : `${label}, line ${Number(line) + 1}`;
}

/** Names of documents, those of one type once with their number. */
function namesOf(documents: readonly HeldEvidence[]): string[] {
  return [...Map.groupBy(documents, ({ type }) => type)].map(([type, all]) => {
    const name = documentTypeName(type);
    return all.length > 1 ? `${name} (${all.length})` : name;
  });
}
