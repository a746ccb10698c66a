import { Closed, Coded, DateField, List, OneOf, Text } from '@portolan/documents';
import { type Static, Type } from 'typebox';
import { ControllerSchema, entityStates, organizationMembers, SuccessorSchema } from './common.ts';

/** A company register: the organization exists, since when, in which state, under whose control. */
export const BusinessRegistrationSchema = Closed({
  ...organizationMembers,
  register: Closed({ name: Text('Register'), number: Text('Number in the register') }, 'Register entry'),
  legalForm: Type.Optional(Text('Legal form')),
  registeredOn: DateField('Day of registration'),
  state: OneOf(entityStates, 'State of the organization'),
  stateSince: Type.Optional(DateField('Day since when it is in this state')),
  successor: Type.Optional(SuccessorSchema),
  controllers: Type.Optional(List(ControllerSchema)),
  controlChangedOn: Type.Optional(DateField('Day of the last change of control')),
});

/** A tax authority: a number is assigned, and the taxpayer is registered. */
export const TaxRegistrationSchema = Closed({
  ...organizationMembers,
  taxNumber: Text('Tax number'),
  country: Coded(
    '^[A-Z]{2}$',
    'a country code of two capital letters, such as MX',
    'Country of the tax number',
  ),
  registeredOn: DateField('Day of registration'),
  state: OneOf(['registered', 'suspended', 'deregistered'], 'State of the registration'),
});

/** A bank: the organization holds an account there. The account's number is nobody's business. */
export const BankAccountHolderSchema = Closed({
  ...organizationMembers,
  accountSince: DateField('Day of the opening of the oldest account'),
  country: Coded('^[A-Z]{2}$', 'a country code of two capital letters, such as MX', 'Country of the account'),
});

/** States of an LEI registration (GLEIF, Common Data File format for LEI records). */
export const leiStates = [
  'ISSUED',
  'LAPSED',
  'MERGED',
  'RETIRED',
  'ANNULLED',
  'CANCELLED',
  'PENDING_TRANSFER',
] as const;

/** An LEI issuer: the record of a legal entity identifier (ISO 17442). */
export const LeiRecordSchema = Closed({
  ...organizationMembers,
  lei: Coded('^[0-9A-Z]{18}\\d{2}$', 'an LEI of 20 characters', 'Legal entity identifier'),
  registrationStatus: OneOf(leiStates, 'State of the registration'),
  entityStatus: OneOf(['ACTIVE', 'INACTIVE'], 'State of the entity'),
  nextRenewalOn: DateField('Day by which the registration has to be renewed'),
  successor: Type.Optional(SuccessorSchema),
  controllers: Type.Optional(List(ControllerSchema)),
});

/** A GS1 member organization: a company prefix is licensed, and with it location numbers. */
export const Gs1LicenceSchema = Closed({
  ...organizationMembers,
  companyPrefix: Coded('^\\d{4,12}$', '4 to 12 digits', 'GS1 company prefix'),
  gln: Type.Optional(Coded('^\\d{13}$', '13 digits', 'Global location number of the licensee')),
  state: OneOf(['active', 'inactive'], 'State of the licence'),
});

/** A customs administration: membership of CTPAT, or status of authorized economic operator elsewhere. */
export const TrustedTraderSchema = Closed({
  ...organizationMembers,
  programme: OneOf(['CTPAT', 'AEO'], 'Programme'),
  account: Text('Account number of the member'),
  tier: Type.Optional(OneOf(['Certified', 'Validated', 'Exceeding'], 'Tier')),
  lastValidationOn: Type.Optional(DateField('Day of the last validation visit')),
  state: OneOf(['active', 'suspended', 'removed'], 'State of the membership'),
  recognizedUnder: Type.Optional(Text('Arrangement of mutual recognition that stands in for a visit')),
});

/** A chamber of commerce: membership. */
export const ChamberMembershipSchema = Closed({
  ...organizationMembers,
  chamber: Text('Chamber'),
  memberSince: DateField('First day of membership'),
});

/** Somebody who trades with the organization. */
export const TradeReferenceSchema = Closed({
  ...organizationMembers,
  relation: OneOf(
    ['customer', 'supplier', 'carrier', 'broker'],
    'What the organization is to the one who attests',
  ),
  tradingSince: DateField('First day of business together'),
  transactions: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 9_999_999, description: 'Deals in the last twelve months' }),
  ),
});

/** Who controls an organization, said by a register or by the organization itself. */
export const OwnershipStatementSchema = Closed({
  ...organizationMembers,
  controllers: List(ControllerSchema, 1),
  controlChangedOn: Type.Optional(DateField('Day of the last change of control')),
});

export type BusinessRegistration = Static<typeof BusinessRegistrationSchema>;
export type TaxRegistration = Static<typeof TaxRegistrationSchema>;
export type LeiRecord = Static<typeof LeiRecordSchema>;
export type Gs1Licence = Static<typeof Gs1LicenceSchema>;
export type TrustedTrader = Static<typeof TrustedTraderSchema>;
export type Controller = Static<typeof ControllerSchema>;
