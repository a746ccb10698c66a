import type { JsonValue, Pointer } from '@portolan/kernel';
import type { GoodsLine } from '../derive/invoice-line.ts';
import type { Papers } from '../derive/papers.ts';
import type { Candidate } from '../sheet/candidate.ts';
import type { Question } from '../sheet/sheet.ts';

/** What the elements of a data set are read from: the papers, and the carriages by rank. */
export interface Shipment {
  readonly papers: Papers;
  readonly lines: readonly GoodsLine[];
}

/** One element of an advance data set: where it stands, what offers it, what is asked where nothing does. */
export interface Element {
  /** Pointer of the value; elements of a line stand below `/lines/*`. */
  readonly pointer: Pointer;
  readonly label: string;
  readonly cite: string;
  /** The message cannot be sent without it. */
  readonly required: boolean;
  readonly from: (shipment: Shipment) => readonly Candidate<JsonValue>[];
  readonly ask?: (shipment: Shipment) => Question;
}

export interface LineElement extends Omit<Element, 'from' | 'ask'> {
  readonly from: (line: GoodsLine) => readonly Candidate<JsonValue>[];
  readonly ask?: (line: GoodsLine) => Question;
}
