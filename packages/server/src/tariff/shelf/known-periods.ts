import { addDays, date } from '@portolan/kernel';
import { type DutyLayer, DutyMeasureSchema } from '@portolan/tariff';
import { type Static, Type } from 'typebox';

const { from, source, certainty } = DutyMeasureSchema.properties;

/** A statement that the rows at hand are all of a layer for a period, both days inclusive: its last day can be priced. */
export const KnownPeriodSchema = Type.Object(
  {
    layer: Type.String({ maxLength: 60 }),
    known: Type.Literal(true),
    ...{ from, to: from, source, certainty },
    /** What is unknown after the last day. */
    unknownAfter: Type.String({ minLength: 1, maxLength: 1000 }),
  },
  { additionalProperties: false },
);
export type KnownPeriod = Static<typeof KnownPeriodSchema>;

/**
 * A layer with its horizon moved to the end of the periods that join on to it. One that leaves days between moves nothing:
 * nobody has said anything of those days.
 */
export function withPeriods(layer: DutyLayer, periods: readonly KnownPeriod[]): DutyLayer {
  let known = layer;
  for (const period of periods.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const { horizon } = known;
    if (horizon === undefined || period.to <= horizon || period.from > addDays(date(horizon), 1)) continue;
    known = { ...known, horizon: period.to, unknownAfter: period.unknownAfter };
  }
  return known;
}
