import type { TracePolicy } from '@portolan/traceability';
import { tracings } from './queue.ts';

/** What the ledgers of this node tolerate: the rows of its programs, each with its days, source and certainty. */
export const ledgerPolicy: TracePolicy = {
  tolerances: tracings.flatMap(({ tolerances }) => tolerances ?? []),
};
