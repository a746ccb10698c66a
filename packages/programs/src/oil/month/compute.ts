import { moment } from '../stream/moment.ts';
import { compare } from '../stream/standing.ts';
import { adjustmentsOf } from './adjustments.ts';
import { balanceOf } from './balance.ts';
import { type MonthBook, openBook } from './book.ts';
import { claimOf } from './claims.ts';
import { coverageFindings, coverageOf } from './coverage.ts';
import { crossingsOf } from './crossings.ts';
import { type Claimed, dayCell } from './day-board.ts';
import { ownerEntries } from './entries.ts';
import { entryFindings } from './entry-findings.ts';
import { inFindingOrder } from './find.ts';
import { withInBond } from './in-bond.ts';
import type { LineMonthInput } from './input.ts';
import type { LineMonth } from './line-month.ts';
import { measurementFindings } from './measurement-findings.ts';
import { movementFindings } from './movement-findings.ts';
import { processBook } from './process.ts';
import { Rates } from './rates.ts';
import { statusFindings } from './status-findings.ts';
import { titleFindings } from './title-findings.ts';

/**
 * The month of one line at its border meter: what crossed, whose it was, what it is and what it costs to enter, day by day. Pure:
 * the same papers give the same month, in whatever order they arrived; those that the log knew after `at` are not used. Signed
 * measurements are always taken; a claim that contradicts them or an earlier claim is refused, and says so among the findings.
 */
export function lineMonth(input: LineMonthInput): LineMonth {
  const book = openBook(normalized(input));
  const { crossings, findings: bonded } = withInBond(book, crossingsOf(book));
  const rates = new Rates(input.tariff);
  const claimed = crossings.map((one): Claimed => ({ ...one, claim: claimOf(book, rates, one) }));
  const { kindOf, process } = processBook(book, claimed);
  const coverage = coverageOf(book.days, book.border.counted);
  const byDay = Map.groupBy(claimed, ({ crossing }) => crossing.day);
  const days = book.days.map((day) =>
    dayCell(book, day, coverage.get(day.day) ?? { gaps: [], tickets: [] }, byDay.get(day.day) ?? [], kindOf),
  );
  const entries = ownerEntries(book, claimed, kindOf);
  const balance = balanceOf(book);
  const adjustments = adjustmentsOf(book, crossings);
  return {
    line: headOf(book),
    month: input.month,
    days,
    crossings: claimed.map(({ crossing }) => crossing),
    process,
    entries,
    balance: balance.balance,
    adjustments: adjustments.adjustments,
    findings: inFindingOrder([
      ...book.border.findings,
      ...bonded,
      ...book.days.flatMap((day) =>
        coverageFindings(day, coverage.get(day.day) ?? { gaps: [], tickets: [] }, book.input.at),
      ),
      ...measurementFindings(book, crossings),
      ...movementFindings(book),
      ...titleFindings(book, crossings),
      ...statusFindings(crossings),
      ...entryFindings(book, claimed, kindOf),
      ...balance.findings,
      ...adjustments.findings,
    ]),
  };
}

/** With moments as text that sorts as time does, and entries in an order of their own. */
function normalized(input: LineMonthInput): LineMonthInput {
  const filed = input.filed.toSorted((a, b) => compare(a.filedAt + a.entry, b.filedAt + b.entry));
  return { ...input, filed, at: moment(input.at) };
}

function headOf({ input: { profile } }: MonthBook): LineMonth['line'] {
  const border = profile.points.find(({ kind }) => kind === 'border');
  return {
    ...{ id: profile.line, name: profile.name, operator: profile.operator, zone: profile.zone },
    borderPoint: border?.id ?? '',
    port: border?.port ?? '',
  };
}
