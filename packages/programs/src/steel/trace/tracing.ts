import { type Evidence, originalOf } from '@portolan/documents';
import type { TracedDocument, Tracing } from '../../tracing.ts';
import { weighedLots } from '../facts/weighed-lots.ts';
import { signedOnly } from './signed.ts';
import { traceEventsOf } from './trace-events.ts';

/** What heats, certificates, processing records, invoices and packing lists say of lots of metal. */
export const tracing: Tracing = {
  reads: ['Heat', 'MillTestReport', 'ProcessingRecord', 'CommercialInvoice', 'PackingList'],
  names,
  eventsOf,
  tolerances: weighedLots,
};

/** A certificate belongs to the record that made its lots and to the certificate it replaces; a sale to the lots it names. */
function names(evidence: Evidence): readonly string[] {
  const { type, document } = evidence;
  const digest = originalOf(evidence);
  switch (type) {
    case 'MillTestReport': {
      const { items, supersedes } = document;
      return [digest, ...(supersedes ? [supersedes.certificate.digest] : []), ...items.map(({ lot }) => lot)];
    }
    case 'ProcessingRecord':
      return document.outputs.map(({ lot }) => lot);
    case 'CommercialInvoice':
    case 'PackingList':
      return document.lines.flatMap(({ lot }) => lot ?? []);
    case 'Heat':
      return [digest];
    default:
      return [];
  }
}

function eventsOf(evidence: readonly Evidence[]): TracedDocument[] {
  const signed = signedOnly(evidence);
  const { events, refused } = traceEventsOf(signed);
  return signed.map(({ digest, held }) => ({
    digest: held,
    // Events are named after their document.
    events: events.filter(({ id }) => id.startsWith(`${digest}#`)),
    refusals: refused.get(digest) ?? [],
  }));
}
