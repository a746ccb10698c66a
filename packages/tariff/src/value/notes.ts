import { Decimal, sumDecimals } from '@portolan/kernel';
import { effectOf, type ValueFacts } from './facts.ts';
import type { LineValue } from './line.ts';
import { relationshipNotes } from './relationship.ts';
import type { Incoterm } from './tables.ts';
import type { ValueNote } from './worksheet.ts';

/** What the preparer should look at: nothing of it stops the worksheet. */
export function notesOf(facts: ValueFacts, lines: readonly LineValue[]): ValueNote[] {
  return [
    ...termNotes(facts),
    ...contradictions(facts),
    ...inlandNotes(facts),
    ...rateNotes(facts),
    ...relationshipNotes(facts.input.relationship, sumDecimals(lines.map(({ dollars }) => dollars))),
    ...roundingNotes(lines),
  ];
}

const CARRIAGE = ['international-freight', 'international-insurance'] as const;

/** A price that holds carriage that nobody names: all of it stays in the value. */
function termNotes({ term, adjustments }: ValueFacts): ValueNote[] {
  if (!term)
    return [
      {
        note: 'term-missing',
        path: '/incoterm',
        text: 'No delivery term: what the price includes was taken from each charge alone.',
        cite: '19 CFR 141.86(a)',
      },
    ];
  const named = new Set(adjustments.map(({ rule }) => rule.part));
  return CARRIAGE.filter((part) => term.includes.includes(part) && !named.has(part)).map((part) => ({
    note: 'carriage-not-identified',
    path: '/incoterm/code',
    text: `A price ${term.code} includes ${words(part)}; no document identifies it, so nothing was deducted.`,
    cite: '19 CFR 152.102(f), 152.103(a)(5)',
  }));
}

function contradictions({ term, adjustments }: ValueFacts): ValueNote[] {
  if (!term) return [];
  return adjustments.flatMap(({ rule, input, inside, index }) => {
    if (rule.part === undefined || input.includedInPrice === undefined) return [];
    if (term.includes.includes(rule.part) === inside) return [];
    const says = inside ? 'is stated inside' : 'is stated beside';
    const term0 = inside ? 'does not include it' : 'includes it';
    return [
      {
        note: 'term-contradicted' as const,
        path: `/adjustments/${index}/includedInPrice`,
        text: `${rule.name} ${says} the price, but a price ${term.code} ${term0}. The statement was followed.`,
        cite: term.cite,
      },
    ];
  });
}

function inlandNotes({ adjustments }: ValueFacts): ValueNote[] {
  return adjustments
    .filter((row) => row.rule.kind === 'foreign-inland-freight' && row.inside && effectOf(row).sign === 0)
    .map(({ index }) => ({
      note: 'inland-freight-stays',
      path: `/adjustments/${index}`,
      text: 'Foreign inland freight stays in the value: show a through bill of lading issued after the sale for export.',
      cite: '19 CFR 152.103(a)(5)(ii)',
    }));
}

function rateNotes({ exchanges }: ValueFacts): ValueNote[] {
  return [...exchanges.values()]
    .filter(({ kind, variance }) => (kind === 'quarterly' || kind === 'proclaimed') && variance === undefined)
    .map(({ currency }) => ({
      note: 'daily-rate-not-at-hand',
      path: '/exportDate',
      text: `No daily rate of ${currency} for the date is at hand; daily rates are published where they differ by 5 percent or more.`,
      cite: '19 CFR 159.34(b)(2)',
    }));
}

/** Lines are rounded each for itself, as the summary reports them: the sum may differ from the rounded sum. */
function roundingNotes(lines: readonly LineValue[]): ValueNote[] {
  const exact = sumDecimals(lines.map(({ dollars }) => dollars)).round(0, 'half-up');
  const reported = sumDecimals(lines.map(({ worksheet }) => Decimal.of(worksheet.enteredValue)));
  if (exact.eq(reported)) return [];
  return [
    {
      note: 'rounding-differs',
      path: '/lines',
      text: `The lines, each rounded, come to ${reported}; the sum rounded once would be ${exact}.`,
      cite: 'CATAIR entry summary, record 50 (value)',
    },
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  loading: 'loading at the seller',
  'foreign-inland-freight': 'foreign inland freight',
  'export-clearance': 'export clearance',
  'international-freight': 'international freight',
  'international-insurance': 'insurance of the international shipment',
  'us-unloading': 'unloading at destination',
  'us-inland-freight': 'inland freight in the United States',
  'us-duty': 'duties and taxes of the United States',
};

function words(part: string): string {
  return WORDS[part] ?? part;
}

/** What a price on a delivery term holds, in words. */
export function coverOf({ includes }: Incoterm): string {
  return includes.length === 0 ? 'the goods at the seller alone' : includes.map(words).join(', ');
}
