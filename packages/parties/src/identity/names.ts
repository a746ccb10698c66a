import type { Attestation } from '../attestation/attestation.ts';
import { byDigest } from '../attestation/order.ts';
import { type PictureEdge, pictureOf } from '../graph/picture.ts';
import { nameKeys } from '../name/keys.ts';
import { type Likeness, likeness } from '../name/look-alike.ts';
import { disguised } from '../name/skeleton.ts';
import type { Inquiry } from '../standing/inquiry.ts';
import { refuse } from '../standing/soundness.ts';
import type { StandingFinding } from '../standing/standing.ts';

/** How many parties of one name are told; more say nothing more. */
const MOST = 10;

/**
 * Other parties whose name can be taken for the subject's: the same apart from legal form, the same in another script, or
 * made to look the same. A name with letters in disguise weighs against whoever bears it; all else is said only.
 */
export function lookAlikes(inquiry: Inquiry): StandingFinding[] {
  const own = inquiry.current(inquiry.question.subject);
  const names = [...new Set(own.map(({ party }) => party.name))].sort();
  const found = names.flatMap((name) => othersLike(inquiry, name).map((other) => ({ name, other })));
  const unique = new Map(
    found.map((one) => [`${one.other.subject} ${likeness(one.name, one.other.party.name)}`, one]),
  );
  return [...unique.keys()]
    .sort()
    .slice(0, MOST)
    .flatMap((key) => {
      const one = unique.get(key);
      return one ? [finding(inquiry, one.name, one.other, own)] : [];
    });
}

function othersLike(inquiry: Inquiry, name: string): Attestation[] {
  const { subject } = inquiry.question;
  const found = nameKeys(name).flatMap((key) => [...inquiry.named(key)]);
  return [...new Set(found)]
    .filter((one) => one.subject !== subject && one.faults.length === 0)
    .sort(byDigest);
}

function finding(
  inquiry: Inquiry,
  name: string,
  other: Attestation,
  own: readonly Attestation[],
): StandingFinding {
  const { subject, policy } = inquiry.question;
  const how = likeness(name, other.party.name);
  const letters = disguised(name);
  const isDisguised = how === 'disguised' && letters.length > 0 && disguised(other.party.name).length === 0;
  const params = { name, other: other.party.name, letters: letters.map(codeOf).join(', ') };
  const edge: PictureEdge = { from: subject, to: other.subject, relation: 'resembles', by: other.digest };
  const evidence = [
    other.digest,
    ...own.filter(({ party }) => party.name === name).map(({ digest }) => digest),
  ];
  return {
    weighs: isDisguised
      ? policy.lookAlike === 'bar'
        ? 'bars'
        : 'warns'
      : how === 'same'
        ? 'informs'
        : 'warns',
    reason: refuse(isDisguised ? 'PARTY_NAME_DISGUISED' : CODES[how], params),
    evidence: evidence.sort(),
    picture: pictureOf([edge], (id) => (id === subject ? name : other.party.name)),
  };
}

const CODES = {
  same: 'PARTY_NAME_SHARED',
  disguised: 'PARTY_NAME_IMITATED',
  transliterated: 'PARTY_NAME_TRANSLITERATED',
  similar: 'PARTY_NAME_SIMILAR',
} as const satisfies Record<Likeness, string>;

function codeOf(letter: string): string {
  return `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
}
