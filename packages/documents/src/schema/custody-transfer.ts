import { type Static, Type } from 'typebox';
import { Closed, Text } from './field.ts';
import { HolderSchema, LotReference, PointReference } from './liquid.ts';
import { InstantField } from './metal.ts';

/** Who holds a batch or stock in hand, apart from who owns it. */
export const CustodyTransferSchema = Closed({
  number: Text('Number of the transfer'),
  from: HolderSchema,
  to: HolderSchema,
  lot: LotReference,
  at: InstantField('When custody passed'),
  point: Type.Optional(PointReference),
  ticket: Type.Optional(Text('Number of the ticket')),
});

export type CustodyTransfer = Static<typeof CustodyTransferSchema>;
