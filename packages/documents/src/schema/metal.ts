import { type Static, Type } from 'typebox';
import { Closed, Coded, DecimalField, DidField, DigestField, List, OneOf, Text } from './field.ts';
import { QuantityField } from './value.ts';

/** Fields that the documents of metal goods share. The metal is a name, so that a further one needs no new schema. */

export const MetalName = Coded(
  '^[a-z]{2,30}$',
  'the name of a metal in small letters, such as steel',
  'Metal',
);

/** A moment in UTC; a day is too coarse where a heat is poured, rolled and sent on within one. */
export const InstantField = (description: string) =>
  Coded(
    '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$',
    'a moment in UTC such as 2026-06-12T16:00:00Z',
    description,
    'instant',
  );

export const metalStages = ['melt', 'pour', 'primary-smelt', 'secondary-smelt', 'cast'] as const;
export type MetalStage = (typeof metalStages)[number];

/** Where metal was first liquid, or first solid. What a good may say instead of a country is for the rules. */
export const StageSchema = Closed(
  {
    stage: OneOf(metalStages, 'What was done there'),
    country: Coded(
      '^([A-Z]{2}|OTH|UN)$',
      'a country code of two capital letters, or OTH',
      'Country, ISO 3166-1 alpha-2; OTH where it is not known',
    ),
    place: Type.Optional(Text('Works or town')),
  },
  'Stage',
);

/** Share of an element in percent of the mass, with the digits that the laboratory reports. */
export const ElementSchema = Closed(
  {
    element: Coded('^[A-Z][a-z]?$', 'the symbol of an element, such as Mn', 'Chemical symbol'),
    percent: DecimalField('Percent by mass'),
    analysis: Type.Optional(OneOf(['heat', 'product'], 'Of the liquid heat, or of the finished product')),
  },
  'Element',
);

export const stressUnits = ['MPa', 'N/mm2', 'ksi', 'psi'] as const;
export type StressUnit = (typeof stressUnits)[number];

export const StressField = (description: string) =>
  Closed({ value: DecimalField('Value'), unit: OneOf(stressUnits, 'Unit') }, description);

export const dimensionKinds = [
  'thickness',
  'width',
  'height',
  'length',
  'diameter',
  'outside-diameter',
  'wall',
] as const;
export type DimensionKind = (typeof dimensionKinds)[number];

export const DimensionSchema = Closed(
  { kind: OneOf(dimensionKinds, 'What is measured'), size: QuantityField('Nominal size') },
  'Dimension',
);

/** A heat is known by its mill and the mill's number for it. */
export const HeatReferenceSchema = Closed(
  {
    mill: Text('Decentralized identifier of the mill that poured it, or its name'),
    number: Text('Heat number'),
  },
  'Heat',
);

/** Another certificate that this one builds on or replaces. */
export const CertificateReferenceSchema = Closed(
  {
    number: Text('Number of the certificate'),
    manufacturer: Type.Optional(DidField('Who made it')),
    digest: DigestField('Digest of the signed certificate'),
  },
  'Certificate',
);

export const ChemistrySchema = List(ElementSchema);

export type Stage = Static<typeof StageSchema>;
export type ElementShare = Static<typeof ElementSchema>;
export type Dimension = Static<typeof DimensionSchema>;
export type HeatReference = Static<typeof HeatReferenceSchema>;
export type CertificateReference = Static<typeof CertificateReferenceSchema>;
