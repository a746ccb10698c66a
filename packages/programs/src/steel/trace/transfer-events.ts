import { type Signed, signedOf } from './signed.ts';
import { eventId } from './trace-events.ts';

/** Lots that certificates and records speak of; an invoice for other goods moves nothing here. */
function metalLots(signed: readonly Signed[]): Set<string> {
  return new Set([
    ...signedOf(signed, 'MillTestReport').flatMap(({ document }) => document.items.map(({ lot }) => lot)),
    ...signedOf(signed, 'ProcessingRecord').flatMap(({ document }) => document.outputs.map(({ lot }) => lot)),
  ]);
}

/** An invoice of the seller passes title of the lots it names; a carrier's bill for that invoice takes them into custody. */
export function transferEvents(signed: readonly Signed[]): { item: Signed; events: object[] }[] {
  const lots = metalLots(signed);
  const invoices = signedOf(signed, 'CommercialInvoice');
  const named = (numbers: readonly string[]) =>
    invoices
      .filter(({ document }) => numbers.includes(document.number))
      .flatMap(({ document }) => document.lines.flatMap(({ lot }) => (lot && lots.has(lot) ? [lot] : [])));
  return [
    ...invoices.map((item) => {
      const { buyer, number, seller } = item.document;
      const own = seller.did === item.issuer;
      return { item, events: own ? moves(item, 'title', named([number]), item.issuer, buyer.did) : [] };
    }),
    ...signedOf(signed, 'BillOfLading').map((item) => {
      const { carrier, invoiceNumbers = [], shipper } = item.document;
      const own = carrier.did === item.issuer;
      return {
        item,
        events: own ? moves(item, 'custody', named(invoiceNumbers), shipper.did, item.issuer) : [],
      };
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
  if (from === undefined || to === undefined || from === to) return [];
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
