import type { TransportMode } from '@portolan/documents';
import {
  addSeconds,
  type Instant,
  instant,
  millisecondsBetween,
  parseDate,
  startOfDay,
} from '@portolan/kernel';
import { type Certainty, inForce } from '../facts/fact.ts';
import type { DataSetId } from './data-set.ts';
import { type DeadlineFact, deadlineFacts, type VoyageEvent } from './deadlines.ts';

/** When things happen on the way: instants, or calendar days where the papers say no more. */
export type VoyageTimes = Readonly<Partial<Record<VoyageEvent, string>>>;

export interface Trip {
  readonly mode: TransportMode;
  readonly times: VoyageTimes;
  /** Zone of the places, where a day is all that is known; its first moment counts, which is the safe side. */
  readonly zone: string;
  /** Carrier, driver and importer are of the FAST programme. */
  readonly fast?: boolean;
  /** The flight is from a near place (19 CFR 122.48a(b)(1)). */
  readonly near?: boolean;
}

/** A term of advance data on one trip. */
export interface AdvanceClock {
  readonly name: string;
  readonly label: string;
  readonly set: DataSetId;
  readonly before: VoyageEvent;
  readonly due: Instant;
  /** Negative when late. */
  readonly minutesLeft: number;
  readonly state: 'running' | 'met' | 'late';
  /** The papers give a day only, so the start of the day was taken. */
  readonly byDay: boolean;
  readonly source: string;
  readonly certainty: Certainty;
}

/**
 * The terms of the advance data of a trip, by due time. A term whose event is not known does not run yet. `sent` says when
 * each set was sent, by name of the term or of the set.
 */
export function advanceClocks(
  trip: Trip,
  now: Instant,
  sent: Readonly<Record<string, string>> = {},
): AdvanceClock[] {
  return factsFor(trip)
    .flatMap((fact) => {
      const event = momentOf(trip.times[fact.before], trip.zone);
      if (!event) return [];
      const due = addSeconds(event.at, -60 * fact.minutes);
      const met = sent[fact.name] ?? sent[fact.set];
      const { name, label, set, before, source, certainty } = fact;
      return [
        {
          ...{ name, label, set, before, due, source, certainty },
          minutesLeft: Math.floor(millisecondsBetween(now, due) / 60_000),
          state: stateOf(due, now, met),
          byDay: event.byDay,
        },
      ];
    })
    .sort((left, right) => (left.due < right.due ? -1 : left.due > right.due ? 1 : 0));
}

/** Of each term the row for this kind of trip, else the general one; as in force on the day of the event. */
function factsFor({ mode, times, fast, near }: Trip): DeadlineFact[] {
  const special = new Set([...(fast ? ['fast'] : []), ...(near ? ['near'] : [])]);
  const names = [...new Set(deadlineFacts.filter((fact) => fact.mode === mode).map(({ name }) => name))];
  return names.flatMap((name) => {
    const rows = deadlineFacts.filter((fact) => fact.name === name && fact.mode === mode);
    const fitting = rows.filter(({ only }) => only !== undefined && special.has(only));
    const chosen = fitting.length > 0 ? fitting : rows.filter(({ only }) => only === undefined);
    const day = (times[chosen[0]?.before ?? 'arrival'] ?? '9999-12-31').slice(0, 10);
    return inForce(chosen, day) ?? [];
  });
}

function momentOf(text: string | undefined, zone: string): { at: Instant; byDay: boolean } | undefined {
  if (text === undefined) return undefined;
  const day = text.length === 10 ? parseDate(text) : undefined;
  if (day?.ok) return { at: startOfDay(day.value, zone), byDay: true };
  return { at: instant(text), byDay: false };
}

function stateOf(due: Instant, now: Instant, met: string | undefined): AdvanceClock['state'] {
  if (met !== undefined) return instant(met) <= due ? 'met' : 'late';
  return now <= due ? 'running' : 'late';
}
