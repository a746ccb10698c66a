import { Decimal, date } from '@portolan/kernel';
import type { ToleranceRow } from '@portolan/traceability';
import { weighing } from './weighing.ts';

const percent = Decimal.of('0.01');

/**
 * How far a weighed lot may lie from the mass that its papers come to. The source speaks of structural shapes; no row was found
 * for heats and other forms, so these agree to the last unit or are remarked.
 */
export const weighedLots: readonly ToleranceRow[] = [
  {
    applies: 'measure',
    commodity: 'steel section',
    share: Decimal.of(weighing.remarked).times(percent).toString(),
    from: date('2000-01-01'),
    source: weighing.source,
    certainty: weighing.certainty,
  },
];
