import { type Static, Type } from 'typebox';
import { Closed, Currency, DateField, List, LongText, OneOf, Text } from './field.ts';
import { NamedPartySchema } from './named-party.ts';
import { lineGoods } from './shipment-line.ts';
import { Incoterm, MoneyField, QuantityField } from './value.ts';

export const orderAnswers = ['accepted', 'changed', 'rejected', 'open'] as const;

export const ConfirmedLineSchema = Closed(
  {
    number: Text('Line number'),
    orderLine: Type.Optional(Text('Line of the order')),
    answer: OneOf(orderAnswers, 'What the seller says to the line'),
    ...lineGoods,
    quantity: Type.Optional(QuantityField('Quantity confirmed')),
    unitPrice: Type.Optional(MoneyField('Unit price')),
    priceQuantity: Type.Optional(QuantityField('Quantity that the unit price is for')),
    promisedDate: Type.Optional(DateField('Date promised')),
  },
  'Confirmed line',
);

/** The seller's answer to an order (UN/CEFACT 1001 code 231). Without lines it answers for the whole order. */
export const OrderConfirmationSchema = Closed({
  number: Text('Number of the confirmation'),
  issueDate: DateField('Date of the confirmation'),
  orderNumber: Text('Order that is answered'),
  answer: OneOf(orderAnswers, 'What the seller says to the order'),
  reason: Type.Optional(LongText('Why')),
  buyer: Type.Optional(NamedPartySchema),
  seller: Type.Optional(NamedPartySchema),
  incoterm: Type.Optional(Incoterm),
  currency: Type.Optional(Currency('Currency, ISO 4217')),
  lines: Type.Optional(List(ConfirmedLineSchema)),
});

export type OrderConfirmation = Static<typeof OrderConfirmationSchema>;
