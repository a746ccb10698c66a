import type { WorkItem } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';

/** Longest line of iCalendar in octets, without its end (RFC 5545, section 3.1). */
const FOLD = 75;

/**
 * What is due as a calendar (RFC 5545): one event for each term, with an alarm a day and an hour before. Any calendar program
 * opens it; a term keeps its identity, so opening a newer file moves it.
 */
export function calendarOf(
  items: readonly WorkItem[],
  { origin, now }: { origin: string; now: Instant },
): string {
  const events = items.flatMap((item) => (item.due ? eventOf(item, item.due, origin, now) : []));
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Portolan//Work//EN', 'CALSCALE:GREGORIAN'],
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventOf(item: WorkItem, due: string, origin: string, now: Instant): string[] {
  const summary = `SUMMARY:${escaped(item.title)}`;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(item.id)}@portolan`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(due)}`,
    summary,
    `DESCRIPTION:${escaped([item.reason, item.dueWords].filter(Boolean).join('. '))}`,
    `URL:${origin}${item.href}`,
    ...alarm('-P1D', item.title),
    ...alarm('-PT1H', item.title),
    'END:VEVENT',
  ];
}

function alarm(trigger: string, title: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${trigger}`,
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
  ];
}

function stamp(at: string): string {
  return at.replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (one) => `\\${one}`).replace(/\r?\n/g, '\\n');
}

/** Long lines go on after a space; no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > FOLD) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
