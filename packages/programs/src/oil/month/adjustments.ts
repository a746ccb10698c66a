import { clocks } from '@portolan/filing';
import { dateInZone } from '@portolan/kernel';
import { textOf } from '@portolan/traceability';
import { moment } from '../stream/moment.ts';
import type { Replaced } from '../stream/standing.ts';
import type { MonthBook } from './book.ts';
import { dayOf } from './crossings.ts';
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
 * Border tickets that were corrected later. The month counts the new figure; both versions are kept, and what was entered on the old
 * one has a proposal by what the dates still allow.
 */
export function adjustmentsOf(book: MonthBook): { adjustments: Adjustment[]; findings: LineFinding[] } {
  const { line } = book.input.profile;
  const rows = book.papers.tickets.replaced
    .filter(({ after, before }) =>
      [after, before].some(({ document }) => document.kind === 'border' && document.line === line),
    )
    .flatMap((replaced) => adjustmentOf(book, replaced));
  rows.sort((a, b) => (a.day + a.knownAt + a.by < b.day + b.knownAt + b.by ? -1 : 1));
  const findings = rows.map(({ after, before, by, corrects, day, proposal, reason }) => {
    const numbers = { before: numberOf(book, corrects), after: numberOf(book, by) };
    return found(
      'OIL_MONTH_CORRECTED',
      { ...numbers, from: before, to: after, reason, proposal: mends[proposal] },
      { day, evidence: [corrects, by] },
    );
  });
  return { adjustments: rows, findings };
}

function numberOf({ byDigest }: MonthBook, digest: string): string {
  return (byDigest.get(digest)?.document as { readonly number?: string } | undefined)?.number ?? digest;
}

function adjustmentOf(book: MonthBook, { after, before }: Replaced<'MeasurementTicket'>): Adjustment[] {
  const begins = moment(before.document.from);
  const day = (dayOf(book.days, begins) ?? dayOf(book.days, moment(after.document.from)))?.day;
  if (day === undefined) return [];
  const [old, now] = [before, after].map(({ digest, document }) =>
    book.volumes.of(document.reported.netStandardVolume, {
      ...{ digest, paper: 'Ticket', number: document.number, path: '/reported/netStandardVolume' },
      ...{ lot: document.batch, commodity: document.commodity },
    }),
  ) as [bigint, bigint];
  const touched = book.input.filed.filter(
    ({ filedAt, from, to }) => from <= day && day <= to && moment(filedAt) < after.knownAt,
  );
  const entry = touched.find(({ state }) => state === 'filed') ?? touched[0];
  return [
    {
      ...{ corrects: before.digest, by: after.digest, reason: after.document.corrects?.reason ?? '', day },
      ...{ before: textOf(old), after: textOf(now), knownAt: after.knownAt },
      proposal: entry ? proposalFor(book, day, entry) : 'none',
      ...(entry ? { entry: entry.entry } : {}),
    },
  ];
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
