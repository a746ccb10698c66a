import type { BorderTicket } from './border-tickets.ts';
import type { MeterDay } from './days.ts';
import { found } from './find.ts';
import type { LineFinding } from './line-month.ts';

/** How much of a day tickets cover. */
export interface Coverage {
  /** Stretches without a ticket. */
  readonly gaps: readonly { readonly from: string; readonly to: string }[];
  readonly tickets: readonly BorderTicket[];
}

/** The tickets of each day and the stretches of it that none covers. Both lists are in the order of time. */
export function coverageOf(
  days: readonly MeterDay[],
  tickets: readonly BorderTicket[],
): Map<string, Coverage> {
  const result = new Map<string, Coverage>();
  let first = 0;
  for (const { day, from, to } of days) {
    while (first < tickets.length && (tickets[first] as BorderTicket).to <= from) first += 1;
    const own: BorderTicket[] = [];
    const gaps: { from: string; to: string }[] = [];
    let covered: string = from;
    for (
      let index = first;
      index < tickets.length && (tickets[index] as BorderTicket).from < to;
      index += 1
    ) {
      const ticket = tickets[index] as BorderTicket;
      if (ticket.to <= from) continue;
      own.push(ticket);
      if (ticket.from > covered) gaps.push({ from: covered, to: ticket.from });
      if (ticket.to > covered) covered = ticket.to;
    }
    if (covered < to) gaps.push({ from: covered, to });
    result.set(day, { gaps, tickets: own });
  }
  return result;
}

const HOUR = 3_600_000;
const USUAL_HOURS = 24;

/** Says which part of a day that is over nobody measured; where the clock changed that day, that this is what was missed. */
export function coverageFindings(day: MeterDay, { gaps, tickets }: Coverage, at: string): LineFinding[] {
  if (day.to > at) return [];
  const hours = (Date.parse(day.to) - Date.parse(day.from)) / HOUR;
  const whole = tickets.find(
    ({ from, to }) => (Date.parse(to) - Date.parse(from)) / HOUR === USUAL_HOURS && from === day.from,
  );
  if (hours !== USUAL_HOURS && whole)
    return [
      found(
        'OIL_DAY_LENGTH',
        { number: whole.document.number, covered: USUAL_HOURS, day: day.day, hours },
        { day: day.day, batch: whole.batch, evidence: [whole.digest] },
      ),
    ];
  return gaps.map(({ from, to }) =>
    found(
      'OIL_DAY_MISSING',
      { day: day.day, from, to },
      { day: day.day, evidence: tickets.map(({ digest }) => digest) },
    ),
  );
}
