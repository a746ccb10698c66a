import type { JsonObject } from '@portolan/kernel';
import { incoterms } from '../../../schema/value.ts';
import { type Found, firstOf, group, items, leaf, nothing, setAside } from '../../found.ts';
import { plainDecimal } from '../../ubl/number.ts';
import { dateAt } from '../dates.ts';
import { partnerCurrency, partnerOf, partnerParty, type TradingPartners } from '../partners.ts';
import type { EdiReader } from '../reader.ts';
import {
  before,
  type EdiMessage,
  elementAt,
  elementOf,
  first,
  loops,
  placeOf,
  type Segment,
} from '../segment.ts';
import { itemMembers } from './item.ts';
import { partyOf } from './parties.ts';
import { quantityAt } from './units.ts';

/** X12 850: purchase order. Who it is from and to stands in N1 loops, else in the agreement of the partners. */
export const readOrder: EdiReader['read'] = (message, partners) => {
  const head = before(message.segments, 'PO1');
  const begin = first(head, 'BEG');
  const currency = currencyOf(message, partners);
  const lines = loops(message.segments, 'PO1', ['CTT', 'AMT', 'SE']);
  return group({
    number: elementAt(begin, 3),
    issueDate: dateAt(begin, 5),
    buyer: firstOf(whole(partyOf(head, 'BY', 'BT')), partnerParty(partnerOf(message, 'sender', partners))),
    seller: firstOf(
      whole(partyOf(head, 'SE', 'SU', 'VN')),
      partnerParty(partnerOf(message, 'receiver', partners)),
    ),
    shipTo: partyOf(head, 'ST'),
    incoterm: deliveryTerm(first(head, 'FOB')),
    currency,
    lines: items(lines.map((line, index) => orderLine(line, index, currency))),
  });
};

/** A party that says where it is; one that is only a number leaves the word to the partners' agreement. */
export function whole(party: Found<JsonObject>): Found<JsonObject> {
  const address = party.value?.address as JsonObject | undefined;
  return party.value?.name !== undefined && address?.country !== undefined ? party : nothing;
}

/** CUR of the head, else of the lines, else as agreed. */
export function currencyOf(message: EdiMessage, partners: TradingPartners): Found<string> {
  const agreed = partnerCurrency(
    partnerOf(message, 'sender', partners),
    partnerOf(message, 'receiver', partners),
  );
  return firstOf(elementAt(first(message.segments, 'CUR'), 2), agreed) as Found<string>;
}

/** FOB05 with the place of FOB07; FOB01 says only who pays freight. */
export function deliveryTerm(fob: Segment | undefined): Found<JsonObject> {
  const written = elementOf(fob, 5);
  if (!fob || !written) return nothing;
  const term = incoterms.find((known) => known === written.toUpperCase());
  if (!term) return setAside(written, 'it is not a rule of Incoterms 2020 or 2010');
  return group({ code: leaf(term, placeOf(fob, 5)), place: elementAt(fob, 7) });
}

function orderLine(loop: readonly Segment[], index: number, currency: Found<string>): Found<JsonObject> {
  const [po1, ...after] = loop;
  return group({
    number: firstOf(elementAt(po1, 1), leaf(String(index + 1), po1 ? placeOf(po1) : '')),
    ...itemMembers(po1, 6, after),
    hs: tariffCode(first(after, 'TC2')),
    quantity: quantityAt(po1, 2, 3),
    unitPrice: priceAt(po1, 4, currency),
  });
}

/** A price in the currency of the message. */
export function priceAt(
  segment: Segment | undefined,
  index: number,
  currency: Found<string>,
): Found<JsonObject> {
  const digits = elementOf(segment, index);
  if (!segment || digits === undefined) return nothing;
  return group({ amount: leaf(plainDecimal(digits), placeOf(segment, index)), currency });
}

/** TC2 with qualifier J is a Harmonized System number; only its first six digits are the same everywhere. */
function tariffCode(tc2: Segment | undefined): Found<string> {
  const written = elementOf(tc2, 2);
  if (!tc2 || !written || elementOf(tc2, 1) !== 'J') return nothing;
  const digits = written.replace(/[.\s]/g, '');
  if (!/^\d{6}(\d{2}){0,2}$/.test(digits))
    return setAside(written, 'it is not a tariff number of 6, 8 or 10 digits');
  return leaf(digits, placeOf(tc2, 2));
}
