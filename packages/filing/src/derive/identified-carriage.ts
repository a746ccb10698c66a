import { documentTypeNames, type Evidence } from '@portolan/documents';
import {
  Decimal,
  isRecord,
  type JsonValue,
  type Money,
  money,
  parseMoney,
  sumDecimals,
} from '@portolan/kernel';
import { questions } from '../facts/questions.ts';
import type { Desk } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';
import type { Papers } from './papers.ts';

type Invoice = Papers['invoices'][number];

/** Field in which a filer names the carriage that prices hold and no invoice states. */
export const CARRIAGE_POINTER = '/carriage';
export const CARRIAGE_RULE =
  'international freight and insurance inside the price, as identified to the entry (19 CFR 152.103(a)(5))';

/**
 * Freight and insurance inside the prices of invoices that state none, each invoice its share of the amount by its price. Asked once for
 * all of them; what a transport document or an order says of it is proposed.
 */
export function identifiedCarriage(
  { sheet, papers }: Desk,
  open: readonly Invoice[],
  lines: readonly GoodsLine[],
): ReadonlyMap<Invoice, Money> {
  if (open.length === 0) return new Map();
  const stated = sheet.fill<JsonValue>(CARRIAGE_POINTER, [], {
    filerDecides: true,
    form: (typed) => (typeof typed === 'string' ? { amount: typed, currency: 'USD' } : typed),
    ask: askOf(papers, open, lines),
  });
  const amount = isRecord(stated) ? parseMoney(stated) : undefined;
  return amount?.ok ? sharesOf(amount.value, open) : new Map();
}

/** Shares of an amount by the price of each invoice; the last takes what rounding leaves. */
function sharesOf({ amount, currency }: Money, open: readonly Invoice[]): Map<Invoice, Money> {
  const prices = open.map(({ document }) => Decimal.of(document.total.amount));
  const all = sumDecimals(prices);
  let left = Decimal.of(amount);
  return new Map(
    open.map((invoice, at) => {
      const last = at === open.length - 1 || all.isZero();
      const share = last
        ? left
        : Decimal.of(amount)
            .times(prices[at] ?? all)
            .dividedBy(all, 2, 'half-up');
      left = left.minus(share);
      return [invoice, money(share, currency)];
    }),
  );
}

function askOf(papers: Papers, open: readonly Invoice[], lines: readonly GoodsLine[]) {
  const found = statedCarriage(papers, open);
  const subject = `${subjectOf(open, lines)} with no charges; ${termsOf(open)}`;
  const { question, why } = questions.carriage;
  return {
    ...questions.carriage,
    question: found
      ? `${subject}, freight ${shown(found.sum)} found on ${found.where}: use it?`
      : `${subject}. ${question}`,
    why: found
      ? `${why} It stands at ${found.place}.`
      : `${why} No transport document or order says how much.`,
    ...(found ? { proposal: found.sum } : {}),
  };
}

/** "Line 2 is 15,400 USD", or the invoices where it is more than a line. */
function subjectOf(open: readonly Invoice[], lines: readonly GoodsLine[]): string {
  const own = lines.filter(({ invoice }) => open.includes(invoice));
  const [first] = own;
  if (own.length === 1 && first) return `Line ${first.index + 1} is ${shown(first.line.amount)}`;
  const numbers = open.map(({ document: { number, total } }) => `${number} (${shown(total)})`).join(', ');
  return `${open.length === 1 ? 'Invoice' : 'Invoices'} ${numbers}, ${own.length} lines, ${open.length === 1 ? 'is' : 'are'}`;
}

function termsOf(open: readonly Invoice[]): string {
  const codes = [...new Set(open.flatMap(({ document }) => document.incoterm?.code ?? []))].join(', ');
  return open.length === 1 ? `the invoice is ${codes}` : `the invoices are ${codes}`;
}

function shown({ amount, currency }: Money): string {
  return `${amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')} ${currency}`;
}

interface Stated {
  readonly sum: Money;
  readonly where: string;
  readonly place: string;
}

interface Charged {
  readonly item: Evidence;
  readonly charges: readonly { readonly kind: string; readonly amount: Money }[];
}

/** Freight and insurance that the highest paper with any of them states, in one currency. */
function statedCarriage(papers: Papers, open: readonly Invoice[]): Stated | undefined {
  const numbers = new Set(open.map(({ document }) => document.number));
  const bills = papers.carriages
    .filter(
      ({ invoiceNumbers }) => invoiceNumbers.length === 0 || invoiceNumbers.some((one) => numbers.has(one)),
    )
    .map(({ item }) => charged(item));
  const orders = papers.orders.map((item) => charged(item as Evidence));
  for (const { item, charges } of [...bills, ...orders]) {
    const own = charges.filter(({ kind }) => kind === 'freight' || kind === 'insurance');
    const currencies = new Set(own.map(({ amount }) => amount.currency));
    const [currency] = currencies;
    if (currency === undefined || currencies.size > 1) continue;
    const sum = money(sumDecimals(own.map(({ amount }) => Decimal.of(amount.amount))), currency);
    const name = `${documentTypeNames[item.type].toLowerCase()} ${'number' in item.document ? item.document.number : ''}`;
    return { sum, where: name.trim(), place: `/charges/${charges.indexOf(own[0] as (typeof own)[number])}` };
  }
  return undefined;
}

function charged(item: Evidence): Charged {
  const { document } = item;
  const charges: Charged['charges'] = 'charges' in document && document.charges ? document.charges : [];
  return { item, charges };
}
