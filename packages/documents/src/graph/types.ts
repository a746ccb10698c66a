import type { Quantity } from '@portolan/kernel';
import type { DocumentType } from '../schema/document.ts';
import type { FilingStage } from './filing-record.ts';
import type { OrderStage } from './stage.ts';

/** A document or a filing as a node of the graph. */
export interface GraphNode {
  /** The digest of the evidence, or the id of the filing. */
  readonly id: string;
  readonly stage: OrderStage;
  readonly type: DocumentType | FilingStage;
  readonly number: string;
  /** Whose document it is, as it names them. */
  readonly author?: string;
  readonly date?: string;
  readonly lines: number;
  /** Digests of copies and other versions of the same document, which are not counted. */
  readonly others?: readonly string[];
}

/** A node, or one line of it by its JSON pointer. */
export interface GraphEnd {
  readonly node: string;
  readonly line?: string;
}

/** Stated: one paper gives the number of the other. Matched: both carry the same item. Inferred: nothing speaks against it. */
export type EdgeStrength = 'stated' | 'matched' | 'inferred';

/** Two nodes, or two lines, that speak of the same goods; from the earlier station to the later one. */
export interface GraphEdge {
  readonly from: GraphEnd;
  readonly to: GraphEnd;
  readonly by: string;
  readonly strength: EdgeStrength;
  /** How much of the earlier line the later one speaks of, in the unit of the later one. */
  readonly quantity?: Quantity;
}

/** Sums of one order line, as decimal text in the unit of the order line. Exact: nothing is rounded but a conversion. */
export interface LineSums {
  readonly ordered: string;
  readonly confirmed: string;
  /** With credit notes taken off and debit notes added. */
  readonly invoiced: string;
  readonly packed: string;
  readonly shipped: string;
  readonly arrived: string;
  readonly entered: string;
  /** Ordered and not yet entered; never below zero. */
  readonly open: string;
}

/** What is ordered now, after all changes, and how far each part of it has come. */
export interface OrderLineState {
  readonly order: string;
  /** JSON pointer of the line, into the order or into the change that added it. */
  readonly line: GraphEnd;
  readonly number: string;
  readonly description: string;
  readonly unit: string;
  readonly cancelled: boolean;
  readonly sums: LineSums;
  /** Quantities of later papers that cannot be told in the unit of the order: they are in none of the sums. */
  readonly unlike: readonly UnlikeQuantity[];
}

export interface UnlikeQuantity {
  readonly at: GraphEnd;
  readonly quantity: Quantity;
}

/** How far an order has come as a whole: the station that all, or only some, of its lines have reached. */
export type OrderStanding =
  | 'cancelled'
  | 'ordered'
  | 'confirmed'
  | 'invoiced'
  | 'part-shipped'
  | 'shipped'
  | 'part-arrived'
  | 'arrived'
  | 'part-entered'
  | 'entered';

export interface OrderState {
  readonly order: string;
  readonly number: string;
  readonly buyer: string;
  readonly seller: string;
  readonly standing: OrderStanding;
  readonly lines: readonly OrderLineState[];
}

/** From order to liquidation. The same value, to the byte in canonical JSON, whatever order the papers came in. */
export interface OrderGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly orders: readonly OrderState[];
  /** Nodes that no order at hand speaks for: their order was never sent, or they name none. */
  readonly loose: readonly string[];
}
