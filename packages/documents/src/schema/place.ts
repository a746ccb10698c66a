import { type Static, Type } from 'typebox';
import { Closed, Coded, Country, Text } from './field.ts';

/** A port, airport, terminal or town; at least one of its members says which. */
export const PlaceSchema = Closed(
  {
    name: Type.Optional(Text('Name of the place')),
    country: Type.Optional(Country('Country of the place')),
    unlocode: Type.Optional(
      Coded('^[A-Z]{2}[A-Z2-9]{3}$', 'a UN/LOCODE of five characters, such as USLAX', 'UN/LOCODE'),
    ),
    port: Type.Optional(
      Coded('^\\d{4,5}$', 'a port code of Schedule D or K', 'Port, Schedule D (four digits) or K (five)'),
    ),
  },
  'Place',
);

export type Place = Static<typeof PlaceSchema>;
