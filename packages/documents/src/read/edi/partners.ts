import type { JsonObject } from '@portolan/kernel';
import type { Party } from '../../schema/party.ts';
import { type Found, leaf } from '../found.ts';
import type { EdiMessage } from './segment.ts';

/** What two businesses agreed before they exchanged EDI: who stands behind an interchange number, and in which currency. */
export interface TradingPartner {
  /** Qualifier and number as the interchange writes them: 'ZZ:SENDERISA', '14:5011408000007'. */
  readonly id: string;
  readonly party: Party;
  readonly currency?: string;
}

export type TradingPartners = readonly TradingPartner[];

/** The partner who sent, or who receives, a message; nothing when the number is not known. */
export function partnerOf(
  message: EdiMessage,
  side: 'sender' | 'receiver',
  partners: TradingPartners,
): TradingPartner | undefined {
  return partners.find(({ id }) => id === message[side]);
}

/** The partner as a party, with the interchange as its place. */
export function partnerParty(partner: TradingPartner | undefined): Found<JsonObject> {
  if (!partner) return { origins: {}, aside: [] };
  return {
    value: partner.party as unknown as JsonObject,
    origins: { '': `trading partner ${partner.id}` },
    aside: [],
  };
}

export function partnerCurrency(...partners: readonly (TradingPartner | undefined)[]): Found<string> {
  const partner = partners.find((each) => each?.currency);
  return partner ? leaf(partner.currency, `trading partner ${partner.id}`) : { origins: {}, aside: [] };
}
