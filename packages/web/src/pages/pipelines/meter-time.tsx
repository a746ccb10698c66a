import { formatInstant } from '../../format/dates.ts';

/** A moment by the clock of the meter, which names its zone. */
export function MeterTime({ at, zone }: { at: string; zone: string }) {
  return (
    <time dateTime={at} className="when">
      {formatInstant(at, zone)}
    </time>
  );
}
