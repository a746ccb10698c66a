import type { JsonObject } from '@portolan/kernel';
import type { DocumentType } from '../../schema/document.ts';
import type { Found } from '../found.ts';
import type { TradingPartners } from './partners.ts';
import type { EdiMessage } from './segment.ts';

/** How a message is read: as which type, and what it says. */
export interface EdiReader {
  readonly type: DocumentType;
  readonly read: (message: EdiMessage, partners: TradingPartners) => Found<JsonObject>;
}
