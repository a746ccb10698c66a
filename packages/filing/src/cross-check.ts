import { type Static, Type } from 'typebox';
import { PointerText } from './primitives.ts';
import { SourceSchema } from './provenance.ts';

/** Two documents that answer the same field differently: the better class was taken, the other is shown. */
export const CrossCheckSchema = Type.Object({
  pointer: PointerText,
  taken: SourceSchema,
  value: Type.Unknown(),
  against: SourceSchema,
  other: Type.Unknown(),
});
export type CrossCheck = Static<typeof CrossCheckSchema>;
