import type { Static } from 'typebox';
import { Closed, DateField, Text } from './field.ts';
import { PartySchema } from './party.ts';
import { SteelImportLicenseSchema } from './steel-import-license.ts';

const {
  number: _number,
  issuedOn: _issued,
  validUntil: _until,
  ...asked
} = SteelImportLicenseSchema.properties;

/** What an importer or its broker asks of the licence office: all that the licence says but its number and its days. */
export const SteelImportLicenseApplicationSchema = Closed({
  number: Text("Applicant's own number for it"),
  appliedOn: DateField('Day of the application'),
  applicant: PartySchema,
  ...asked,
});

export type SteelImportLicenseApplication = Static<typeof SteelImportLicenseApplicationSchema>;
