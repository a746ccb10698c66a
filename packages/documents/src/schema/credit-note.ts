import { type Static, Type } from 'typebox';
import { Closed, Currency, DateField, List, OneOf, Text } from './field.ts';
import { NamedPartySchema } from './named-party.ts';
import { lineGoods, lineReferences } from './shipment-line.ts';
import { MoneyField, QuantityField } from './value.ts';

export const CreditedLineSchema = Closed(
  {
    number: Text('Line number'),
    ...lineReferences,
    ...lineGoods,
    quantity: Type.Optional(QuantityField('Quantity credited or debited')),
    unitPrice: Type.Optional(MoneyField('Unit price')),
    amount: Type.Optional(MoneyField('Amount, without sign')),
  },
  'Credited line',
);

/** The seller takes back (credit, UN/CEFACT 1001 code 381) or adds to (debit, 383) what was invoiced. */
export const CreditNoteSchema = Closed({
  number: Text('Number of the note'),
  issueDate: DateField('Date of the note'),
  kind: OneOf(['credit', 'debit'], 'Credit lowers what is owed, debit raises it'),
  seller: Type.Optional(NamedPartySchema),
  buyer: Type.Optional(NamedPartySchema),
  invoiceNumbers: Type.Optional(List(Text('Invoice number'))),
  orderNumbers: Type.Optional(List(Text('Purchase order number'))),
  currency: Currency('Currency, ISO 4217'),
  lines: List(CreditedLineSchema, 1),
  total: Type.Optional(MoneyField('Total of the note, without sign')),
});

export type CreditNote = Static<typeof CreditNoteSchema>;
