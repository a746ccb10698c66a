import type { CalendarDate } from './date.ts';
import { type Instant, instant } from './instant.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the name is a time zone of the IANA database as this runtime knows it. */
export function isZone(name: string): boolean {
  try {
    formatFor(name);
    return true;
  } catch {
    return false;
  }
}

/** The calendar day of an instant in an IANA zone: which day it is at the port decides, not which it is here. */
export function dateInZone(at: Instant, zone: string): CalendarDate {
  const name = `${at} ${zone}`;
  const before = days.get(name);
  if (before) return before;
  const day = wallClock(at, zone).slice(0, 10) as CalendarDate;
  if (days.size >= MAX_DAYS) days.clear();
  days.set(name, day);
  return day;
}

/** One decision asks for the same day several times, and a batch for few. */
const days = new Map<string, CalendarDate>();
const MAX_DAYS = 1024;

/** The first instant of a day in a zone, also where a change of clocks moves midnight. */
export function startOfDay(day: CalendarDate, zone: string): Instant {
  const noon = Date.parse(`${day}T12:00:00Z`);
  // The offset at the previous guess leads to midnight in at most two steps, since no zone changes twice a day.
  let guess = Date.parse(`${day}T00:00:00Z`);
  for (let step = 0; step < 3; step += 1) {
    const local = Date.parse(`${wallClock(instant(guess), zone)}Z`);
    const error = local - Date.parse(`${day}T00:00:00Z`);
    if (error === 0) return instant(guess);
    guess -= error;
  }
  return guess < noon ? instant(guess) : instant(noon);
}

function wallClock(at: Instant, zone: string): string {
  const parts = Object.fromEntries(
    formatFor(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const created = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, created);
  return created;
}
