import type { Threshold } from './trial.ts';

/** That a receipt comes at once, whatever else a program asks; with the program's reason for it. */
export function receiptAtOnce(reason: string): Threshold {
  return {
    measure: 'seconds-to-receipt',
    label: 'Seconds from filing to receipt, median',
    unit: 'seconds',
    baseline: { value: 'not measured', source: 'no public figure was found' },
    direction: 'at-most',
    go: '1',
    stop: '60',
    reason,
  };
}
