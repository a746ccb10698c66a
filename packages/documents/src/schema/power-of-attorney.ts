import { type Static, Type } from 'typebox';
import { Closed, Coded, DateField, List, OneOf, SchedulePort, Text } from './field.ts';
import { PartySchema } from './party.ts';
import { MoneyField } from './value.ts';

export const powers = [
  'file-entry',
  'claim-preference',
  'certify-origin',
  'answer-requests',
  'sub-delegate',
] as const;

/** What a grantor lets a grantee do before the agency (customs power of attorney, 19 CFR 141.31 to 141.46). */
export const PowerOfAttorneySchema = Closed({
  number: Text('Number of the power of attorney'),
  grantor: PartySchema,
  grantee: PartySchema,
  powers: List(OneOf(powers, 'Power'), 1),
  limits: Type.Optional(
    Closed(
      {
        ports: Type.Optional(List(SchedulePort('Port where the power may be used'), 1)),
        entryTypes: Type.Optional(
          List(Coded('^\\d{2}$', 'an entry type of two digits, such as 01', 'Entry type'), 1),
        ),
        maximumEntryValue: Type.Optional(MoneyField('Highest entered value of one entry')),
      },
      'Limits',
    ),
  ),
  from: DateField('First day of validity'),
  until: Type.Optional(DateField('Last day of validity')),
});

export type PowerOfAttorney = Static<typeof PowerOfAttorneySchema>;
export type Power = (typeof powers)[number];
