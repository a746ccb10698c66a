import { type Static, type TSchema, Type } from 'typebox';
import { Closed, Coded, Country, DecimalField, DidField, DigestField, OneOf, Text } from './field.ts';
import { InstantField } from './metal.ts';

/** Fields that the papers of a pipeline share. The commodity is a name, so that a further liquid needs no new schema. */

export const Commodity = Coded(
  '^[a-z][a-z0-9-]{1,39}$',
  'the name of a liquid in small letters, such as crude-oil',
  'Commodity',
);

export const liquidRoles = ['crude', 'diluent', 'product'] as const;
/** What a liquid is in a blend: diluent of unknown origin may be disregarded, crude never. */
export type LiquidRole = (typeof liquidRoles)[number];
export const RoleField = OneOf(liquidRoles, 'What it is in a blend');

export const volumeBases = ['60F', '15C', '20C'] as const;
export type VolumeBase = (typeof volumeBases)[number];

const VolumeUnit = Coded(
  '^[A-Z0-9]{2,3}$',
  'a unit of volume by UNECE Recommendation 20, such as BLL or MTQ',
  'Unit',
);

/** A net or gross standard volume. Without the temperature it is stated at a volume says nothing. */
export const VolumeField = (description: string) =>
  Type.Unsafe<{ value: string; unit: string; base: VolumeBase }>({
    ...Closed(
      { value: DecimalField('Volume'), unit: VolumeUnit, base: OneOf(volumeBases, 'Base temperature') },
      description,
    ),
    format: 'volume',
  });

/** A figure as an instrument shows it, with its unit; may be below zero. */
export const ReadingField = (description: string) =>
  Closed(
    { value: DecimalField('Value'), unit: Coded('^[A-Z0-9]{2,3}$', 'a unit code', 'Unit') },
    description,
  );

export const densityKinds = ['density', 'relative-density', 'api-gravity'] as const;

/** How heavy the liquid is, and at which temperature and pressure that is stated. */
export const DensityField = (description: string) =>
  Closed(
    {
      kind: OneOf(densityKinds, 'What is stated'),
      value: DecimalField('Value; density in kilograms a cubic metre'),
      at: Closed(
        {
          temperature: ReadingField('Temperature'),
          pressure: Type.Optional(ReadingField('Gauge pressure')),
        },
        'Conditions',
      ),
    },
    description,
  );

/** One part of what a volume is made of. Without a country the origin is not known. */
export const OriginPartSchema = Closed(
  {
    country: Type.Optional(Country('Country of origin')),
    role: RoleField,
    percent: DecimalField('Share of the volume in percent'),
  },
  'Part of the volume',
);

/** A meter, tank, terminal or well, by a name that is the same for everyone. */
export const PointReference = Text('Meter, tank, terminal or facility');
export const LineReference = Text('Pipeline, by a name that is the same for everyone');
export const LotReference = Text('Batch, tank or facility stock, by a name that is the same for everyone');

/** Another paper that this one corrects. Both are kept. */
export const CorrectsField = <T extends TSchema>(number: T) =>
  Type.Optional(
    Closed(
      { number, digest: DigestField('Digest of the paper that is corrected'), reason: Text('Why') },
      'What this corrects',
    ),
  );

/** A business of the line: who it is matters by its identifier, where it has one. */
export const HolderSchema = Closed(
  { name: Text('Name of the party'), did: DidField('Decentralized identifier of the party') },
  'Party',
);

export const Span = {
  from: InstantField('When it began'),
  to: InstantField('When it ended'),
};

export type Holder = Static<typeof HolderSchema>;
export type Volume = Static<ReturnType<typeof VolumeField>>;
export type DensityReading = Static<ReturnType<typeof DensityField>>;
export type OriginPart = Static<typeof OriginPartSchema>;
