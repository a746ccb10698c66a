import { type DocumentType, type Evidence, originalOf } from '@portolan/documents';
import { signedOnly } from '../../signed.ts';
import type { TracedDocument, Tracing } from '../../tracing.ts';
import { lossAllowances } from '../facts/policies.ts';
import { oilTables } from '../facts/tables.ts';
import { correctedBy, paperEvents } from './paper-events.ts';

const reads: readonly DocumentType[] = [
  'LiquidProduction',
  'LiquidBlend',
  'MeasurementTicket',
  'PipelineStock',
  'TitleTransfer',
  'CustodyTransfer',
];

/**
 * What the papers of a pipeline say of lots, in barrels at 60 °F: production fills stocks, injections fill batches out of them,
 * blends make one of several, deliveries take out. A border ticket moves nothing: the oil stays with who carries it.
 */
export const tracing: Tracing = { reads, names, eventsOf, tolerances: lossAllowances };

/** A paper depends on no other but the one it corrects. */
function names(evidence: Evidence): readonly string[] {
  if (!reads.includes(evidence.type)) return [];
  const corrected = correctedBy(evidence);
  return [originalOf(evidence), ...(corrected === undefined ? [] : [corrected])];
}

function eventsOf(evidence: readonly Evidence[]): TracedDocument[] {
  const signed = signedOnly(evidence);
  const events = paperEvents(signed, oilTables);
  return signed.map(({ digest, held }) => ({
    digest: held,
    events: events.get(digest)?.events ?? [],
    refusals: events.get(digest)?.refusals ?? [],
  }));
}
