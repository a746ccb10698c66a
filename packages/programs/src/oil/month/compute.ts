import { textOf } from '@portolan/traceability';
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
  const process = processOf(claimed);
  const coverage = coverageOf(book.days, book.border.counted);
  const byDay = Map.groupBy(claimed, ({ crossing }) => crossing.day);
  const days = book.days.map((day) =>
    dayCell(
      book,
      day,
      coverage.get(day.day) ?? { gaps: [], tickets: [] },
      byDay.get(day.day) ?? [],
      process.kind,
    ),
  );
  const entries = ownerEntries(book, claimed, process.kind);
  const balance = balanceOf(book);
  const adjustments = adjustmentsOf(book);
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
      ...entryFindings(book, claimed, days),
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

/** One entry for the month only where every day of it is nondutiable (CSMS 64859298); else each day is entered apart. */
function processOf(claimed: readonly Claimed[]): LineMonth['process'] {
  const dutiable = claimed.filter(({ claim, crossing }) => claim.dutiable && crossing.inBond === undefined);
  if (dutiable.length === 0) return { kind: 'monthly', reasons: [] };
  const byBatch = Map.groupBy(dutiable, ({ crossing }) => crossing.batch);
  const reasons = [...byBatch]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([batch, list]) => {
      const days = [...new Set(list.map(({ crossing }) => crossing.day))].sort();
      const volume = textOf(list.reduce((sum, { amount }) => sum + amount, 0n));
      const [{ crossing }] = list as [Claimed];
      const span = days.length === 1 ? days[0] : `${days[0]} to ${days.at(-1)}`;
      const why = crossing.hts === undefined ? 'Its gravity is not known.' : crossing.freeTrade.reason;
      return `${volume} barrels of batch ${batch}, ${span}: ${why}`;
    });
  return { kind: 'daily', reasons };
}
