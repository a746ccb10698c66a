import { type Static, Type } from 'typebox';
import { Closed, Country, DidField, List, Text } from './field.ts';
import { Contact, PartyIdentifier } from './party.ts';

/**
 * A business as transport papers and messages name it: by name or identifier, often without an address. Who is named so
 * on an order or invoice must give more (see PartySchema), since an entry rests on those.
 */
export const NamedPartySchema = Closed(
  {
    name: Text('Name of the party'),
    did: Type.Optional(DidField('Decentralized identifier of the party')),
    identifiers: Type.Optional(List(PartyIdentifier)),
    address: Type.Optional(
      Closed(
        {
          street: Type.Optional(Text('Street and number')),
          city: Type.Optional(Text('City')),
          region: Type.Optional(Text('State, province or region')),
          postalCode: Type.Optional(Text('Postal code')),
          country: Type.Optional(Country('Country, ISO 3166-1 alpha-2')),
        },
        'Address',
      ),
    ),
    contact: Type.Optional(Contact),
  },
  'Party',
);

export type NamedParty = Static<typeof NamedPartySchema>;
