import type { TransportMode } from '@portolan/documents';
import type { Dated } from '../facts/fact.ts';
import type { Element, LineElement } from './element.ts';

export type DataSetId =
  | 'security-filing'
  | 'ocean-manifest'
  | 'air-cargo-screening'
  | 'air-manifest'
  | 'truck-manifest'
  | 'rail-manifest'
  | 'mail-data';

/** Data that the agency wants before goods arrive, by the law of one mode, in force from a day. */
export interface DataSet extends Dated {
  readonly id: DataSetId;
  readonly label: string;
  readonly mode: TransportMode;
  /** Who has to send it. */
  readonly sender: 'importer' | 'carrier';
  readonly elements: readonly Element[];
  readonly lineElements: readonly LineElement[];
}
