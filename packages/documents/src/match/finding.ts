import { type Static, Type } from 'typebox';
import { Closed, List, OneOf, Text } from '../schema/field.ts';

export const matchKinds = [
  'order-cancelled',
  'line-cancelled',
  'order-unknown',
  'order-ambiguous',
  'line-unknown',
  'not-confirmed',
  'over-shipment',
  'part-shipment',
  'over-invoiced',
  'second-invoice',
  'quantity-drift',
  'price-drift',
  'unit-mismatch',
  'currency-mismatch',
  'incoterm-drift',
  'consignee-mismatch',
  'party-mismatch',
  'weight-drift',
  'packages-drift',
  'late-amendment',
  'duplicate',
  'entered-too-much',
] as const;

export const MatchSideSchema = Closed(
  {
    node: Text('Node of the graph'),
    pointer: Type.String({ description: 'JSON pointer of the value' }),
    place: Type.String({ description: 'Which paper, and where in it' }),
    value: Type.String({ description: 'The value, as people read it' }),
  },
  'One side',
);

/** One thing that the papers of an order say differently, or that should not be. */
export const MatchFindingSchema = Closed({
  kind: OneOf(matchKinds, 'What it is'),
  severity: OneOf(['refer', 'warn', 'info'], 'Somebody must decide, somebody should look, or good to know'),
  order: Type.Optional(Text('Node of the order')),
  line: Type.Optional(Text('Line number of the order')),
  sides: List(MatchSideSchema),
  message: Type.String({ description: 'What it is, in one sentence' }),
  mend: Type.String({ description: 'What to do' }),
});

export type MatchFinding = Static<typeof MatchFindingSchema>;
export type MatchSide = Static<typeof MatchSideSchema>;
export type MatchKind = (typeof matchKinds)[number];
