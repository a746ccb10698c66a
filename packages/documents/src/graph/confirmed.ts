import { Decimal } from '@portolan/kernel';
import { byText } from '../compare/order.ts';
import type { OrderConfirmation } from '../schema/order-confirmation.ts';
import type { JoinedLine } from './line-joins.ts';
import type { Paper } from './paper.ts';
import { inUnit } from './quantity-in.ts';
import type { StandingLine } from './standing-order.ts';

type Answer = OrderConfirmation['answer'];

/**
 * How much of an order line the seller confirmed. The latest confirmation that speaks of the line counts; one without lines
 * answers for every line. A line that the seller did not answer, or left open, is confirmed with nothing.
 */
export function confirmedQuantity(
  line: StandingLine,
  joined: readonly JoinedLine[],
  confirmations: readonly Paper[],
): Decimal {
  const own = joined.filter(({ paper }) => paper.stage === 'confirmation');
  const latest = [...confirmations]
    .filter((paper) => paper.lines.length === 0 || own.some((each) => each.paper === paper))
    .sort((left, right) => byText(dated(right), dated(left)))[0];
  if (!latest) return Decimal.zero;
  const answered = own.find(({ paper }) => paper === latest);
  const { answer, quantity } = answered ? answerOf(answered) : whole(latest);
  if (answer === 'rejected' || answer === 'open') return Decimal.zero;
  const stated = quantity && inUnit(quantity, line.quantity.unit);
  return stated ?? Decimal.of(line.quantity.value);
}

function answerOf({ line }: JoinedLine): { answer: Answer; quantity?: JoinedLine['line']['quantity'] } {
  const { answer } = line as unknown as { answer: Answer };
  return { answer, ...(line.quantity && { quantity: line.quantity }) };
}

function whole({ item }: Paper): { answer: Answer; quantity?: undefined } {
  return { answer: (item.document as OrderConfirmation).answer };
}

function dated({ date = '', number, id }: Paper): string {
  return [date, number, id].join('\n');
}
