import type { EvidenceOf } from '@portolan/documents';
import { Decimal, type JsonValue, type Refusal } from '@portolan/kernel';
import { computeValue, type ValueReference, type ValueWorksheet } from '@portolan/tariff';
import { filingCatalogue } from '../catalogue.ts';
import { questions } from '../facts/questions.ts';
import { computed, derived, stated } from '../sheet/candidate.ts';
import { sameJson } from '../sheet/same-json.ts';
import { valuationOf } from '../valuation.ts';
import type { Desk } from './desk.ts';
import { exportDay } from './entry-date.ts';
import type { GoodsLine } from './invoice-line.ts';
import { type SaleFacts, strayCurrency, valueInput } from './value.ts';

const VALUE_RULE =
  '19 CFR 152.103: price paid or payable, additions, less identified international freight and insurance';
const CHARGES_RULE = 'CATAIR record 40: international freight and insurance, whole dollars';
const CARRIAGE: readonly string[] = ['freight', 'insurance'];

type Invoice = EvidenceOf<'CommercialInvoice'>;
type Worked = Pick<ValueWorksheet, 'notes'> & { readonly line: ValueWorksheet['lines'][number] };

/** Entered value and charges of every line in whole dollars (form 7501 block 32, 36 of 10/25), and how they came about. */
export function deriveValues(
  desk: Desk,
  lines: readonly GoodsLine[],
  reference: ValueReference | undefined,
): void {
  const worksheets: ValueWorksheet[] = [];
  for (const invoice of desk.papers.invoices) {
    const own = lines.filter((line) => line.invoice === invoice);
    const worksheet = reference && worksheetOf(desk, invoice, own, reference);
    if (!worksheet) continue;
    worksheets.push(worksheet);
    const { notes } = worksheet;
    for (const goods of own) {
      const line = worksheet.lines[invoiceLineOf(goods)];
      if (line) fillLine(desk, goods, { line, notes });
    }
  }
  if (worksheets.length === desk.papers.invoices.length)
    desk.sheet.fill('/valuation', computed(worksheets.map(valuationOf) as JsonValue, VALUE_RULE));
}

function worksheetOf(
  desk: Desk,
  { document, digest }: Invoice,
  own: readonly GoodsLine[],
  reference: ValueReference,
): ValueWorksheet | undefined {
  const { sheet, given } = desk;
  const stray = strayCurrency(document);
  if (stray) {
    const params = { invoice: document.number, left: document.currency, right: stray.currency };
    sheet.refuse(filingCatalogue.refuse('FILING_CURRENCY_MIXED', { path: '/currency', params }));
    return undefined;
  }
  const exportDate = exportDay(desk);
  const related = sheet.values.get(`/lines/${own[0]?.index}/relatedParties`) === true;
  const worksheet = worksheetFor(document, { exportDate, knownAt: given.at, digest, related }, reference);
  if (worksheet.ok) return worksheet.value;
  for (const refusal of worksheet.refusals) sheet.refuse(refusalOf(refusal, own));
  return undefined;
}

interface KnownWorksheet {
  readonly facts: SaleFacts;
  readonly reference: ValueReference;
  readonly worksheet: ReturnType<typeof computeValue>;
}

/** The last worksheet of an invoice: the entries of a long invoice share it, each for its own lines. */
const worked = new WeakMap<Invoice['document'], KnownWorksheet>();

function worksheetFor(document: Invoice['document'], facts: SaleFacts, reference: ValueReference) {
  const known = worked.get(document);
  if (known && known.reference === reference && sameJson(known.facts, facts)) return known.worksheet;
  const worksheet = computeValue(valueInput(document, facts), reference);
  worked.set(document, { facts, reference, worksheet });
  return worksheet;
}

/** What the worksheet refuses, said of the field of the entry. */
function refusalOf({ code, path, message, mend, cite }: Refusal, own: readonly GoodsLine[]): Refusal {
  const line = path.startsWith('/lines/') ? Number(path.split('/')[2]) : undefined;
  const goods = own.find((candidate) => invoiceLineOf(candidate) === line);
  const place = goods ? `/lines/${goods.index}/enteredValue` : '/valuation';
  if (code === 'TARIFF_VALUE_NOT_POSITIVE')
    return filingCatalogue.refuse('FILING_VALUE_NEGATIVE', {
      path: place,
      params: { line: goods?.line.number ?? '' },
    });
  const params = { message, mend };
  return filingCatalogue.refuse('FILING_VALUE_REFUSED', { path: place, params, ...(cite ? { cite } : {}) });
}

/** Position of the line on its invoice, of which the entry may hold a part. */
function invoiceLineOf({ pointer }: GoodsLine): number {
  return Number(pointer.split('/')[2]);
}

function fillLine({ sheet }: Desk, goods: GoodsLine, { line, notes }: Worked): void {
  const at = `/lines/${goods.index}`;
  const source = `${goods.pointer}/amount/amount`;
  const exact =
    goods.line.amount.currency === 'USD' &&
    line.steps.every(
      ({ step, effect }) => step === 'price' || step === 'unchanged' || Decimal.of(effect.amount).isZero(),
    );
  sheet.fill(
    `${at}/enteredValue`,
    exact
      ? stated(goods.invoice, source, line.enteredValue)
      : derived(goods.invoice, source, line.enteredValue, VALUE_RULE),
  );
  fillCharges(sheet, goods, { line, notes });
}

function fillCharges(sheet: Desk['sheet'], goods: GoodsLine, { line, notes }: Worked): void {
  const pointer = `/lines/${goods.index}/charges`;
  const { charges = [] } = goods.invoice.document;
  const identified = [...charges, ...(goods.line.charges ?? [])].some(({ kind }) => CARRIAGE.includes(kind));
  if (identified) {
    sheet.fill<JsonValue>(pointer, derived(goods.invoice, '/charges', line.charges, CHARGES_RULE));
    return;
  }
  if (notes.some(({ note }) => note === 'carriage-not-identified'))
    sheet.asks.push({ pointer, ...questions.freight });
  sheet.fill<JsonValue>(pointer, computed(line.charges, `${CHARGES_RULE}; the documents state none`), {
    filerDecides: true,
  });
}
