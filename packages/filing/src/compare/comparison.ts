import { type Static, Type } from 'typebox';
import { PointerText } from '../primitives.ts';
import { ProvenanceClassSchema } from '../provenance.ts';

export const ComparedFieldSchema = Type.Object({
  /** Into the entry; below `/totals` and the like for amounts. */
  pointer: PointerText,
  label: Type.String(),
  /** Number of the line of goods, from 1. */
  line: Type.Optional(Type.Integer()),
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

const EffortSchema = Type.Object({
  keystrokes: Type.Integer(),
  /** Minutes to one place, at the speed that `speed` names. */
  minutes: Type.String(),
});

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
  /** Records of the message whose content has no counterpart in our entry. */
  notCompared: Type.Array(Type.String()),
  theirs: EffortSchema,
  ours: EffortSchema,
  speed: Type.Object({
    keystrokesPerHour: Type.String(),
    source: Type.String(),
    certainty: Type.String(),
  }),
  tolerance: Type.Object({ dollars: Type.String(), source: Type.String() }),
});
export type Comparison = Static<typeof ComparisonSchema>;
