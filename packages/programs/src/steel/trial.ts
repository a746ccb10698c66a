import { receiptAtOnce } from '../assess/thresholds.ts';
import type { Trial } from '../assess/trial.ts';

/** The trial of signed mill test reports: what it must show, fixed before it starts. */
export const trial: Trial = {
  program: 'steel',
  title: 'Mill test reports signed at the time of production',
  hypothesis:
    'When a mill signs the heat and its certificate as the goods are made, altered and re-used certificates are found before release, and melt and pour is known from the furnace and not from a form.',
  participants: [
    'foreign mills',
    'service centres',
    'importers',
    'customs brokers',
    'carriers',
    'licence office',
  ],
  from: '2027-01-04',
  until: '2027-06-30',
  minimumCases: 30,
  thresholds: [receiptAtOnce('Certificates must not slow a filing.')],
  registers: { legal: [], policy: [] },
};
