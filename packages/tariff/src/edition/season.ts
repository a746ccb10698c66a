import { type CalendarDate, isLeapYear } from '@portolan/kernel';

/** A part of every year, both days inclusive, as MM-DD; it wraps over new year where `from` is later than `to`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** When goods must be entered to fall in a line: in one of the periods, or outside those of the sibling lines. */
export type Season =
  | { readonly kind: 'within'; readonly periods: readonly Period[]; readonly text: string }
  | { readonly kind: 'outside'; readonly text: string };

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const monthDay = String.raw`(${months.join('|')}) (\d{1,2})`;
const filler = `(?:,? in any year,?)?`;
const lastOfFebruary = 'the last day of the following February';
const span = new RegExp(
  `(?:period from|, or the period from) ${monthDay}${filler},? to (?:the following )?(?:${monthDay}(?: of the following year)?|${lastOfFebruary})`,
  'g',
);
const wholeMonth = new RegExp(`entered during the month of (${months.join('|')})`);
const entered = /\bentered (?:for consumption )?(?:during|in) the (?:period|month)\b/;
const otherTime = /^If entered (?:at any other time|for consumption outside the above stated period)\b/;

/** Reads the season out of a line's description: "If entered during the period from …"; undefined where there is none. */
export function parseSeason(description: string): Season | undefined {
  if (otherTime.test(description))
    return { kind: 'outside', text: 'outside the periods of its sibling lines' };
  if (!entered.test(description)) return undefined;
  const month = wholeMonth.exec(description)?.[1];
  const periods = month === undefined ? spans(description) : [wholeMonthPeriod(month)];
  if (periods.length === 0) return undefined;
  const text = periods.map(({ from, to }) => `${spoken(from)} to ${spoken(to)}`).join(' or ');
  return { kind: 'within', periods, text };
}

function spans(description: string): Period[] {
  return [...description.matchAll(span)].map(([, month = '', day = '', endMonth, endDay]) => ({
    from: code(month, day),
    to: endMonth === undefined || endDay === undefined ? '02-29' : code(endMonth, endDay),
  }));
}

function wholeMonthPeriod(month: string): Period {
  const last = new Date(Date.UTC(2000, months.indexOf(month) + 1, 0)).getUTCDate();
  return { from: code(month, '1'), to: code(month, String(last)) };
}

function code(month: string, day: string): string {
  return `${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function spoken(monthAndDay: string): string {
  if (monthAndDay === '02-29') return 'the last day of February';
  const [month = '1', day = '1'] = monthAndDay.split('-');
  return `${months[Number(month) - 1]} ${Number(day)}`;
}

/** Whether the date falls in a period; the end "02-29" is the last day of February in any year. */
export function inPeriod(date: CalendarDate, { from, to }: Period): boolean {
  const at = date.slice(5);
  const end = to === '02-29' && !isLeapYear(Number(date.slice(0, 4))) ? '02-28' : to;
  return from <= end ? from <= at && at <= end : at >= from || at <= end;
}
