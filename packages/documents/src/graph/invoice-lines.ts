import { plainName } from '../compare/name.ts';
import { plainNumber } from '../compare/number.ts';
import { compareParties } from '../compare/party.ts';
import { HashIndex } from './hash-index.ts';
import type { Paper, PaperLine } from './paper.ts';
import type { EdgeStrength } from './types.ts';

/** A line of an invoice. */
export interface InvoiceLine {
  readonly invoice: Paper;
  readonly line: PaperLine;
}

export interface FoundInvoiceLine extends InvoiceLine {
  readonly by: string;
  readonly strength: EdgeStrength;
}

/** The invoices at hand, to be asked which of them, and which of their lines, a later paper means. */
export class Invoices {
  readonly #byNumber: HashIndex<Paper>;
  readonly #byLot: HashIndex<InvoiceLine>;
  readonly #lines = new Map<string, readonly Ruled[]>();

  constructor(papers: readonly Paper[]) {
    const invoices = papers.filter(({ stage }) => stage === 'invoice');
    this.#byNumber = new HashIndex(invoices, ({ number }) => [plainNumber(number)]);
    const lines = invoices.flatMap((invoice) => invoice.lines.map((line) => ({ invoice, line })));
    this.#byLot = new HashIndex(lines, ({ line }) => lotKeys(line));
  }

  /** The invoice that a paper means by a number. Two sellers may use the same one: then the shipper must be the seller. */
  named(number: string, paper: Paper): Paper | undefined {
    const found = this.#byNumber.get(plainNumber(number));
    if (found.length <= 1) return found[0];
    const own = found.filter(
      ({ seller }) => seller && paper.seller && compareParties(seller, paper.seller).kind === 'same',
    );
    return own.length === 1 ? own[0] : undefined;
  }

  /**
   * The invoice line of a lot, for papers that name no other paper, as events do: the only one with that lot of the same trade
   * item; without an item on either side, the only one with that lot.
   */
  ofLot(later: PaperLine): FoundInvoiceLine | undefined {
    const [own, ...rest] = lotKeys(later);
    if (own === undefined) return undefined;
    const found = this.#byLot.only(own);
    const alike = found ?? (rest.length === 0 ? undefined : this.#bare(rest));
    return alike && { ...alike, by: `the same lot ${later.lot}`, strength: 'matched' };
  }

  /** A lot that an invoice gives without its item. */
  #bare(keys: readonly string[]): InvoiceLine | undefined {
    const found = keys.flatMap((key) => this.#byLot.get(key)).filter(({ line }) => line.gtin === undefined);
    return found.length === 1 ? found[0] : undefined;
  }

  /** The invoice line that a line of a later paper speaks of, among the invoices that the paper names. */
  find(named: readonly Paper[], later: PaperLine, alone: boolean): FoundInvoiceLine | undefined {
    const own = later.invoiceNumber;
    const invoices = own ? named.filter(({ number }) => plainNumber(number) === plainNumber(own)) : named;
    for (const [rank, rule] of rules.entries()) {
      const key = rule.later(later, invoices.length === 1);
      if (key === undefined || key === '') continue;
      const found = invoices.flatMap((invoice) => this.#ruled(invoice)[rank]?.only(key) ?? []);
      const [first] = found;
      if (first && found.length === 1) return { ...first, by: rule.by, strength: rule.strength };
    }
    const [invoice] = invoices;
    const [line] = invoice?.lines ?? [];
    if (!alone || !invoice || !line || invoices.length > 1 || invoice.lines.length > 1) return undefined;
    return { invoice, line, by: 'the only line of both', strength: 'inferred' };
  }

  #ruled(invoice: Paper): readonly Ruled[] {
    const known = this.#lines.get(invoice.id);
    if (known) return known;
    const lines = invoice.lines.map((line) => ({ invoice, line }));
    const made = rules.map(({ invoiced }) => new HashIndex(lines, ({ line }) => invoiced(line)));
    this.#lines.set(invoice.id, made);
    return made;
  }
}

type Ruled = HashIndex<InvoiceLine>;

interface Rule {
  readonly by: string;
  readonly strength: EdgeStrength;
  readonly invoiced: (line: PaperLine) => readonly string[];
  readonly later: (line: PaperLine, only: boolean) => string | undefined;
}

const rules: readonly Rule[] = [
  {
    by: 'it names the invoice line',
    strength: 'stated',
    invoiced: ({ number }) => [plainNumber(number)],
    later: ({ invoiceLine, invoiceNumber }, only) =>
      invoiceLine && (only || invoiceNumber) ? plainNumber(invoiceLine) : undefined,
  },
  // Two invoices on one packing list may both have a line 1: then the goods must be the same, too.
  {
    by: 'it names the invoice line, and the goods are the same',
    strength: 'matched',
    invoiced: (line) => [`${plainNumber(line.number)}\n${described(line)}`],
    later: (line) => line.invoiceLine && `${plainNumber(line.invoiceLine)}\n${described(line)}`,
  },
  {
    by: 'the same lot',
    strength: 'matched',
    invoiced: ({ lot }) => (lot ? [plainNumber(lot)] : []),
    later: ({ lot }) => lot && plainNumber(lot),
  },
  {
    by: 'the same trade item number',
    strength: 'matched',
    invoiced: ({ gtin }) => (gtin ? [gtin.padStart(14, '0')] : []),
    later: ({ gtin }) => gtin?.padStart(14, '0'),
  },
  {
    by: 'the same item number',
    strength: 'matched',
    invoiced: ({ sku }) => (sku ? [plainNumber(sku)] : []),
    later: ({ sku }) => sku && plainNumber(sku),
  },
  {
    by: 'the same description',
    strength: 'inferred',
    invoiced: (line) => [described(line)],
    later: described,
  },
];

/** A lot with its item, then alone. */
function lotKeys({ lot, gtin }: PaperLine): string[] {
  if (!lot) return [];
  const alone = `lot ${plainNumber(lot)}`;
  return gtin ? [`${gtin.padStart(14, '0')} ${alone}`, alone] : [alone];
}

function described({ description }: PaperLine): string {
  return description ? plainName(description) : '';
}
