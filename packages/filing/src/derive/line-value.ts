import { Decimal, type JsonValue } from '@portolan/kernel';
import { filingCatalogue } from '../catalogue.ts';
import { priceIncludesCarriage } from '../facts/incoterms.ts';
import { questions } from '../facts/questions.ts';
import { computed, derived, stated } from '../sheet/candidate.ts';
import type { Desk } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';
import { type LineValue, lineValues, strayCurrency, wholeDollars } from './value.ts';

const VALUE_RULE =
  '19 CFR 152.103: price paid or payable, additions, less identified international freight and insurance';

/** Currency of the entry, and the rate when it is not United States dollars. Undefined while the rate is not known. */
export function deriveRate({ sheet, papers }: Desk): Decimal | undefined {
  const [first] = papers.invoices;
  if (!first) return undefined;
  const currency = first.document.currency;
  const other = papers.invoices.find(({ document }) => document.currency !== currency);
  if (other)
    sheet.refuse(
      filingCatalogue.refuse('FILING_CURRENCIES_DIFFER', {
        path: '/currency',
        params: { left: currency, right: other.document.currency },
      }),
    );
  sheet.fill('/currency', stated(first, '/currency', currency));
  if (currency === 'USD') return Decimal.of(1);
  const rate = sheet.fill<string>('/exchangeRate', [], {
    filerDecides: true,
    ask: { ...questions.exchangeRate, why: `The invoice is in ${currency}. ${questions.exchangeRate.why}` },
  });
  return rate !== undefined && /^\d+(\.\d+)?$/.test(rate) ? Decimal.of(rate) : undefined;
}

/** Entered value and charges of every line, whole dollars (form 7501 block 32 of the earlier form, 36 of 10/25). */
export function deriveValues(desk: Desk, lines: readonly GoodsLine[], rate: Decimal | undefined): void {
  for (const invoice of desk.papers.invoices) {
    const stray = strayCurrency(invoice.document);
    if (stray) {
      const params = {
        invoice: invoice.document.number,
        left: invoice.document.currency,
        right: stray.currency,
      };
      desk.sheet.refuse(filingCatalogue.refuse('FILING_CURRENCY_MIXED', { path: '/currency', params }));
      continue;
    }
    const values = lineValues(invoice.document);
    const own = lines.filter((line) => line.invoice === invoice);
    own.forEach((line, at) => {
      const value = values[at];
      if (value) fillValue(desk, line, value, rate);
    });
  }
}

function fillValue({ sheet }: Desk, line: GoodsLine, value: LineValue, rate: Decimal | undefined): void {
  const at = `/lines/${line.index}`;
  if (value.value.isNegative()) {
    sheet.refuse(
      filingCatalogue.refuse('FILING_VALUE_NEGATIVE', {
        path: `${at}/enteredValue`,
        params: { line: line.line.number },
      }),
    );
    return;
  }
  if (rate === undefined) return;
  const source = `${line.pointer}/amount/amount`;
  const dollars = wholeDollars(value.value, rate);
  const unchanged =
    !value.adjusted && value.value.times(rate).eq(Decimal.of(dollars)) && rate.eq(Decimal.of(1));
  sheet.fill(
    `${at}/enteredValue`,
    unchanged ? stated(line.invoice, source, dollars) : derived(line.invoice, source, dollars, VALUE_RULE),
  );
  fillCharges(sheet, line, value, wholeDollars(value.charges, rate));
}

function fillCharges(sheet: Desk['sheet'], line: GoodsLine, value: LineValue, dollars: string): void {
  const pointer = `/lines/${line.index}/charges`;
  const rule = 'CATAIR record 40: international freight and insurance, whole dollars';
  if (value.identified) {
    sheet.fill<JsonValue>(pointer, derived(line.invoice, '/charges', dollars, rule));
    return;
  }
  const hidden = priceIncludesCarriage(line.invoice.document.incoterm?.code);
  if (hidden) sheet.asks.push({ pointer, ...questions.freight });
  sheet.fill<JsonValue>(pointer, computed(dollars, `${rule}; the documents state none`), {
    filerDecides: true,
  });
}
