import { Closed, Coded, DateField, IdentifiedPartySchema, List, OneOf, Text } from '@portolan/documents';
import { Type } from 'typebox';

export const checkedThings = [
  'existence',
  'name',
  'address',
  'identifier',
  'control',
  'activity',
  'account',
  'tax-status',
  'security-profile',
  'authority',
] as const;

export const checkMethods = [
  'own-records',
  'register-extract',
  'document-seen',
  'account-history',
  'site-visit',
  'in-person',
  'remote-video',
  'self-declared',
] as const;
export type CheckMethod = (typeof checkMethods)[number];

/** One thing that the attester looked at, how and when: an attestation that does not say so is worth nothing. */
export const CheckSchema = Closed(
  {
    what: OneOf(checkedThings, 'What was checked'),
    how: OneOf(checkMethods, 'How it was checked'),
    on: DateField('Day of the check'),
    reference: Type.Optional(Text('Number of the extract, visit report or file')),
  },
  'Check',
);

/** Whoever controls an organization: another organization or a person, with its share where it is known. */
export const ControllerSchema = Closed(
  {
    name: Text('Name of the owner'),
    did: Type.Optional(
      Coded(
        '^did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,400}$',
        'a decentralized identifier that begins with did:',
        'Decentralized identifier of the owner',
      ),
    ),
    lei: Type.Optional(Coded('^[0-9A-Z]{18}\\d{2}$', 'an LEI of 20 characters', 'LEI of the owner')),
    reference: Type.Optional(Text('Register and number under which the owner is known')),
    sharePercent: Type.Integer({
      minimum: 0,
      maximum: 100,
      description: 'Share of votes or capital, whole percent',
    }),
  },
  'Controller',
);

/** What every attestation about an organization says. */
export const organizationMembers = {
  organization: IdentifiedPartySchema,
  checks: List(CheckSchema, 1),
  from: DateField('First day for which it is said'),
  until: Type.Optional(DateField('Last day for which it is said')),
};

export const entityStates = ['active', 'dissolved', 'merged', 'in-liquidation'] as const;
export type EntityState = (typeof entityStates)[number];

/** The organization that took over, where one did. */
export const SuccessorSchema = Closed(
  {
    name: Text('Name of the successor'),
    did: Type.Optional(Text('Decentralized identifier of the successor')),
  },
  'Successor',
);
