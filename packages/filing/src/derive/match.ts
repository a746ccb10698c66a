import type { CertifiedGood, CommercialInvoiceLine, EvidenceOf, Link, LinkKind } from '@portolan/documents';
import type { CertifiedMatch, GoodsLine, Placed } from './invoice-line.ts';
import { order, type Papers } from './papers.ts';

type Lined = 'PackingList' | 'PurchaseOrder';

/** Every invoice line of the shipment, with what the other documents say about the same goods. */
export function matchLines(papers: Papers, found: readonly Link[]): GoodsLine[] {
  const links = found.filter(({ level }) => level === 'line');
  const lines = papers.invoices.flatMap((invoice) =>
    invoice.document.lines.map((line, at) => ({ invoice, line, pointer: `/lines/${at}` })),
  );
  return lines.map(({ invoice, line, pointer }, index) => {
    const linked = (kind: LinkKind) => otherEnds(links, kind, invoice.digest, pointer);
    return {
      index,
      invoice,
      line,
      pointer,
      packed: placed(papers.packingLists, linked('invoice-packing')),
      ordered: placed(papers.orders, linked('order-invoice')),
      certified: certified(papers.certificates, linked('invoice-certificate')).filter((match) =>
        sameGoods(match.line, line),
      ),
    };
  });
}

interface FarEnd {
  readonly digest: string;
  readonly pointer: string;
  readonly by: string;
}

function otherEnds(links: readonly Link[], kind: LinkKind, digest: string, pointer: string): FarEnd[] {
  const isHere = (end: Link['from']) => end.digest === digest && end.pointer === pointer;
  return links.flatMap(({ kind: found, from, to, by }) => {
    if (found !== kind) return [];
    if (isHere(from)) return [{ ...to, by }];
    return isHere(to) ? [{ ...from, by }] : [];
  });
}

function placed<T extends Lined>(
  items: readonly EvidenceOf<T>[],
  ends: readonly FarEnd[],
): Placed<T, EvidenceOf<T>['document']['lines'][number]>[] {
  return ends.flatMap(({ digest, pointer }) => {
    const item = items.find((candidate) => candidate.digest === digest);
    const line = item?.document.lines[indexOf(pointer)];
    return item && line ? [{ item, pointer, line }] : [];
  });
}

/** Certified goods, the latest certification first: it was made knowing the earlier one. */
function certified(
  items: readonly EvidenceOf<'CertificationOfOrigin'>[],
  ends: readonly FarEnd[],
): CertifiedMatch[] {
  return ends
    .flatMap(({ digest, pointer, by }): CertifiedMatch[] => {
      const item = items.find((candidate) => candidate.digest === digest);
      const line = item?.document.goods[indexOf(pointer)];
      return item && line ? [{ item, pointer, line, by }] : [];
    })
    .sort(
      (a, b) =>
        order(b.item.document.completedOn, a.item.document.completedOn) ||
        order(a.item.digest, b.item.digest) ||
        order(a.pointer, b.pointer),
    );
}

/** A good certified for one lot or one invoice line is not another's, though the tariff number is the same. */
function sameGoods(good: CertifiedGood, line: CommercialInvoiceLine): boolean {
  if (good.invoiceLine !== undefined && good.invoiceLine !== line.number) return false;
  return good.lot === undefined || line.lot === undefined || good.lot === line.lot;
}

function indexOf(pointer: string): number {
  return Number(pointer.split('/')[2]);
}
