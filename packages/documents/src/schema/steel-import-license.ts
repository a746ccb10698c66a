import { type Static, Type } from 'typebox';
import { Closed, Country, DateField, HsCode, List, OneOf, SchedulePort, Text } from './field.ts';
import { MetalName, StageSchema } from './metal.ts';
import { PartySchema } from './party.ts';
import { MoneyField, QuantityField } from './value.ts';

/** A licence to import steel, or aluminum under its own system (19 CFR parts 360 and 361). */
export const SteelImportLicenseSchema = Closed({
  number: Text('Licence number'),
  metal: MetalName,
  kind: OneOf(['regular', 'low-value'], 'One importation, or many of little value'),
  office: PartySchema,
  importer: PartySchema,
  exporter: Type.Optional(PartySchema),
  manufacturer: Type.Optional(PartySchema),
  originCountry: Type.Optional(Country('Country of origin')),
  exportCountry: Type.Optional(Country('Country of exportation')),
  portOfEntry: Type.Optional(SchedulePort('Expected port of entry, Schedule D')),
  expectedExport: Type.Optional(DateField('Expected date of export')),
  expectedImport: Type.Optional(DateField('Expected date of import')),
  entryNumber: Type.Optional(Text('Entry number, where it is known')),
  issuedOn: DateField('Date of issue'),
  validUntil: DateField('Last day of validity'),
  lines: List(
    Closed(
      {
        number: Text('Line number'),
        hts: HsCode('Tariff number'),
        category: Type.Optional(Text('Product category')),
        stages: List(StageSchema),
        quantity: QuantityField('Mass'),
        value: MoneyField('Customs value'),
      },
      'Licence line',
    ),
    0,
  ),
});

export type SteelImportLicense = Static<typeof SteelImportLicenseSchema>;
