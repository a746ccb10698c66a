import { plainNumber } from '../compare/number.ts';
import type { ArrivalNotice } from '../schema/arrival-notice.ts';
import type { Place } from '../schema/place.ts';
import type { TransportEvent, TransportEventKind, TransportStatus } from '../schema/transport-status.ts';
import type { Edges } from './edges.ts';
import type { Filing } from './filings.ts';
import { HashIndex } from './hash-index.ts';
import type { Paper } from './paper.ts';

/** Events after which goods are where they were sent. */
export const arrivedKinds: ReadonlySet<TransportEventKind> = new Set([
  'arrived',
  'unloaded',
  'customs-released',
  'available',
  'gate-out',
  'out-for-delivery',
  'delivered',
  'received',
]);

/**
 * Nodes whose goods have arrived: transport documents and despatch advices that an actual event, an arrival notice with an
 * actual date or a release speaks of. A call at another port than that of unlading is no arrival.
 */
export function arrivedNodes(
  papers: readonly Paper[],
  filings: readonly Filing[],
  edges: Edges,
): Set<string> {
  const arrived = new Set<string>();
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const transports = papers.filter(({ stage }) => stage === 'transport');
  const numbered = new HashIndex(transports, ({ number }) => [plainNumber(number)]);
  for (const paper of papers) {
    if (paper.stage === 'arrival' && (paper.item.document as ArrivalNotice).certainty === 'actual')
      for (const node of edges.before(paper.id)) arrived.add(node);
    if (paper.stage !== 'status') continue;
    for (const event of (paper.item.document as TransportStatus).events)
      for (const node of reachedBy(event, paper, edges, numbered, byId)) arrived.add(node);
  }
  for (const { releasedOn, records } of filings)
    if (releasedOn)
      for (const { transportDocuments = [] } of records)
        for (const number of transportDocuments)
          for (const { id } of numbered.get(plainNumber(number))) arrived.add(id);
  return arrived;
}

function reachedBy(
  event: TransportEvent,
  paper: Paper,
  edges: Edges,
  numbered: HashIndex<Paper>,
  byId: ReadonlyMap<string, Paper>,
): string[] {
  if (event.certainty !== 'actual' || !arrivedKinds.has(event.kind)) return [];
  const own = (event.transportDocuments ?? []).flatMap((number) => numbered.get(plainNumber(number)));
  const before = edges.before(paper.id).flatMap((node) => byId.get(node) ?? []);
  const meant =
    own.length > 0 ? own : before.filter(({ stage }) => stage === 'transport' || stage === 'despatch');
  return meant.filter((node) => isDestination(event.place, node)).map(({ id }) => id);
}

/** Without a port on both sides nothing says that the event is not at the end of the voyage. */
function isDestination(place: Place | undefined, { item }: Paper): boolean {
  const { placeOfUnlading } = item.document as { placeOfUnlading?: Place };
  if (!place?.unlocode || !placeOfUnlading?.unlocode) return true;
  return place.unlocode === placeOfUnlading.unlocode;
}
