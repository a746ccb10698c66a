import type { EvidenceOf } from '@portolan/documents';
import { Decimal, type JsonValue, type Money, type Refusal } from '@portolan/kernel';
import { computeValue, type ValueReference, type ValueWorksheet } from '@portolan/tariff';
import { filingCatalogue } from '../catalogue.ts';
import { computed, derived, stated } from '../sheet/candidate.ts';
import { sameJson } from '../sheet/same-json.ts';
import { valuationOf } from '../valuation.ts';
import type { Desk } from './desk.ts';
import { exportDay } from './entry-date.ts';
import { CARRIAGE_RULE, identifiedCarriage } from './identified-carriage.ts';
import type { GoodsLine } from './invoice-line.ts';
import { type LinePart, PART_RULE, shareOf } from './part.ts';
import { type SaleFacts, strayCurrency, valueInput } from './value.ts';

const VALUE_RULE =
  '19 CFR 152.103: price paid or payable, additions, less identified international freight and insurance';
const CHARGES_RULE = 'CATAIR record 40: international freight and insurance, whole dollars';
const CARRIAGE: readonly string[] = ['freight', 'insurance'];

type Invoice = EvidenceOf<'CommercialInvoice'>;

interface Worked {
  readonly line: ValueWorksheet['lines'][number];
  /** The filer identified the carriage inside the price. */
  readonly named: boolean;
}

/** Entered value and charges of every line in whole dollars (form 7501 block 32, 36 of 10/25), and how they came about. */
export function deriveValues(
  desk: Desk,
  lines: readonly GoodsLine[],
  reference: ValueReference | undefined,
): void {
  const own = Map.groupBy(lines, ({ invoice }) => invoice);
  const priced = desk.papers.invoices.flatMap((invoice) => {
    const worksheet = reference && worksheetOf(desk, invoice, own.get(invoice) ?? [], reference);
    return worksheet ? [{ invoice, worksheet }] : [];
  });
  const open = priced.filter(hidesCarriage).map(({ invoice }) => invoice);
  const carriage = identifiedCarriage(desk, open, lines);
  const worksheets: ValueWorksheet[] = [];
  for (const { invoice, worksheet: plain } of priced) {
    const named = carriage.get(invoice);
    const goodsOf = own.get(invoice) ?? [];
    const again = named && reference && worksheetOf(desk, invoice, goodsOf, reference, named);
    const worksheet = again ?? plain;
    worksheets.push(worksheet);
    for (const goods of goodsOf) {
      const line = worksheet.lines[invoiceLineOf(goods)];
      if (line) fillLine(desk, goods, { line, named: named !== undefined });
    }
  }
  if (worksheets.length === desk.papers.invoices.length)
    desk.sheet.fill('/valuation', computed(worksheets.map(valuationOf) as JsonValue, VALUE_RULE));
}

/** A price that includes carriage of which the invoice states nothing. */
function hidesCarriage({
  invoice: { document },
  worksheet,
}: {
  invoice: Invoice;
  worksheet: ValueWorksheet;
}) {
  return (
    worksheet.notes.some(({ note }) => note === 'carriage-not-identified') &&
    !document.charges?.some(isCarriage) &&
    !document.lines.some(({ charges }) => charges?.some(isCarriage))
  );
}

function isCarriage({ kind }: { readonly kind: string }): boolean {
  return CARRIAGE.includes(kind);
}

function worksheetOf(
  desk: Desk,
  { document, digest }: Invoice,
  own: readonly GoodsLine[],
  reference: ValueReference,
  carriage?: Money,
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
  const facts = { exportDate, knownAt: given.at, digest, related, ...(carriage ? { carriage } : {}) };
  const worksheet = worksheetFor(document, facts, reference);
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

function fillLine({ sheet }: Desk, goods: GoodsLine, { line, named }: Worked): void {
  const at = `/lines/${goods.index}`;
  const source = `${goods.pointer}/amount/amount`;
  const { part } = goods;
  const exact =
    !part &&
    goods.line.amount.currency === 'USD' &&
    line.steps.every(
      ({ step, effect }) => step === 'price' || step === 'unchanged' || Decimal.of(effect.amount).isZero(),
    );
  sheet.fill(
    `${at}/enteredValue`,
    exact
      ? stated(goods.invoice, source, line.enteredValue)
      : derived(
          goods.invoice,
          source,
          part ? dollarsOf(line.dollars, part) : line.enteredValue,
          ruleOf(part),
        ),
  );
  fillCharges(sheet, goods, { line, named });
}

/** Of a part its share, in whole dollars. */
function dollarsOf(dollars: string, part: LinePart): string {
  return shareOf(Decimal.of(dollars), part, 0).toString();
}

function ruleOf(part: LinePart | undefined): string {
  return part ? `${VALUE_RULE}; ${PART_RULE}` : VALUE_RULE;
}

function fillCharges(sheet: Desk['sheet'], goods: GoodsLine, { line, named }: Worked): void {
  const pointer = `/lines/${goods.index}/charges`;
  const { charges = [] } = goods.invoice.document;
  const amount = goods.part ? dollarsOf(line.charges, goods.part) : line.charges;
  if ([...charges, ...(goods.line.charges ?? [])].some(isCarriage)) {
    sheet.fill<JsonValue>(pointer, derived(goods.invoice, '/charges', amount, CHARGES_RULE));
    return;
  }
  const why = named ? CARRIAGE_RULE : 'the documents state none';
  sheet.fill<JsonValue>(pointer, computed(amount, `${CHARGES_RULE}; ${why}`), { filerDecides: true });
}
