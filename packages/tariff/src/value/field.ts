import { Type } from 'typebox';

/** Bounded text fields of worksheets: what comes from outside is limited before it is read. */
export const short = (maxLength = 200) => Type.String({ minLength: 1, maxLength });

/** Decimal text; its meaning is checked where it is used. */
export const AmountField = short(40);

/** Where a figure comes from: a document by digest and pointer, or words ("typed by the importer"). */
export const FigureSourceSchema = Type.Object({
  document: Type.Optional(short(100)),
  pointer: Type.Optional(short(400)),
  words: Type.Optional(short(400)),
});
