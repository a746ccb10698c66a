import { clocks } from '@portolan/filing';
import { dateInZone } from '@portolan/kernel';
import { textOf } from '@portolan/traceability';
import { moment } from '../stream/moment.ts';
import type { MonthBook } from './book.ts';
import { type Corrected, correctedPapers } from './corrected.ts';
import type { ExactCrossing } from './crossings.ts';
import { found } from './find.ts';
import type { FiledEntry } from './input.ts';
import type { Adjustment, LineFinding } from './line-month.ts';

const mends: Readonly<Record<Adjustment['proposal'], string>> = {
  none: 'Nothing was entered on the first figure; there is nothing to correct.',
  'amend-draft': 'Amend the draft before it is filed.',
  'post-summary-correction': 'File a post-summary correction of the entry named.',
  reconciliation:
    'The time for a post-summary correction is over: reconcile, or protest the liquidation, with the agency.',
};

/**
 * Papers that were corrected later: tickets, production reports, transfers of title, allocations. The month counts the new figure;
 * both versions are kept, and each entry that was made on the old one has a proposal by what the dates still allow.
 */
export function adjustmentsOf(
  book: MonthBook,
  crossings: readonly ExactCrossing[],
): { adjustments: Adjustment[]; findings: LineFinding[] } {
  const rows = correctedPapers(book, crossings).flatMap((one) =>
    adjustmentsOfPaper(book, one).map((adjustment) => ({ adjustment, title: one.title })),
  );
  const keyOf = ({ adjustment: { by, day, entry = '', knownAt } }: (typeof rows)[number]) =>
    `${day} ${knownAt} ${by} ${entry}`;
  rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const findings = rows.map(({ adjustment, title }) => {
    const { after, before, by, corrects, day, proposal, reason } = adjustment;
    const numbers = { before: numberOf(book, corrects), after: numberOf(book, by) };
    return found(
      'OIL_MONTH_CORRECTED',
      { ...numbers, paper: title, from: before, to: after, reason, proposal: mends[proposal] },
      { day, evidence: [corrects, by] },
    );
  });
  return { adjustments: rows.map(({ adjustment }) => adjustment), findings };
}

function numberOf({ byDigest }: MonthBook, digest: string): string {
  return (byDigest.get(digest)?.document as { readonly number?: string } | undefined)?.number ?? digest;
}

/** One for each owner who had entered what the paper bears on; one without an entry where nobody had. */
function adjustmentsOfPaper(book: MonthBook, one: Corrected): Adjustment[] {
  const { after, bearsOn, before, corrects, day, pair, reason } = one;
  const base = {
    ...{ corrects, by: pair.digest, reason, day, knownAt: pair.knownAt },
    ...{ before: textOf(before), after: textOf(after) },
  };
  const touched = book.input.filed.filter(
    ({ filedAt, from, owner, to }) =>
      moment(filedAt) < pair.knownAt &&
      book.days.some((at) => from <= at.day && at.day <= to && bearsOn(owner, at.day)),
  );
  if (touched.length === 0) return [{ ...base, proposal: 'none' }];
  return [...Map.groupBy(touched, ({ owner, from }) => `${owner} ${from}`).values()].map((own) => {
    const entry = own.find(({ state }) => state === 'filed') ?? (own[0] as FiledEntry);
    return { ...base, proposal: proposalFor(book, day, entry), entry: entry.entry };
  });
}

/** By the legal terms that run on the entry: a draft is amended, a summary corrected until its term ends. */
function proposalFor(
  { input: { at, profile } }: MonthBook,
  day: string,
  { filedAt, state }: FiledEntry,
): Adjustment['proposal'] {
  if (state === 'draft') return 'amend-draft';
  const entered = dateInZone(moment(filedAt), profile.zone);
  const today = dateInZone(moment(at), profile.zone);
  const term = clocks({ importDate: day, entryDate: entered }, today).find(
    ({ name }) => name === 'post-summary-correction',
  );
  return term === undefined || today <= term.due ? 'post-summary-correction' : 'reconciliation';
}
