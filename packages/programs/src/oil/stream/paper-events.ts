import type { TraceEvent } from '@portolan/traceability';
import type { Signed } from '../../signed.ts';
import type { OilTables } from '../facts/tables.ts';
import { blendEvents, flowId, nothing, type PaperEvents, productionEvents, ticketEvents } from './events.ts';
import { custodyEvents, stockEvents, titleEvents } from './transfer-events.ts';

/** The events of each paper, by its digest. Corrections name the event they replace; the order of papers changes nothing. */
export function paperEvents(signed: readonly Signed[], tables: OilTables): Map<string, PaperEvents> {
  const plain = new Map(signed.map((paper) => [paper.digest, eventsOf(paper, tables)]));
  return new Map(
    signed.map((paper) => {
      const own = plain.get(paper.digest) ?? nothing;
      const corrected = correctedBy(paper);
      return [paper.digest, corrected === undefined ? own : correcting(paper, own, corrected, plain)];
    }),
  );
}

function eventsOf(paper: Signed, tables: OilTables): PaperEvents {
  switch (paper.type) {
    case 'LiquidProduction':
      return productionEvents(paper as Signed<'LiquidProduction'>, tables);
    case 'MeasurementTicket':
      return ticketEvents(paper as Signed<'MeasurementTicket'>, tables);
    case 'LiquidBlend':
      return blendEvents(paper as Signed<'LiquidBlend'>, tables);
    case 'TitleTransfer':
      return titleEvents(paper as Signed<'TitleTransfer'>);
    case 'CustodyTransfer':
      return custodyEvents(paper as Signed<'CustodyTransfer'>);
    case 'PipelineStock':
      return stockEvents(paper as Signed<'PipelineStock'>, tables);
    default:
      return nothing;
  }
}

/** The digest that a paper says it corrects. */
export function correctedBy(paper: Pick<Signed, 'type' | 'document'>): string | undefined {
  const { corrects } = paper.document as { readonly corrects?: { readonly digest: string } };
  return corrects?.digest;
}

/** A correction replaces the event of the paper it names, takes it back where it moves nothing, and stands alone where that moved nothing. */
function correcting(
  paper: Signed,
  own: PaperEvents,
  corrected: string,
  plain: ReadonlyMap<string, PaperEvents>,
): PaperEvents {
  const before = plain.get(corrected);
  if (before && before.events.length === 0) return own;
  const corrects = flowId(corrected);
  const [first, ...rest] = own.events;
  if (first) return { ...own, events: [{ ...first, corrects }, ...rest] };
  if (!before || own.refusals.length > 0) return own;
  const { digest, issuer, knownAt } = paper;
  const event: TraceEvent = { id: flowId(digest), kind: 'void', at: knownAt, knownAt, by: issuer, corrects };
  return { events: [event], refusals: [] };
}
