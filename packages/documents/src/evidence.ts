import type { Verdict } from '@portolan/credentials';
import { type Static, Type } from 'typebox';
import { type DocumentMap, type DocumentType, documentTypes } from './schema/document.ts';
import { DidField, DigestField, OneOf, Text } from './schema/field.ts';

/** Where in the source file each value of the document stands: JSON pointer of the value to XPath, cell or pointer. */
export type Origins = Record<string, string>;

interface EvidenceBase {
  /** Digest of the exact bytes (a file) or of the canonical form (a credential). */
  digest: string;
  /** Of what the issuer signed, where its holder shows only part of it; other documents name it by that. */
  original?: string;
  /** Signed at its source, or imported from a file that nobody signed. */
  class: 'signed' | 'imported';
  issuer?: string;
  signedAt?: string;
  verdict?: Verdict;
  fileName?: string;
  origins?: Origins;
}

/** One document of one type, as evidence. */
export interface EvidenceOf<T extends DocumentType> extends EvidenceBase {
  type: T;
  document: DocumentMap[T];
}

/** The evidence item that filing, programs and server share; `type` narrows `document`. */
export type Evidence = { [T in DocumentType]: EvidenceOf<T> }[DocumentType];

/** The digest by which other documents name a piece of evidence: the same however much of it its holder shows. */
export function originalOf({ digest, original }: Pick<EvidenceBase, 'digest' | 'original'>): string {
  return original ?? digest;
}

/** The evidence of one type, in the order given. */
export function evidenceOf<T extends DocumentType>(evidence: readonly Evidence[], type: T): EvidenceOf<T>[] {
  return evidence.filter((item): item is Extract<Evidence, EvidenceOf<T>> => item.type === type);
}

const Loose = Type.Record(Type.String(), Type.Unknown());

export const EvidenceSchema = Type.Object({
  digest: DigestField('Digest of the evidence'),
  original: Type.Optional(DigestField('Digest of what the issuer signed, where only part is shown')),
  type: OneOf(documentTypes, 'Document type'),
  document: Loose,
  class: OneOf(['signed', 'imported'], 'Signed at its source or imported from a file'),
  issuer: Type.Optional(DidField('Who signed it')),
  signedAt: Type.Optional(Text('Signing time, UTC')),
  verdict: Type.Optional(Loose),
  fileName: Type.Optional(Text('File it came from')),
  origins: Type.Optional(Type.Record(Type.String(), Type.String())),
});

export const LinkEndSchema = Type.Object({
  digest: DigestField('Digest of the evidence'),
  pointer: Type.String({ description: 'JSON pointer into the document; empty for the whole' }),
});

export const linkKinds = [
  'order-invoice',
  'order-packing',
  'invoice-packing',
  'invoice-transport',
  'packing-transport',
  'invoice-certificate',
] as const;

/** Two documents, or two lines, that speak of the same thing, and by what this was seen. */
export const LinkSchema = Type.Object({
  kind: OneOf(linkKinds, 'What is linked'),
  level: OneOf(['document', 'line'], 'Whole documents or one line each'),
  from: LinkEndSchema,
  to: LinkEndSchema,
  by: Type.String({ description: 'Why the two belong together, in one phrase' }),
});

export type Link = Static<typeof LinkSchema>;
export type LinkKind = (typeof linkKinds)[number];

export const driftKinds = [
  'quantity',
  'price',
  'currency',
  'party',
  'identifier',
  'incoterm',
  'weight',
  'packages',
  'amount',
  'total',
  'unit',
  'origin',
  'classification',
  'duplicate',
] as const;

export const DriftSideSchema = Type.Object({
  digest: DigestField('Digest of the evidence'),
  pointer: Type.String({ description: 'JSON pointer of the value' }),
  value: Type.String({ description: 'The value, as people read it' }),
});

/** One fact that two linked documents say differently. */
export const DriftSchema = Type.Object({
  kind: OneOf(driftKinds, 'What differs'),
  severity: OneOf(['refer', 'warn', 'info'], 'How much it weighs'),
  left: DriftSideSchema,
  right: DriftSideSchema,
  message: Type.String({ description: 'What differs, both values and where they stand' }),
  mend: Type.String({ description: 'How to mend it' }),
});

export type Drift = Static<typeof DriftSchema>;
export type DriftKind = (typeof driftKinds)[number];
export type DriftSide = Static<typeof DriftSideSchema>;
