import { type Static, Type } from 'typebox';
import { Closed, Coded, Country, DateField, DecimalField, List, OneOf, SchedulePort, Text } from './field.ts';
import { Commodity, HolderSchema, LineReference, PointReference, VolumeField } from './liquid.ts';

export const pointKinds = ['receipt', 'delivery', 'border', 'tank', 'blend', 'interconnect'] as const;
export type PointKind = (typeof pointKinds)[number];

const Degrees = (description: string) => DecimalField(`${description}, decimal degrees`);

/** What its operator says a line is: its points in the order of flow, where it crosses, and by which clock its days run. */
export const PipelineProfileSchema = Closed({
  number: Text('Number of this profile'),
  line: LineReference,
  name: Text('Name of the line'),
  operator: HolderSchema,
  commodities: List(Commodity, 1),
  validFrom: DateField('First day of this profile'),
  validUntil: Type.Optional(DateField('Last day of this profile')),
  zone: Coded(
    '^[A-Za-z]+(/[A-Za-z0-9_+-]+){1,2}$',
    'a time zone such as America/Chicago',
    'Zone of the border meter, IANA',
    'zone',
  ),
  /** Hour at which the day of the meter begins, by the clock of the zone. */
  dayBegins: Coded(
    '^([01]\\d|2[0-3]):[0-5]\\d$',
    'an hour such as 00:00 or 07:00',
    'When the day of the meter begins',
  ),
  points: List(
    Closed(
      {
        id: PointReference,
        name: Text('Name'),
        kind: OneOf(pointKinds, 'What it is'),
        country: Country('Country'),
        place: Type.Optional(Text('Nearest town')),
        latitude: Type.Optional(Degrees('Latitude')),
        longitude: Type.Optional(Degrees('Longitude')),
        /** Of a border meter: where the goods are entered. */
        port: Type.Optional(SchedulePort('Port of entry, Schedule D')),
        /** Capacity of the line or tank up to the next point. */
        capacity: Type.Optional(VolumeField('Capacity')),
      },
      'Point',
    ),
    1,
  ),
  /** Loss or gain within which the operator's tariff lets a balance close, in percent of what came in. */
  lossAllowance: Type.Optional(DecimalField('Loss allowance in percent')),
});

export type PipelineProfile = Static<typeof PipelineProfileSchema>;
