import { receiptAtOnce } from '../assess/thresholds.ts';
import type { Trial } from '../assess/trial.ts';

/** The trial of entries derived from the order on: what it must show, fixed before it starts. */
export const trial: Trial = {
  program: 'order-to-entry',
  title: 'From purchase order to entry in every mode',
  hypothesis:
    'When entry and advance data are derived from the papers of the order, nothing is keyed twice, and what papers say differently is found before the goods arrive.',
  participants: ['buyers', 'sellers', 'consolidators and carriers', 'customs brokers'],
  from: '2027-01-04',
  until: '2027-06-30',
  minimumCases: 30,
  thresholds: [receiptAtOnce('Deriving an entry must not slow a filing.')],
  registers: { legal: [], policy: [] },
};
