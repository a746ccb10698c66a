import { DutyLineInputSchema } from '@portolan/tariff';
import { type Static, Type } from 'typebox';
import { CountryText, DidText, DigestText, HtsText, QuantityText, WholeDollarsText } from './primitives.ts';

/** Special program indicators of the two agreements (HTSUS GN 11 and GN 29; CATAIR record 40, columns 25-26). */
export const SpiSchema = Type.Union([
  Type.Literal('S'),
  Type.Literal('S+'),
  Type.Literal('P'),
  Type.Literal('P+'),
]);
export type Spi = Static<typeof SpiSchema>;

/** Global Business Identifiers (CBP, GBI test): LEI, DUNS and GLN, any of them. */
export const businessIdentifierMembers = {
  lei: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{18}\\d{2}$' })),
  duns: Type.Optional(Type.String({ pattern: '^\\d{9}$' })),
  gln: Type.Optional(Type.String({ pattern: '^\\d{13}$' })),
};

export const ManufacturerSchema = Type.Object({
  name: Type.String({ minLength: 1 }),
  mid: Type.Optional(Type.String()),
  did: Type.Optional(DidText),
  ...businessIdentifierMembers,
});
export type Manufacturer = Static<typeof ManufacturerSchema>;

/** Numbers of chapters 98 and 99, digits. */
const HeadingText = Type.String({ pattern: '^9[89]\\d{6}(\\d{2})?$' });
const { metals, cases, outsideCases, license } = DutyLineInputSchema.properties;

/** One line of the entry summary: one tariff classification of one invoice line. */
export const EntryLineSchema = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: 99_999 }),
  invoice: Type.Object({
    number: Type.String(),
    line: Type.Union([Type.String(), Type.Integer()]),
    /** How much of the invoice line is entered, where it is not all of it. */
    quantity: Type.Optional(QuantityText),
  }),
  description: Type.String({ minLength: 1 }),
  hts: HtsText,
  /** The goods are entered while their classification is still open. */
  provisional: Type.Optional(Type.Boolean()),
  originCountry: CountryText,
  exportCountry: CountryText,
  manufacturer: Type.Optional(ManufacturerSchema),
  /** Where it is known by a global business identifier. */
  seller: Type.Optional(Type.Object({ name: Type.String({ minLength: 1 }), ...businessIdentifierMembers })),
  /** In the units of the HTS line, in its order. */
  quantities: Type.Array(QuantityText),
  grossWeight: Type.Optional(QuantityText),
  enteredValue: WholeDollarsText,
  charges: WholeDollarsText,
  relatedParties: Type.Boolean(),
  spi: Type.Optional(SpiSchema),
  /** What the claim rests on: a certification, or (CAFTA-DR only) the importer's own knowledge. */
  claimBasis: Type.Optional(Type.Union([Type.Literal('certificate'), Type.Literal('knowledge')])),
  /** Digest of the certification of origin that supports the claim. */
  certificate: Type.Optional(DigestText),
  /** Number of the good within that certification. */
  certificateGood: Type.Optional(Type.String()),
  /** Headings of chapters 98 and 99 that the filer claims beside the number. */
  headings: Type.Optional(Type.Array(HeadingText, { maxItems: 31 })),
  /** What is known of the metals in the goods (records 50 and 54; form 7501 of 10/25, blocks 21 to 24). */
  metals,
  /** Antidumping and countervailing duty cases that cover the goods (record 53). */
  cases,
  /** Why no case covers goods whose number is flagged for cases. */
  outsideCases,
  /** Import licence (record 52), or the licence for goods whose importation is otherwise prohibited. */
  license,
  /** Production lot named by the seller. */
  lot: Type.Optional(Type.String()),
});
export type EntryLine = Static<typeof EntryLineSchema>;
