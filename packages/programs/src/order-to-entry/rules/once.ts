import { evidenceOf } from '@portolan/documents';
import type { EntryLine } from '@portolan/filing';
import { convertQuantity, Decimal, type Quantity, sumDecimals } from '@portolan/kernel';
import type { Dossier } from '../../dossier.ts';
import type { Finding } from '../../finding.ts';
import type { EnteredBefore, Observations } from '../../observations.ts';
import { orderCatalogue } from '../catalogue.ts';

/**
 * No invoice line is entered in two entries, with or without a claim; parts of a line may be, as long as they come to no more than was
 * invoiced. An officer looks at it, since either of the entries may be the mistake. Whose the other entry is, a filer learns of its own
 * entries only.
 */
export function checkOnce(dossier: Dossier, { enteredBefore = [] }: Observations): Finding[] {
  return [...Map.groupBy(enteredBefore, ({ line }) => line)].flatMap(([number, others]) => {
    const index = dossier.entry.lines.findIndex((line) => line.number === number);
    const line = dossier.entry.lines[index];
    if (!line) return [];
    const parts = partsOf(dossier, index, others);
    if (!parts) return others.map((other) => again(line, index, other));
    return parts.entered.lte(parts.invoiced) ? [] : [tooMuch(line, index, others, parts)];
  });
}

interface Parts {
  readonly invoiced: Decimal;
  readonly own: Decimal;
  readonly entered: Decimal;
  readonly unit: string;
}

/** What this and the other entries take of an invoice line, in its unit; undefined where one of them takes all of it. */
function partsOf(
  { entry, evidence, provenance }: Dossier,
  index: number,
  others: readonly EnteredBefore[],
): Parts | undefined {
  const line = entry.lines[index];
  const from = provenance[`/lines/${index}/invoice/line`]?.document;
  const invoices = evidenceOf(evidence, 'CommercialInvoice');
  const invoice =
    invoices.find(({ digest }) => digest === from) ??
    invoices.find(({ document }) => document.number === line?.invoice.number);
  const whole = invoice?.document.lines.find(({ number }) => number === String(line?.invoice.line))?.quantity;
  const own = line?.invoice.quantity;
  if (!whole || !own) return undefined;
  const taken = [own, ...others.map(({ quantity }) => quantity)].map((one) => inUnit(one, whole.unit));
  const known = taken.filter((one) => one !== undefined);
  if (known.length < taken.length) return undefined;
  const { unit } = whole;
  return {
    invoiced: Decimal.of(whole.value),
    own: known[0] ?? Decimal.of('0'),
    entered: sumDecimals(known),
    unit,
  };
}

function inUnit(quantity: Quantity | undefined, unit: string): Decimal | undefined {
  const converted = quantity && convertQuantity(quantity, unit);
  return converted?.ok ? Decimal.of(converted.value.value) : undefined;
}

function again(line: EntryLine, index: number, other: EnteredBefore): Finding {
  const params = { line: line.number, ...invoiceOf(line), other: nameOf(other) };
  return find('ORDER_ENTERED_BEFORE', index, params);
}

function tooMuch(
  line: EntryLine,
  index: number,
  others: readonly EnteredBefore[],
  { invoiced, own, entered, unit }: Parts,
): Finding {
  const before = entered.minus(own);
  const params = {
    ...{ line: line.number, ...invoiceOf(line), unit },
    ...{ own: own.toString(), before: before.toString(), invoiced: invoiced.toString() },
    other: [...new Set(others.map(nameOf))].join(' and '),
  };
  return find('ORDER_PARTS_TOO_MUCH', index, params);
}

function find(
  code: 'ORDER_ENTERED_BEFORE' | 'ORDER_PARTS_TOO_MUCH',
  index: number,
  params: Record<string, string | number>,
): Finding {
  return { ...orderCatalogue.refuse(code, { path: `/lines/${index}/invoice`, params }), severity: 'refer' };
}

function invoiceOf({ invoice }: EntryLine): { invoice: string; invoiceLine: string | number } {
  return { invoice: invoice.number, invoiceLine: invoice.line };
}

function nameOf({ entryNumber }: EnteredBefore): string {
  return entryNumber === undefined ? 'in an entry of another filer' : `in entry ${entryNumber}`;
}
