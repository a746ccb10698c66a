import { canonicalize } from '@portolan/kernel';
import { sortedByText } from '../compare/order.ts';
import type { Drift, Evidence, Link } from '../evidence.ts';
import { CaseFile } from './case-file.ts';
import { invoicePackingDrift } from './invoice-packing.ts';
import { orderInvoiceDrift } from './order-invoice.ts';
import { transportDrift } from './transport.ts';
import { versionDrift } from './versions.ts';

const rank: Readonly<Record<Drift['severity'], string>> = { refer: '0', warn: '1', info: '2' };

/**
 * Everything that linked documents say differently, gravest first, each in one sentence with both values and the mend.
 * The order in which documents came changes nothing, and copies of one document never drift from each other.
 */
export function findDrift(evidence: readonly Evidence[], links: readonly Link[]): Drift[] {
  const file = new CaseFile(evidence, sortedByText(links, canonicalize));
  const drifts = [
    ...versionDrift(evidence),
    ...orderInvoiceDrift(file),
    ...invoicePackingDrift(file),
    ...transportDrift(file),
  ];
  return sortedByText(drifts, (drift) => rank[drift.severity] + canonicalize(drift));
}
