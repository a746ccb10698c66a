import { type Static, Type } from 'typebox';
import { Closed, DecimalField, List, OneOf, Text } from './field.ts';
import {
  Commodity,
  CorrectsField,
  DensityField,
  HolderSchema,
  LineReference,
  LotReference,
  PointReference,
  ReadingField,
  Span,
  VolumeField,
} from './liquid.ts';
import { InstantField } from './metal.ts';

export const ticketKinds = ['injection', 'delivery', 'border', 'transfer'] as const;
export type TicketKind = (typeof ticketKinds)[number];

/**
 * What a meter or tank gauge measured between two moments: raw readings and the figures reported from them, side by side.
 * Members as on a run ticket (43 CFR 3174.12); a signed measurement is always taken, and compared with the book.
 */
export const MeasurementTicketSchema = Closed({
  number: Text('Ticket number, once in all time for its operator'),
  kind: OneOf(ticketKinds, 'What was measured'),
  line: LineReference,
  operator: HolderSchema,
  point: PointReference,
  ...Span,
  commodity: Commodity,
  /** The batch that the liquid is of. An injection fills it, a delivery takes from it; at the border it passes. */
  batch: LotReference,
  /** Of an injection: the stock it was taken from. Of a delivery: the stock it went into. */
  stock: Type.Optional(LotReference),
  /** Of an injection: for whom. Of a delivery: to whom. */
  shipper: Type.Optional(HolderSchema),
  readings: Type.Optional(
    Closed(
      {
        /** Totalizer at the beginning and end; a lower end is a rollover of a counter with `rollsAt`. */
        open: Type.Optional(ReadingField('Totalizer or gauge at the beginning')),
        close: Type.Optional(ReadingField('Totalizer or gauge at the end')),
        rollsAt: Type.Optional(DecimalField('First figure that the totalizer cannot show')),
        indicated: Type.Optional(ReadingField('Indicated volume')),
        meterFactor: Type.Optional(DecimalField('Meter factor')),
        temperature: Type.Optional(ReadingField('Average temperature')),
        pressure: Type.Optional(ReadingField('Average gauge pressure')),
        density: Type.Optional(DensityField('Density as observed')),
        sedimentAndWater: Type.Optional(DecimalField('Sediment and water in percent')),
      },
      'Raw readings',
    ),
  ),
  reported: Closed(
    {
      grossStandardVolume: Type.Optional(VolumeField('Gross standard volume')),
      netStandardVolume: VolumeField('Net standard volume'),
      apiGravity60F: Type.Optional(DecimalField('API gravity at 60 degrees Fahrenheit')),
      density15C: Type.Optional(ReadingField('Density at 15 degrees Celsius')),
      sedimentAndWater: Type.Optional(DecimalField('Sediment and water in percent')),
    },
    'Figures as reported',
  ),
  /** Totalizer on the way, so that a change of owner inside the ticket needs no estimate. */
  counts: Type.Optional(
    List(
      Closed({ at: InstantField('When it was read'), total: ReadingField('Totalizer') }, 'Count on the way'),
    ),
  ),
  seals: Type.Optional(List(Text('Seal'))),
  gauger: Type.Optional(Text('Who gauged, for the operator')),
  corrects: CorrectsField(Text('Number of the ticket that is corrected')),
});

export type MeasurementTicket = Static<typeof MeasurementTicketSchema>;
