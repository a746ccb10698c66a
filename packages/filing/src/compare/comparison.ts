import { type Static, Type } from 'typebox';
import { InstantText, PointerText } from '../primitives.ts';
import { ProvenanceClassSchema } from '../provenance.ts';

export const ComparedFieldSchema = Type.Object({
  /** Into the entry; below `/totals` and the like for amounts. */
  pointer: PointerText,
  label: Type.String(),
  /** Number of the line of goods, from 1. */
  line: Type.Optional(Type.Integer()),
  /** Number of the line in the summary filed, from 1, where it is another one or ours has no such line. */
  filedLine: Type.Optional(Type.Integer()),
  /** Block of form 7501 on the day of entry. */
  block: Type.Optional(Type.String()),
  theirs: Type.Optional(Type.String()),
  ours: Type.Optional(Type.String()),
  verdict: Type.Union([
    Type.Literal('same'),
    Type.Literal('different'),
    Type.Literal('only theirs'),
    Type.Literal('only ours'),
  ]),
  /** Totals that lie apart by less than the tolerance. */
  withinTolerance: Type.Optional(Type.Boolean()),
  /** Where our value came from. */
  provenance: Type.Optional(ProvenanceClassSchema),
  /** Characters that a person keys for their value; none for what software works out. */
  keystrokes: Type.Integer(),
});
export type ComparedField = Static<typeof ComparedFieldSchema>;

/** What was keyed on one side; `how` says how it is known. */
export const EffortSchema = Type.Object({
  /** Fields that were keyed. */
  fields: Type.Integer(),
  /** Characters of them. */
  keystrokes: Type.Integer(),
  /** Minutes to one place, at the speed that `speed` names. */
  minutes: Type.String(),
  how: Type.String(),
  /** First and last moment at which a field was typed, as recorded. */
  typedFrom: Type.Optional(InstantText),
  typedUntil: Type.Optional(InstantText),
  /** Minutes from the first document to the filing, as recorded. */
  minutesOpen: Type.Optional(Type.String()),
});
export type Effort = Static<typeof EffortSchema>;

export const SpeedSchema = Type.Object({
  keystrokesPerHour: Type.String(),
  source: Type.String(),
  certainty: Type.String(),
});
export type Speed = Static<typeof SpeedSchema>;

/** A line filed and the line of ours that it is, both numbered from 1; a line of one side alone has one number. */
export const ComparedLineSchema = Type.Object({
  ours: Type.Optional(Type.Integer()),
  filed: Type.Optional(Type.Integer()),
  /** What both have in common. */
  by: Type.Optional(Type.String()),
  /** It stands in another order than the lines around it. */
  moved: Type.Boolean(),
});
export type ComparedLine = Static<typeof ComparedLineSchema>;

/** A summary really filed beside ours. */
export const ComparisonSchema = Type.Object({
  format: Type.Union([Type.Literal('ae'), Type.Literal('7501')]),
  /** What differs first, then what is the same; each in the order of the summary. */
  fields: Type.Array(ComparedFieldSchema),
  counts: Type.Object({
    same: Type.Integer(),
    different: Type.Integer(),
    onlyTheirs: Type.Integer(),
    onlyOurs: Type.Integer(),
  }),
  /** Lines paired by what they say: ours in their order, then what only was filed. */
  lines: Type.Array(ComparedLineSchema),
  /** Records and columns of the message whose content has no counterpart in our entry. */
  notCompared: Type.Array(Type.String()),
  theirs: EffortSchema,
  ours: EffortSchema,
  speed: SpeedSchema,
  tolerance: Type.Object({ dollars: Type.String(), source: Type.String() }),
});
export type Comparison = Static<typeof ComparisonSchema>;
