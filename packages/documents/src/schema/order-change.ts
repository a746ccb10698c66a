import { type Static, Type } from 'typebox';
import { Closed, Currency, DateField, List, LongText, OneOf, Text } from './field.ts';
import { NamedPartySchema } from './named-party.ts';
import { lineGoods } from './shipment-line.ts';
import { Incoterm, MoneyField, QuantityField } from './value.ts';

export const lineChanges = ['add', 'change', 'cancel', 'keep'] as const;

export const OrderChangeLineSchema = Closed(
  {
    number: Text('Line of the order'),
    action: OneOf(lineChanges, 'What becomes of the line'),
    ...lineGoods,
    quantity: Type.Optional(QuantityField('Quantity that is ordered from now on')),
    unitPrice: Type.Optional(MoneyField('Unit price')),
    priceQuantity: Type.Optional(QuantityField('Quantity that the unit price is for')),
    amount: Type.Optional(MoneyField('Line amount')),
  },
  'Changed line',
);

/** The buyer changes or cancels an order (UN/CEFACT 1001 code 230). The highest sequence number counts. */
export const OrderChangeSchema = Closed({
  number: Text('Number of the change'),
  issueDate: DateField('Date of the change'),
  sequence: Type.Optional(Type.Integer({ minimum: 0, maximum: 99_999, description: 'Sequence number' })),
  orderNumber: Text('Order that is changed'),
  cancelled: Type.Optional(Type.Boolean({ description: 'The whole order is cancelled' })),
  reason: Type.Optional(LongText('Why')),
  buyer: Type.Optional(NamedPartySchema),
  seller: Type.Optional(NamedPartySchema),
  incoterm: Type.Optional(Incoterm),
  currency: Type.Optional(Currency('Currency of the order, ISO 4217')),
  lines: Type.Optional(List(OrderChangeLineSchema)),
});

export type OrderChange = Static<typeof OrderChangeSchema>;
