import { type Static, Type } from 'typebox';
import { Closed, Coded, DateField, List, OneOf, Text } from './field.ts';
import { IdentifiedPartySchema } from './party.ts';

export const organizationRoles = ['importer', 'exporter', 'producer', 'broker', 'carrier', 'agency'] as const;

/** Who an organization is and which roles it really has, said by a registry or another accredited party. */
export const OrganizationIdentitySchema = Closed({
  organization: IdentifiedPartySchema,
  roles: List(OneOf(organizationRoles, 'Role'), 1),
  registry: Closed({ name: Text('Registry'), number: Text('Number in the registry') }, 'Registry entry'),
  from: DateField('First day of validity'),
  until: Type.Optional(DateField('Last day of validity')),
  goods: Type.Optional(
    List(
      Coded(
        '^(\\d{2}|\\d{4}|\\d{6})$',
        'an HS chapter, heading or subheading of 2, 4 or 6 digits',
        'Goods that it makes',
      ),
    ),
  ),
});

export type OrganizationIdentity = Static<typeof OrganizationIdentitySchema>;
export type OrganizationRole = (typeof organizationRoles)[number];
