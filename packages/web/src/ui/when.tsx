import { formatDate, formatInstant, inWords } from '../format/dates.ts';

/** An instant with its zone and its distance from now in words. */
export function When({ at, relative = false }: { at: string; relative?: boolean }) {
  return (
    <time dateTime={at} className="when">
      {formatInstant(at)}
      {relative && <span className="muted"> ({inWords(at, Date.now())})</span>}
    </time>
  );
}

/** A calendar date in words. */
export function Day({ date }: { date: string }) {
  return (
    <time dateTime={date} className="when">
      {formatDate(date)}
    </time>
  );
}
