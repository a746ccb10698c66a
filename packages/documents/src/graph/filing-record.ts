import { type Static, Type } from 'typebox';
import { LinkEndSchema } from '../evidence.ts';
import { Closed, DateField, DigestField, List, OneOf, Text } from '../schema/field.ts';
import { QuantityField } from '../schema/value.ts';

/** What is filed with customs about goods, and what customs does with it. */
export const filingStages = [
  'entry',
  'release',
  'summary',
  'amendment',
  'correction',
  'liquidation',
] as const;

export const FiledLineSchema = Closed(
  {
    number: Text('Line number'),
    evidence: List(LinkEndSchema),
    quantity: Type.Optional(QuantityField('Quantity entered, when it is not all of the invoice lines named')),
  },
  'Line filed',
);

/**
 * One filing as the graph needs it: the entry (3461), its release, the summary (7501), an amendment before and a correction
 * after summary, the liquidation. `evidence` of a line names the invoice lines that it enters. Of one entry number the
 * latest record that has lines counts: a summary takes the place of its entry, a correction that of its summary.
 */
export const FilingRecordSchema = Closed(
  {
    id: Text('Name of the record, unlike that of any other'),
    stage: OneOf(filingStages, 'What it is'),
    entryNumber: Text('Entry number'),
    date: DateField('Day it was filed or decided'),
    transportDocuments: Type.Optional(List(Text('Transport document number'))),
    invoices: Type.Optional(List(DigestField('Digest of an invoice that the filing rests on'))),
    lines: Type.Optional(List(FiledLineSchema)),
  },
  'Filing',
);

export type FilingRecord = Static<typeof FilingRecordSchema>;
export type FiledLine = Static<typeof FiledLineSchema>;
export type FilingStage = (typeof filingStages)[number];
