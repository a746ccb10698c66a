import { type Static, Type } from 'typebox';
import { Closed, Coded, Country, DidField, List, OneOf, Text } from './field.ts';

export const identifierSchemes = [
  'lei',
  'gln',
  'duns',
  'importer-number',
  'mid',
  'scac',
  'tax',
  'gtin-prefix',
  'filer-code',
] as const;

export const PartyIdentifier = Type.Unsafe<{ scheme: (typeof identifierSchemes)[number]; value: string }>({
  ...Closed(
    { scheme: OneOf(identifierSchemes, 'Kind of identifier'), value: Text('Identifier') },
    'Party identifier',
  ),
  format: 'party-identifier',
});

export const Address = Closed(
  {
    street: Type.Optional(Text('Street and number')),
    city: Type.Optional(Text('City')),
    region: Type.Optional(Text('State, province or region')),
    postalCode: Type.Optional(Text('Postal code')),
    country: Country('Country, ISO 3166-1 alpha-2'),
  },
  'Address',
);

export const Contact = Closed(
  {
    name: Type.Optional(Text('Contact person')),
    phone: Type.Optional(Text('Telephone')),
    email: Type.Optional(Coded('^[^@\\s]{1,64}@[^@\\s]{1,255}$', 'an e-mail address', 'E-mail address')),
  },
  'Contact',
);

const members = {
  name: Text('Name of the party'),
  did: Type.Optional(DidField('Decentralized identifier of the party')),
  identifiers: Type.Optional(List(PartyIdentifier)),
  address: Address,
  contact: Type.Optional(Contact),
};

/** A business named on a trade document. */
export const PartySchema = Closed(members, 'Party');

/** The same, where the decentralized identifier is what the document is about. */
export const IdentifiedPartySchema = Closed(
  { ...members, did: DidField('Decentralized identifier of the party') },
  'Party',
);

export type Party = Static<typeof PartySchema>;
export type PartyIdentifierScheme = (typeof identifierSchemes)[number];
