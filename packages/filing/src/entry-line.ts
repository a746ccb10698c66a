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

export const ManufacturerSchema = Type.Object({
  name: Type.String({ minLength: 1 }),
  mid: Type.Optional(Type.String()),
  did: Type.Optional(DidText),
});
export type Manufacturer = Static<typeof ManufacturerSchema>;

/** One line of the entry summary: one tariff classification of one invoice line. */
export const EntryLineSchema = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: 99_999 }),
  invoice: Type.Object({ number: Type.String(), line: Type.Union([Type.String(), Type.Integer()]) }),
  description: Type.String({ minLength: 1 }),
  hts: HtsText,
  originCountry: CountryText,
  exportCountry: CountryText,
  manufacturer: Type.Optional(ManufacturerSchema),
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
  /** Production lot named by the seller. */
  lot: Type.Optional(Type.String()),
});
export type EntryLine = Static<typeof EntryLineSchema>;
