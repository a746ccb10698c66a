import { receiptAtOnce } from '../assess/thresholds.ts';
import type { Trial } from '../assess/trial.ts';

/** The trial of legitimacy by consensus: what it must show, fixed before it starts. */
export const trial: Trial = {
  program: 'business-legitimacy',
  title: 'Legitimacy by third-party consensus',
  hypothesis:
    'When independent parties attest what they know of a business and a published policy weighs it, the agency knows whom it deals with from several sources, and no single operator decides.',
  participants: [
    'importers',
    'customs brokers',
    'foreign manufacturers',
    'company registers',
    'banks',
    'identifier issuers',
  ],
  from: '2027-01-04',
  until: '2027-06-30',
  minimumCases: 30,
  thresholds: [receiptAtOnce('Asking who somebody is must not slow a filing.')],
  registers: { legal: [], policy: [] },
};
