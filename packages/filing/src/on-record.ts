import type { CommercialInvoiceLine, Evidence } from '@portolan/documents';
import type { Digest } from '@portolan/kernel';
import { identifierKeys } from '@portolan/tariff';
import type { Given, MakerOnRecord, ProductOnRecord, SellerOnRecord } from './derive/desk.ts';
import { MAKER_LIBRARY } from './derive/manufacturer.ts';
import { sortPapers } from './derive/papers.ts';
import { PRODUCT_LIBRARY } from './derive/product.ts';
import { PARTNER_LIBRARY } from './derive/relation.ts';
import type { Entry } from './entry.ts';
import type { EntryLine } from './entry-line.ts';
import type { ProvenanceMap } from './provenance.ts';

type OnRecord = Pick<Given, 'importer' | 'bond' | 'paymentType' | 'makers' | 'sellers' | 'products' | 'part'>;

/**
 * What its filer had on record beside the documents, read back from an entry by the provenance of its fields: with it the entry is
 * derived again to the same bytes. A value that a document gives never comes from here.
 */
export function onRecordOf(entry: Entry, provenance: ProvenanceMap, evidence: readonly Evidence[]): OnRecord {
  const of = (pointer: string) => provenance[pointer];
  const importer = ['name', 'number'].some(
    (member) => of(`/importerOfRecord/${member}`)?.class === 'assigned',
  );
  const makers = entry.lines.flatMap((line, at): MakerOnRecord[] =>
    of(`/lines/${at}/manufacturer/mid`)?.rule === MAKER_LIBRARY ? makerOf(line) : [],
  );
  const sellers = entry.lines.flatMap((line, at): SellerOnRecord[] =>
    of(`/lines/${at}/relatedParties`)?.rule === PARTNER_LIBRARY ? sellerOf(line, evidence) : [],
  );
  const products = entry.lines.flatMap((line, at): ProductOnRecord[] => {
    const rule = of(`/lines/${at}/hts`)?.rule ?? '';
    return rule.startsWith(PRODUCT_LIBRARY)
      ? productOf(line, evidence, rule, of(`/lines/${at}/provisional`)?.class === 'computed')
      : [];
  });
  return {
    ...(importer ? { importer: entry.importerOfRecord } : {}),
    ...(entry.bond && of('/bond')?.class === 'assigned' ? { bond: entry.bond } : {}),
    ...(entry.paymentType && of('/paymentType')?.class === 'assigned'
      ? { paymentType: entry.paymentType }
      : {}),
    ...(makers.length > 0 ? { makers } : {}),
    ...(sellers.length > 0 ? { sellers } : {}),
    ...(products.length > 0 ? { products } : {}),
    ...partOf(entry, provenance, evidence),
  };
}

/** Which lines of its invoices an entry holds, where a shipment was split among several entries. */
function partOf(
  { lines }: Entry,
  provenance: ProvenanceMap,
  evidence: readonly Evidence[],
): Pick<OnRecord, 'part'> {
  const invoiced = sortPapers(evidence).invoices.reduce(
    (sum, { document }) => sum + document.lines.length,
    0,
  );
  if (lines.length >= invoiced) return {};
  const part: Record<Digest, number[]> = {};
  for (const at of lines.keys()) {
    const { document, pointer } = provenance[`/lines/${at}/invoice/line`] ?? {};
    const index = /^\/lines\/(\d+)\//.exec(pointer ?? '')?.[1];
    if (document === undefined || index === undefined) return {};
    part[document as Digest] ??= [];
    part[document as Digest]?.push(Number(index));
  }
  return { part };
}

function makerOf({ manufacturer }: EntryLine): MakerOnRecord[] {
  const { name, did, mid } = manufacturer ?? {};
  return name && mid ? [{ name, mid, ...(did ? { did } : {}) }] : [];
}

function sellerOf({ invoice, relatedParties }: EntryLine, evidence: readonly Evidence[]): SellerOnRecord[] {
  return evidence.flatMap((item) => {
    if (item.type !== 'CommercialInvoice' || item.document.number !== invoice.number) return [];
    const { name, did } = item.document.seller;
    return [{ name, related: relatedParties, ...(did ? { did } : {}) }];
  });
}

function productOf(
  { invoice, hts }: EntryLine,
  evidence: readonly Evidence[],
  rule: string,
  provisional: boolean,
): ProductOnRecord[] {
  const lines = evidence.flatMap((item): CommercialInvoiceLine[] =>
    item.type === 'CommercialInvoice' && item.document.number === invoice.number
      ? item.document.lines.filter(({ number }) => String(number) === String(invoice.line))
      : [],
  );
  return lines.flatMap(({ gtin, sku }) => {
    const keys = identifierKeys({ ...(gtin ? { gtin } : {}), ...(sku ? { sku } : {}) });
    return keys.length > 0 ? [{ keys, hts, provisional, basis: rule.slice(PRODUCT_LIBRARY.length) }] : [];
  });
}
