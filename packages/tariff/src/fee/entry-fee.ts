import type { FeeAmount, TraceStep } from '../duty/trace.ts';

/** Fee of an entry and its part on each line, in the order of the lines; undefined where a line owes none. */
export interface EntryFee {
  readonly total?: FeeAmount;
  readonly lines: readonly (FeeAmount | undefined)[];
  readonly trace: readonly TraceStep[];
}
