const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;

/** The zone of the person who looks, as the browser knows it. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A calendar date in words: `2026-06-12` becomes `Jun 12, 2026`. A calendar date has no zone and gets none. */
export function formatDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (!match) return date;
  return `${MONTHS[Number(match[2]) - 1] ?? match[2]} ${Number(match[3])}, ${match[1]}`;
}

/** An instant in words with its zone: `Jun 12, 2026, 9:14 AM MST`. */
export function formatInstant(instant: string, zone: string = localZone()): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return instant;
  return new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  })
    .format(time)
    .replaceAll('\u202f', ' ');
}

/** How far one instant or date is from another in whole words: `in 12 days`, `3 hours ago`, `today`. */
export function inWords(when: string, now: number): string {
  const span = Date.parse(when) - now;
  if (Number.isNaN(span)) return '';
  const size = Math.abs(span);
  const [count, unit] =
    size < 3_600_000
      ? [Math.round(size / 60_000), 'minute']
      : size < DAY_MS
        ? [Math.round(size / 3_600_000), 'hour']
        : [Math.round(size / DAY_MS), 'day'];
  if (count === 0) return 'now';
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return span > 0 ? `in ${words}` : `${words} ago`;
}
