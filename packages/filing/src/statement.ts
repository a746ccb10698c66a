import { addDays, addWorkingDays, type CalendarDate, date } from '@portolan/kernel';
import { inForce } from './facts/fact.ts';
import { federalHolidays } from './facts/holidays.ts';
import {
  type PaymentKind,
  paymentFacts,
  paymentTypes,
  type StatementAccount,
} from './facts/payment-plans.ts';

/** How a client pays. */
export interface PaymentPlan {
  readonly kind: PaymentKind;
  /** Working day of the month on which the preliminary monthly statement is made; the latest possible where nothing is said. */
  readonly statementDay?: number;
}

/** When an entry is paid. */
export interface PaymentTerm {
  readonly kind: PaymentKind;
  readonly label: string;
  /** Month that a monthly statement gathers, such as 2026-06. */
  readonly month?: string;
  /** Day on which the preliminary monthly statement is made. */
  readonly printsOn?: CalendarDate;
  readonly due: CalendarDate;
  readonly source: string;
  readonly certainty: 'verified' | 'general' | 'open';
}

/** The latest working day of a month on which a preliminary statement may be made, on a day; undefined where none is known. */
export function latestStatementDay(on: string): number | undefined {
  return inForce(
    paymentFacts.filter(({ kind }) => kind === 'periodic'),
    on,
  )?.month?.print;
}

/**
 * When the duty of an entry is due by its client's way of payment. `releasedOn` is the day of release, or of entry where that
 * came first or the release is not known. Undefined where no rule is known for the day.
 */
export function paymentTerm(
  { kind, statementDay }: PaymentPlan,
  releasedOn: string,
): PaymentTerm | undefined {
  const fact = inForce(
    paymentFacts.filter((row) => row.kind === kind),
    releasedOn,
  );
  if (!fact) return undefined;
  const { label, source, certainty, workingDays, month } = fact;
  const shared = { kind, label, source, certainty };
  if (month)
    return {
      ...shared,
      month: releasedOn.slice(0, 7),
      printsOn: workingDayAfter(releasedOn, Math.min(statementDay ?? month.print, month.print)),
      due: workingDayAfter(releasedOn, month.due),
    };
  return { ...shared, due: workingDaysFrom(date(releasedOn), workingDays ?? 0) };
}

/** The payment type code of the summary message; undefined where no row holds on the day. */
export function paymentTypeCode(
  plan: { readonly kind: PaymentKind; readonly account: StatementAccount },
  on: string,
): string | undefined {
  return inForce(
    paymentTypes.filter(({ kind, account }) => kind === plan.kind && account === plan.account),
    on,
  )?.code;
}

/** So many working days after a day: Saturdays, Sundays and federal holidays do not count. */
export function workingDaysFrom(start: CalendarDate, days: number): CalendarDate {
  const year = Number(start.slice(0, 4));
  return addWorkingDays(start, days, new Set([year, year + 1].flatMap(federalHolidays)));
}

/** The working day of that number in the month after a day. */
function workingDayAfter(day: string, number: number): CalendarDate {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return workingDaysFrom(addDays(date(first), -1), number);
}
