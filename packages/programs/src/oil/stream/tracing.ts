import type { TracedDocument, Tracing } from '../../tracing.ts';

/** What the papers of a pipeline say of lots. */
export const tracing: Tracing = {
  reads: [
    'LiquidProduction',
    'LiquidBlend',
    'MeasurementTicket',
    'PipelineStock',
    'TitleTransfer',
    'CustodyTransfer',
  ],
  names: () => [],
  eventsOf: (): TracedDocument[] => [],
};
