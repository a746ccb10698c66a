import { type Instant, instant, parseInstant } from '@portolan/kernel';

const FORM =
  /^(-?)(\d{4,9})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,40})?(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/;
/** The first and the last instant that text order can carry. */
const FIRST = instant('0000-01-01T00:00:00Z');
const LAST = instant('9999-12-31T23:59:59.999Z');
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MINUTE = 60_000;

/**
 * The instant of an XML Schema 1.1 dateTimeStamp (part 2, section 3.4.28), which the data model writes its times in: any year, any
 * number of digits behind the second, and 24:00:00 for the end of a day, with a zone. Years that are out of reach count as the first
 * or last instant there is. Undefined for anything else, leap seconds among them.
 */
export function readDateTimeStamp(text: unknown): Instant | undefined {
  if (typeof text !== 'string') return undefined;
  const usual = text.endsWith('Z') ? parseInstant(text) : undefined;
  if (usual?.ok) return usual.value;
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, sign, years = '', ...rest] = match;
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = rest.slice(0, 5).map(Number);
  const [fraction = '', zone = ''] = rest.slice(5).map((part) => part ?? '');
  if (years.length > 4 && years.startsWith('0')) return undefined;
  const year = sign === '-' ? -Number(years) : Number(years);
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined;
  const midnight = hour === 24 && minute === 0 && second === 0 && /^\.?0*$/.test(fraction);
  if ((hour > 23 && !midnight) || minute > 59 || second > 59) return undefined;
  if (year < 0) return FIRST;
  if (year > 9999) return LAST;
  const milliseconds = Number(`${fraction.replace('.', '')}000`.slice(0, 3));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, milliseconds);
  return within(date.getTime() - offsetOf(zone));
}

function daysOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] as number);
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
}

function within(time: number): Instant {
  if (time < Date.parse(FIRST)) return FIRST;
  return time > Date.parse(LAST) ? LAST : instant(time);
}
