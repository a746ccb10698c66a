import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf } from '../found.ts';
import { at, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { documentCurrency } from './currency.ts';
import { goodsMembers, priceMembers } from './item.ts';
import { namedParty } from './named.ts';
import { deliveryTerm } from './terms.ts';
import { dateText, measure, text } from './values.ts';

/** LineStatusCode of UBL to what the seller says; a line without status is taken as it was ordered. */
const lineAnswers: Readonly<Record<string, string>> = {
  NoStatus: 'accepted',
  Revised: 'changed',
  Added: 'changed',
  Cancelled: 'rejected',
  Disputed: 'open',
};

/** UNTDID 4343 and the codes of UBL profiles for the whole order. */
const answers: Readonly<Record<string, string>> = {
  AP: 'accepted',
  AC: 'accepted',
  '29': 'accepted',
  CA: 'changed',
  '30': 'changed',
  RE: 'rejected',
  '27': 'rejected',
};

/** A UBL OrderResponse or OrderResponseSimple as an order confirmation. */
export function readOrderResponse(root: XmlElement): Found<JsonObject> {
  const lines = childrenOf(root, 'OrderLine').flatMap((line) =>
    childrenOf(line, 'LineItem').map(confirmedLine),
  );
  return group({
    number: text(at(root, 'ID')),
    issueDate: dateText(at(root, 'IssueDate')),
    orderNumber: text(at(root, 'OrderReference', 'ID')),
    answer: answerOf(root, lines),
    reason: firstOf(text(at(root, 'RejectionNote')), text(at(root, 'Note'))),
    buyer: namedParty(at(root, 'BuyerCustomerParty', 'Party')),
    seller: namedParty(at(root, 'SellerSupplierParty', 'Party')),
    incoterm: deliveryTerm(at(root, 'DeliveryTerms')),
    currency: documentCurrency(root),
    lines: items(lines),
  });
}

function answerOf(root: XmlElement, lines: readonly Found<JsonObject>[]): Found<string> {
  const accepted = at(root, 'AcceptedIndicator');
  if (accepted)
    return leaf(/^(true|1)$/.test(textOf(accepted) ?? '') ? 'accepted' : 'rejected', accepted.path);
  const code = at(root, 'OrderResponseCode');
  const known = answers[textOf(code) ?? ''];
  if (code && known) return leaf(known, code.path);
  const isWhole = lines.every(({ value }) => value?.answer === 'accepted');
  return leaf(isWhole ? 'accepted' : 'changed', root.path);
}

function confirmedLine(line: XmlElement): Found<JsonObject> {
  const quantity = measure(at(line, 'Quantity'));
  const status = at(line, 'LineStatusCode');
  return group({
    number: text(at(line, 'ID')),
    orderLine: text(at(line, 'ID')),
    answer: leaf(lineAnswers[textOf(status) ?? 'NoStatus'] ?? 'open', status?.path ?? line.path),
    ...goodsMembers(at(line, 'Item')),
    quantity,
    ...priceMembers(line, quantity),
    promisedDate: dateText(at(line, 'Delivery', 'PromisedDeliveryPeriod', 'EndDate')),
  });
}
