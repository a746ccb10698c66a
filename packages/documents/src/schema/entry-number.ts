import { type Static, Type } from 'typebox';
import { Closed, Coded, DateField, List, Text } from './field.ts';
import { PartySchema } from './party.ts';

/** The number that a filer gives to an entry before it files it, told to whoever needs it (19 CFR 142.3a). */
export const EntryNumberSchema = Closed({
  number: Coded(
    '^[A-Z0-9]{3}-\\d{7}-\\d$',
    'an entry number such as ZZ9-0000001-5',
    'Entry number: filer code, seven digits, check digit',
  ),
  assignedOn: DateField('Day on which it was given'),
  filer: PartySchema,
  importer: PartySchema,
  invoiceNumbers: Type.Optional(List(Text('Invoice number'))),
  licenseNumbers: Type.Optional(List(Text('Import licence number'))),
});

/** The document that tells an entry number; the number itself is the kernel's. */
export type EntryNumberDocument = Static<typeof EntryNumberSchema>;
