import { type Static, Type } from 'typebox';
import { Closed, DateField, DecimalField, DigestField, Hs6, LongText, OneOf, Text } from './field.ts';
import { PartySchema } from './party.ts';

/**
 * Regional value content of a good, shown above a threshold without its costs: signed by an accredited verifier who
 * examined the producer's worksheet. The digest ties it to that worksheet, which the producer may open to the agency.
 */
export const RegionalValueStatementSchema = Closed({
  agreement: OneOf(['USMCA', 'CAFTA-DR'], 'Trade agreement'),
  number: Text('Number of the statement'),
  verifier: PartySchema,
  producer: PartySchema,
  good: Closed(
    {
      description: LongText('Description of the good'),
      hs6: Hs6('Harmonized System code to six digits'),
      sku: Type.Optional(Text("Producer's item number")),
    },
    'Good',
  ),
  method: OneOf(['TV', 'NC', 'build-up', 'build-down'], 'Method'),
  atLeast: DecimalField('Percentage that the content reaches or exceeds'),
  period: Closed({ from: DateField('First day'), to: DateField('Last day') }, 'Period of production covered'),
  examinedOn: DateField('Day of the examination'),
  worksheet: DigestField('Digest of the worksheet that was examined'),
  statement: LongText("The verifier's statement"),
});

export type RegionalValueStatement = Static<typeof RegionalValueStatementSchema>;
