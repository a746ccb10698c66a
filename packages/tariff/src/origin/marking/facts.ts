import { type Static, Type } from 'typebox';
import { CalendarDateSchema, CertaintySchema } from '../../reference/dated.ts';
import { RangeListSchema } from '../rule/range.ts';

const sourced = { cite: Type.String(), source: Type.String(), certainty: CertaintySchema };

/** What part 102 says beside its rules by tariff classification. */
export const MarkingFactsSchema = Type.Object({
  /** Countries whose goods are marked by these rules. */
  countries: Type.Object({ list: Type.Array(Type.String()), ...sourced }),
  /** Textile and apparel goods follow section 102.21 instead. */
  textiles: Type.Object({ goods: RangeListSchema, ...sourced }),
  tolerance: Type.Object({
    percent: Type.String(),
    higher: Type.Array(Type.Object({ goods: RangeListSchema, percent: Type.String() })),
    notFor: RangeListSchema,
    ...sourced,
  }),
  /** Last day of entry on which originating goods took the last NAFTA country. */
  override: Type.Object({ until: CalendarDateSchema, ...sourced }),
});
export type MarkingFacts = Static<typeof MarkingFactsSchema>;
