import { type Static, Type } from 'typebox';
import { Closed, Country, DateField, HsCode, List, LongText, SchedulePort, Text } from './field.ts';
import { PartySchema } from './party.ts';
import { QuantityField } from './value.ts';

/** What an importer means to bring in, told before anything moves (CBP's demonstrations of 2023 and 2024). */
export const IntentToImportSchema = Closed({
  number: Text('Number that the importer gave it'),
  declaredOn: DateField('Day on which it is declared'),
  importer: PartySchema,
  exporter: Type.Optional(PartySchema),
  orderNumbers: Type.Optional(List(Text('Order number'))),
  exportCountry: Country('Country of exportation'),
  portOfEntry: Type.Optional(SchedulePort('Expected port of entry, Schedule D')),
  expectedImport: Type.Optional(DateField('Expected date of importation')),
  goods: List(
    Closed(
      {
        number: Text('Number'),
        description: LongText('Description of the goods'),
        hs: Type.Optional(HsCode('Tariff number, 6 to 10 digits')),
        originCountry: Type.Optional(Country('Country of origin')),
        quantity: Type.Optional(QuantityField('Quantity')),
      },
      'Good',
    ),
    1,
  ),
});

export type IntentToImport = Static<typeof IntentToImportSchema>;
