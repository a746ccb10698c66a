import { type Static, Type } from 'typebox';
import {
  Closed,
  Country,
  DateField,
  DecimalField,
  HsCode,
  List,
  OneOf,
  SchedulePort,
  Text,
} from './field.ts';
import {
  Commodity,
  CorrectsField,
  HolderSchema,
  LineReference,
  LotReference,
  PointReference,
  VolumeField,
} from './liquid.ts';
import { MonthField } from './pipeline-nomination.ts';

/**
 * What crossed at a border meter in a month, day by day and batch by batch; in advance as expected, afterwards as measured. Given
 * to an owner it lists that owner's days alone, and is the transport document that the goods are entered under.
 */
export const PipelineManifestSchema = Closed({
  number: Text('Number of the manifest'),
  line: LineReference,
  operator: HolderSchema,
  point: PointReference,
  month: MonthField('Month'),
  state: OneOf(['advance', 'measured'], 'Expected or measured'),
  portOfEntry: SchedulePort('Port of entry, Schedule D'),
  exportCountry: Country('Country it came out of'),
  scac: Type.Optional(Text('Carrier code of the operator')),
  invoiceNumbers: Type.Optional(List(Text('Invoice number'))),
  days: List(
    Closed(
      {
        day: DateField('Day of the meter'),
        batch: LotReference,
        owner: HolderSchema,
        commodity: Commodity,
        volume: VolumeField('Net standard volume'),
        apiGravity60F: Type.Optional(DecimalField('API gravity at 60 degrees Fahrenheit')),
        originCountry: Type.Optional(Country('Country of origin')),
        hts: Type.Optional(HsCode('Tariff number')),
      },
      'Crossing',
    ),
    1,
  ),
  corrects: CorrectsField(Text('Number of the manifest that is corrected')),
});

export type PipelineManifest = Static<typeof PipelineManifestSchema>;
