import { receiptAtOnce } from '../assess/thresholds.ts';
import type { Trial } from '../assess/trial.ts';

/** The trial of oil from spigot to importation: what it must show, fixed before it starts. */
export const trial: Trial = {
  program: 'oil',
  title: 'Oil by pipeline: owner, origin and volume known at the meter',
  hypothesis:
    'When tickets, transfers of title and blends are signed at their source, the owner at the crossing and the free-trade status of every barrel are known day by day without any party showing its deals to another.',
  participants: ['producers', 'pipeline operators', 'shippers and traders', 'refiners', 'customs brokers'],
  from: '2027-01-04',
  until: '2027-06-30',
  minimumCases: 30,
  thresholds: [receiptAtOnce('Tickets must not slow a line.')],
  registers: { legal: [], policy: [] },
};
