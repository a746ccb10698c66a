import { type Static, Type } from 'typebox';
import { DateText } from './primitives.ts';

/** A legal term running on an entry. */
export const ClockSchema = Type.Object({
  name: Type.String(),
  label: Type.String(),
  /** Event that starts it, and its day. */
  startsOn: DateText,
  from: Type.String(),
  due: DateText,
  /** Days left on the day asked about; negative when late. */
  daysLeft: Type.Integer(),
  state: Type.Union([Type.Literal('running'), Type.Literal('met'), Type.Literal('late')]),
  source: Type.String(),
  certainty: Type.Union([Type.Literal('verified'), Type.Literal('general'), Type.Literal('open')]),
});
export type Clock = Static<typeof ClockSchema>;
