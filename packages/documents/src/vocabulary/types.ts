import { traceabilityRows } from './tables/traceability.ts';

/** A credential type of a public vocabulary, as people know it. */
export interface VocabularyType {
  /** The name in the credential's `type`. */
  readonly type: string;
  readonly label: string;
  /** What it is about: 'energy', 'steel', 'food', 'customs', 'transport'… */
  readonly group: string;
  readonly vocabulary: 'W3C CCG Traceability Vocabulary' | 'UN Transparency Protocol';
  /** Members that a subject of it has in the vocabulary's examples. */
  readonly fields: readonly string[];
}

const traceability: readonly VocabularyType[] = traceabilityRows
  .trim()
  .split('\n')
  .map((row) => {
    const [, type = '', label = '', group = '', fields = ''] = row.split('|');
    const members = fields === '' ? [] : fields.split(' ');
    return { type, label, group, fields: members, vocabulary: 'W3C CCG Traceability Vocabulary' };
  });

/** Types of the same vocabulary for which its edition has no example: goods in bond, and events of oil and gas. */
const withoutExample: readonly VocabularyType[] = (
  [
    ['InbondCredential', 'In-bond movement', 'customs'],
    ['TransferEventCredential', 'Transfer event', 'energy'],
    ['TransformEventCredential', 'Transform event', 'energy'],
  ] as const
).map(([type, label, group]) => ({
  type,
  label,
  group,
  fields: [],
  vocabulary: 'W3C CCG Traceability Vocabulary',
}));

/** The five credential types of the UN Transparency Protocol. Source: UNTP specification, section "Verifiable credentials". */
const untp: readonly VocabularyType[] = (
  [
    ['DigitalProductPassport', 'Digital product passport', 'product'],
    ['DigitalConformityCredential', 'Conformity credential', 'product'],
    ['DigitalTraceabilityEvent', 'Traceability event', 'product'],
    ['DigitalFacilityRecord', 'Facility record', 'identity'],
    ['DigitalIdentityAnchor', 'Identity anchor', 'identity'],
  ] as const
).map(([type, label, group]) => ({ type, label, group, fields: [], vocabulary: 'UN Transparency Protocol' }));

/** Every credential type of a public vocabulary that is recognized here. */
export const vocabularyTypes: readonly VocabularyType[] = [...traceability, ...withoutExample, ...untp];

const byName = new Map(vocabularyTypes.map((one) => [one.type, one]));

/** The recognized type among the types of a credential; undefined where there is none. */
export function recognizedType(types: readonly string[]): VocabularyType | undefined {
  return types.map((name) => byName.get(name)).find((one) => one !== undefined);
}

/** Addresses of the contexts of these vocabularies: with the last part left open, since their editions follow each other. */
const CONTEXTS = [
  /^https:\/\/w3id\.org\/traceability\/v\d/,
  /^https:\/\/w3id\.org\/vc\/status-list\/2021\/v1$/,
  /^https:\/\/ref\.gs1\.org\/gs1\/vc\/[a-z-]+\/?$/,
  /^https:\/\/(?:test\.uncefact\.org|vocabulary\.uncefact\.org)\/(?:vocabulary\/)?untp\//,
  /^https:\/\/www\.w3\.org\/ns\/activitystreams$/,
];

/** Whether an address is that of a context of these vocabularies. */
export function isVocabularyContext(address: string): boolean {
  return CONTEXTS.some((pattern) => pattern.test(address));
}
