import type {
  CertifiedGood,
  CommercialInvoiceLine,
  EvidenceOf,
  PackingListLine,
  PurchaseOrderLine,
} from '@portolan/documents';
import type { LinePart } from './part.ts';

/** One invoice line with the lines of other documents that speak of the same goods. */
export interface GoodsLine {
  /** Position in the entry, from 0. */
  readonly index: number;
  readonly invoice: EvidenceOf<'CommercialInvoice'>;
  readonly line: CommercialInvoiceLine;
  readonly pointer: string;
  readonly packed: readonly Placed<'PackingList', PackingListLine>[];
  readonly ordered: readonly Placed<'PurchaseOrder', PurchaseOrderLine>[];
  /** Certified goods that cover this line, best match first. */
  readonly certified: readonly CertifiedMatch[];
  /** Where the entry takes a part of the line only. */
  readonly part?: LinePart;
}

/** A line of a document and where it stands. */
export interface Placed<T extends 'PackingList' | 'PurchaseOrder' | 'CertificationOfOrigin', L> {
  readonly item: EvidenceOf<T>;
  readonly pointer: string;
  readonly line: L;
}

export interface CertifiedMatch extends Placed<'CertificationOfOrigin', CertifiedGood> {
  /** Why the good and the invoice line are taken to be the same. */
  readonly by: string;
}
