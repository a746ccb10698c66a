import type { CertifiedGood, CommercialInvoiceLine, EvidenceOf, Link, LinkKind } from '@portolan/documents';
import type { Digest } from '@portolan/kernel';
import type { CertifiedMatch, GoodsLine, Placed } from './invoice-line.ts';
import { order, type Papers } from './papers.ts';

type Lined = 'PackingList' | 'PurchaseOrder';

/** Every invoice line of the shipment (or of the part asked for), with what the other documents say about the same goods. */
export function matchLines(
  papers: Papers,
  found: readonly Link[],
  part?: Readonly<Record<Digest, readonly number[]>>,
): GoodsLine[] {
  const ends = farEnds(found.filter(({ level }) => level === 'line'));
  const [packing, ordering, certifying] = [
    byDigest(papers.packingLists),
    byDigest(papers.orders),
    byDigest(papers.certificates),
  ];
  return linesOf(papers, part).map(({ invoice, line, pointer }, index) => {
    const linked = (kind: LinkKind) => ends.get(`${kind} ${invoice.digest}${pointer}`) ?? [];
    return {
      index,
      invoice,
      line,
      pointer,
      packed: placed(packing, linked('invoice-packing')),
      ordered: placed(ordering, linked('order-invoice')),
      certified: certified(certifying, linked('invoice-certificate')).filter((match) =>
        sameGoods(match.line, line),
      ),
    };
  });
}

function linesOf({ invoices }: Papers, part: Readonly<Record<Digest, readonly number[]>> | undefined) {
  return invoices.flatMap((invoice) => {
    const wanted = part && new Set(part[invoice.digest as Digest] ?? []);
    return invoice.document.lines.flatMap((line, at) =>
      wanted && !wanted.has(at) ? [] : [{ invoice, line, pointer: `/lines/${at}` }],
    );
  });
}

interface FarEnd {
  readonly digest: string;
  readonly pointer: string;
  readonly by: string;
}

/** What lies at the other end of every link, by kind and near end: looked up once for each line, however many there are. */
function farEnds(links: readonly Link[]): ReadonlyMap<string, readonly FarEnd[]> {
  const ends = new Map<string, FarEnd[]>();
  const add = (kind: LinkKind, near: Link['from'], far: Link['from'], by: string) => {
    const key = `${kind} ${near.digest}${near.pointer}`;
    const known = ends.get(key);
    if (known) known.push({ ...far, by });
    else ends.set(key, [{ ...far, by }]);
  };
  for (const { kind, from, to, by } of links) {
    add(kind, from, to, by);
    add(kind, to, from, by);
  }
  return ends;
}

function byDigest<T extends { readonly digest: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.digest, item]));
}

function placed<T extends Lined>(
  items: ReadonlyMap<string, EvidenceOf<T>>,
  ends: readonly FarEnd[],
): Placed<T, EvidenceOf<T>['document']['lines'][number]>[] {
  return ends.flatMap(({ digest, pointer }) => {
    const item = items.get(digest);
    const line = item?.document.lines[indexOf(pointer)];
    return item && line ? [{ item, pointer, line }] : [];
  });
}

/** Certified goods, the latest certification first: it was made knowing the earlier one. */
function certified(
  items: ReadonlyMap<string, EvidenceOf<'CertificationOfOrigin'>>,
  ends: readonly FarEnd[],
): CertifiedMatch[] {
  return ends
    .flatMap(({ digest, pointer, by }): CertifiedMatch[] => {
      const item = items.get(digest);
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
