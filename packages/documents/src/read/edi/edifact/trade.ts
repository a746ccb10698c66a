import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf } from '../../found.ts';
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
import { whole } from '../x12/order.ts';
import { currencyOf, dtm, goods, moa, nad, pri, qty, rff, rffs, term } from './values.ts';

function lineLoops({ segments }: EdiMessage): Segment[][] {
  return loops(segments, 'LIN', ['UNS', 'UNT']);
}

function currencyIn(message: EdiMessage, partners: TradingPartners): Found<string> {
  const agreed = partnerCurrency(
    partnerOf(message, 'sender', partners),
    partnerOf(message, 'receiver', partners),
  );
  return firstOf(currencyOf(message.segments), agreed) as Found<string>;
}

/** EDIFACT ORDERS: purchase order. */
export const readOrders: EdiReader['read'] = (message, partners) => {
  const head = before(message.segments, 'LIN');
  const currency = currencyIn(message, partners);
  return group({
    number: elementAt(first(head, 'BGM'), 2),
    issueDate: dtm(head, '137'),
    buyer: firstOf(whole(nad(head, 'BY')), partnerParty(partnerOf(message, 'sender', partners))),
    seller: firstOf(whole(nad(head, 'SU', 'SE')), partnerParty(partnerOf(message, 'receiver', partners))),
    shipTo: whole(nad(head, 'DP', 'ST')),
    incoterm: term(head),
    currency,
    lines: items(
      lineLoops(message).map((line) =>
        group({
          number: elementAt(line[0], 1),
          ...goods(line),
          quantity: qty(line, '21'),
          unitPrice: pri(line, currency),
          amount: moa(line, currency, '203'),
        }),
      ),
    ),
  });
};

/** EDIFACT INVOIC: commercial invoice. */
export const readInvoic: EdiReader['read'] = (message, partners) => {
  const { segments } = message;
  const head = before(segments, 'LIN');
  const currency = currencyIn(message, partners);
  const summary = segments.slice(segments.findIndex(({ tag }) => tag === 'UNS'));
  return group({
    number: elementAt(first(head, 'BGM'), 2),
    issueDate: dtm(head, '137', '3'),
    seller: firstOf(whole(nad(head, 'SE', 'SU', 'II')), partnerParty(partnerOf(message, 'sender', partners))),
    buyer: firstOf(whole(nad(head, 'BY', 'IV')), partnerParty(partnerOf(message, 'receiver', partners))),
    orderNumbers: rffs(head, 'ON'),
    incoterm: term(head),
    currency,
    lines: items(
      lineLoops(message).map((line) =>
        group({
          number: elementAt(line[0], 1),
          orderNumber: rff(line, 'ON'),
          orderLine: elementAt(first(line, 'RFF', 'ON'), 1, 3),
          ...goods(line),
          quantity: qty(line, '47'),
          unitPrice: pri(line, currency),
          amount: moa(line, currency, '203', '66'),
        }),
      ),
    ),
    total: moa(summary, currency, '77', '86', '9', '79'),
  });
};

/** BGM03 and LIN02 of ORDRSP (UNTDID 1225 and 1229) to what the seller says. */
const answers: Readonly<Record<string, string>> = {
  '29': 'accepted',
  '4': 'changed',
  '27': 'rejected',
  '5': 'accepted',
  '3': 'changed',
  '7': 'rejected',
};

/** EDIFACT ORDRSP: the seller's answer. A message that does not say what it answers is left open. */
export const readOrdrsp: EdiReader['read'] = ({ segments }) => {
  const head = before(segments, 'LIN');
  const bgm = first(head, 'BGM');
  const currency = currencyOf(segments);
  return group({
    number: elementAt(bgm, 2),
    issueDate: dtm(head, '137'),
    orderNumber: rff(head, 'ON'),
    answer: leaf(answers[elementOf(bgm, 3) ?? ''] ?? 'open', bgm ? placeOf(bgm, 3) : ''),
    buyer: nad(head, 'BY', 'MR'),
    seller: nad(head, 'SU', 'SE', 'MS'),
    incoterm: term(head),
    currency,
    lines: items(loops(segments, 'LIN', ['UNS', 'UNT']).map((line) => confirmedLine(line, currency))),
  });
};

function confirmedLine(line: readonly Segment[], currency: Found<string>): Found<JsonObject> {
  const [lin] = line;
  return group({
    number: elementAt(lin, 1),
    orderLine: firstOf(elementAt(first(line, 'RFF', 'ON'), 1, 3), elementAt(lin, 1)),
    answer: leaf(answers[elementOf(lin, 2) ?? ''] ?? 'open', lin ? placeOf(lin, 2) : ''),
    ...goods(line),
    quantity: qty(line, '21', '113', '12', '145', '83'),
    unitPrice: pri(line, currency),
    promisedDate: dtm(line, '67', '69', '2'),
  });
}

/** EDIFACT DESADV: despatch advice. */
export const readDesadv: EdiReader['read'] = ({ segments }) => {
  const head = before(segments, 'CPS', 'LIN');
  return group({
    number: elementAt(first(head, 'BGM'), 2),
    issueDate: dtm(head, '137'),
    shipDate: dtm(head, '11', '234'),
    shipper: nad(head, 'SU', 'SE', 'SF', 'CZ'),
    consignee: nad(head, 'CN', 'DP', 'ST'),
    buyer: nad(head, 'BY'),
    carrier: nad(head, 'CA'),
    orderNumbers: rffs(head, 'ON'),
    transportDocuments: rffs(head, 'BM', 'AWB', 'BN', 'AAS'),
    lines: items(
      loops(segments, 'LIN', ['CPS', 'CNT', 'UNT']).map((line) =>
        group({
          number: elementAt(line[0], 1),
          orderNumber: rff(line, 'ON'),
          orderLine: elementAt(first(line, 'RFF', 'ON'), 1, 3),
          ...goods(line),
          quantity: qty(line, '12'),
        }),
      ),
    ),
  });
};
