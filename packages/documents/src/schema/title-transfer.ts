import { type Static, Type } from 'typebox';
import { Closed, DateField, Text } from './field.ts';
import {
  CorrectsField,
  HolderSchema,
  LineReference,
  LotReference,
  PointReference,
  VolumeField,
} from './liquid.ts';
import { InstantField } from './metal.ts';
import { MoneyField } from './value.ts';

/**
 * Title to a volume in a batch, wherever it is by then, from one owner to the next. Signed by who gives it; when it was
 * signed is known by the log, and may be after the moment it speaks of. Price and contract are for the two and the agency.
 */
export const TitleTransferSchema = Closed({
  number: Text('Number of the transfer'),
  line: LineReference,
  seller: HolderSchema,
  buyer: HolderSchema,
  batch: LotReference,
  /** Without it everything that the seller holds of the batch. */
  volume: Type.Optional(VolumeField('Net standard volume')),
  effectiveAt: InstantField('When title passed'),
  point: Type.Optional(PointReference),
  tradeDate: Type.Optional(DateField('Day of the trade')),
  contract: Type.Optional(Text('Contract, for the two parties and the agency')),
  price: Type.Optional(MoneyField('Price of one unit of the volume, for the two parties and the agency')),
  corrects: CorrectsField(Text('Number of the transfer that is corrected')),
});

export type TitleTransfer = Static<typeof TitleTransferSchema>;
