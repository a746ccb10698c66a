import {
  Closed,
  Coded,
  DateField,
  DidField,
  DigestField,
  IdentifiedPartySchema,
  List,
  LongText,
  OneOf,
  powers,
  SchedulePort,
  Text,
} from '@portolan/documents';
import { type Static, Type } from 'typebox';
import { CheckSchema } from './common.ts';

/** A natural person as it signs: a name and a key. Nothing else about it is anybody's business here. */
export const PersonSchema = Closed(
  { name: Text('Name of the person'), did: DidField('Decentralized identifier of the person') },
  'Person',
);

const personMembers = {
  person: PersonSchema,
  organization: IdentifiedPartySchema,
  checks: List(CheckSchema, 1),
  from: DateField('First day'),
  until: Type.Optional(DateField('Last day')),
};

/** A register or the organization itself: a person is an officer and binds the organization. */
export const OfficerSchema = Closed({
  ...personMembers,
  office: Text('Office, such as director'),
  signsAlone: Type.Boolean({ description: 'May bind the organization alone' }),
});

/** The organization: a person works for it and may use these powers in its name. */
export const EmploymentSchema = Closed({
  ...personMembers,
  position: Text('Position'),
  powers: List(OneOf(powers, 'Power')),
});

export const PowerLimitsSchema = Closed(
  {
    ports: Type.Optional(List(SchedulePort('Port where the power may be used'), 1)),
    entryTypes: Type.Optional(
      List(Coded('^\\d{2}$', 'an entry type of two digits, such as 01', 'Entry type'), 1),
    ),
    maximumEntryValue: Type.Optional(
      Closed(
        {
          amount: Coded('^\\d{1,15}(\\.\\d{1,10})?$', 'a decimal number as text', 'Amount'),
          currency: Coded('^[A-Z]{3}$', 'a currency code', 'Currency, ISO 4217', 'currency'),
        },
        'Highest entered value of one entry',
      ),
    ),
  },
  'Limits',
);

/** A power passed on: by whom, to whom, from which power of attorney or delegation, never more than that one gives. */
export const AuthorityDelegationSchema = Closed({
  number: Text('Number of the delegation'),
  parent: DigestField('Digest of the power of attorney or delegation that is passed on'),
  grantor: IdentifiedPartySchema,
  grantee: IdentifiedPartySchema,
  powers: List(OneOf(powers, 'Power'), 1),
  limits: Type.Optional(PowerLimitsSchema),
  from: DateField('First day of validity'),
  until: Type.Optional(DateField('Last day of validity')),
});

/** A person's own signature under what its organization declares: made with the person's key, which nobody else holds. */
export const FilingSignatureSchema = Closed({
  person: PersonSchema,
  organization: Closed(
    { name: Text('Name of the filer'), did: DidField('Decentralized identifier of the filer') },
    'Filer',
  ),
  statement: LongText('What is signed, in words'),
  declared: DigestField('Digest of what is declared, without the number and the day that filing gives it'),
});

export type Officer = Static<typeof OfficerSchema>;
export type Employment = Static<typeof EmploymentSchema>;
export type AuthorityDelegation = Static<typeof AuthorityDelegationSchema>;
export type FilingSignature = Static<typeof FilingSignatureSchema>;
export type PowerLimits = Static<typeof PowerLimitsSchema>;
