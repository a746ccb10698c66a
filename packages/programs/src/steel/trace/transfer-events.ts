import { type Signed, signedOf } from './signed.ts';
import { eventId } from './trace-events.ts';

/** Lots that certificates and records speak of; an invoice for other goods moves nothing here. */
function metalLots(signed: readonly Signed[]): Set<string> {
  return new Set([
    ...signedOf(signed, 'MillTestReport').flatMap(({ document }) => document.items.map(({ lot }) => lot)),
    ...signedOf(signed, 'ProcessingRecord').flatMap(({ document }) => document.outputs.map(({ lot }) => lot)),
  ]);
}

/**
 * An invoice of the seller passes title of the lots it names to the buyer; a packing list of the shipper passes custody to the
 * consignee. Who gives must have signed: a carrier's bill of lading is not the shipper's word, so it moves nothing.
 */
export function transferEvents(signed: readonly Signed[]): { item: Signed; events: object[] }[] {
  const lots = metalLots(signed);
  const named = (lines: readonly { readonly lot?: string }[]) =>
    lines.flatMap(({ lot }) => (lot !== undefined && lots.has(lot) ? [lot] : []));
  return [
    ...signedOf(signed, 'CommercialInvoice').map((item) => {
      const { buyer, lines, seller } = item.document;
      return { item, events: moves(item, 'title', named(lines), seller.did, buyer.did) };
    }),
    ...signedOf(signed, 'PackingList').map((item) => {
      const { consignee, lines, shipper } = item.document;
      return { item, events: moves(item, 'custody', named(lines), shipper.did, consignee.did) };
    }),
  ];
}

function moves(
  { digest, issuer, knownAt }: Signed,
  kind: 'title' | 'custody',
  lots: readonly string[],
  from: string | undefined,
  to: string | undefined,
): object[] {
  if (from !== issuer || to === undefined || from === to) return [];
  return [...new Set(lots)].map((lot) => ({
    id: eventId(digest, `${kind} ${lot}`),
    kind,
    at: knownAt,
    knownAt,
    by: issuer,
    lot,
    from,
    to,
  }));
}
