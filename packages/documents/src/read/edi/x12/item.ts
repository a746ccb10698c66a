import { checkGtin } from '@portolan/kernel';
import { type Found, firstOf, leaf, nothing, setAside } from '../../found.ts';
import { elementOf, every, placeOf, type Segment } from '../segment.ts';

const itemNumbers = ['VN', 'VP', 'SK', 'VC', 'MG', 'BP', 'IN', 'PI', 'ST', 'IB', 'CB'];
const tradeNumbers = ['UP', 'UA', 'UK', 'UI', 'EN', 'UC'];

/** What the product qualifiers of PO1, IT1 or LIN (from element `from` on, in pairs) and the PID after it say of the goods. */
export function itemMembers(
  segment: Segment | undefined,
  from: number,
  after: readonly Segment[],
): Record<string, Found> {
  const sku = firstOf(...itemNumbers.map((qualifier) => product(segment, from, qualifier)));
  const gtin = firstOf(...tradeNumbers.map((qualifier) => trade(segment, from, qualifier)));
  const texts = [
    ...every(after, 'PID').map((pid) => text(pid, 5)),
    ...every(after, 'MSG').map((msg) => text(msg, 1)),
  ];
  const plain = product(segment, from, ...itemNumbers, ...tradeNumbers);
  return { sku, gtin, description: firstOf(...texts, plain) };
}

function product(
  segment: Segment | undefined,
  from: number,
  ...qualifiers: readonly string[]
): Found<string> {
  if (!segment) return nothing;
  for (let index = from; index < segment.elements.length; index += 2)
    if (qualifiers.includes(elementOf(segment, index) ?? '')) {
      const number = elementOf(segment, index + 1);
      if (number) return leaf(number, placeOf(segment, index + 1));
    }
  return nothing;
}

function trade(segment: Segment | undefined, from: number, qualifier: string): Found<string> {
  const found = product(segment, from, qualifier);
  if (found.value === undefined) return nothing;
  const checked = checkGtin(found.value);
  return checked.ok ? found : setAside(found.value, checked.refusals[0]?.message ?? 'it is not valid');
}

function text(segment: Segment, index: number): Found<string> {
  return leaf(elementOf(segment, index), placeOf(segment, index));
}
