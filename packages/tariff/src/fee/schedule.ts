import { type Static, Type } from 'typebox';
import { dated } from '../reference/dated.ts';

const named = { class: Type.String(), name: Type.String(), cite: Type.String() };
const decimal = Type.String({ pattern: '^\\d+(\\.\\d+)?$' });

/** User fees by date: merchandise processing (formal and informal), dutiable mail, harbor maintenance. */
export const FeeScheduleSchema = Type.Object({
  merchandiseProcessing: Type.Object({
    ...named,
    rows: Type.Array(Type.Object({ ...dated, percent: decimal, minimum: decimal, maximum: decimal })),
  }),
  informalEntry: Type.Object({ ...named, rows: Type.Array(Type.Object({ ...dated, amount: decimal })) }),
  dutiableMail: Type.Object({ ...named, rows: Type.Array(Type.Object({ ...dated, amount: decimal })) }),
  harborMaintenance: Type.Object({
    ...named,
    unknown: Type.String(),
    rows: Type.Array(
      Type.Object({
        ...dated,
        percent: decimal,
        /** Modes of transport that bear it. */
        modes: Type.Array(Type.String()),
        /** Entry types that never bear it. */
        notTypes: Type.Array(Type.String()),
        /** An entry that owes no more than this, and nothing else, pays nothing. */
        smallAmount: decimal,
      }),
    ),
  }),
});
export type FeeSchedule = Static<typeof FeeScheduleSchema>;
