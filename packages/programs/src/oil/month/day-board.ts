import { Decimal, date, dateInZone, instant } from '@portolan/kernel';
import { type Amount, textOf } from '@portolan/traceability';
import type { MonthBook } from './book.ts';
import type { Claim } from './claims.ts';
import { entryDue } from './clocks.ts';
import type { Coverage } from './coverage.ts';
import type { ExactCrossing } from './crossings.ts';
import type { MeterDay } from './days.ts';
import type { FiledEntry } from './input.ts';
import type { CrossingDay } from './line-month.ts';
import type { ProcessBook } from './process.ts';

/** A crossing with how it is entered. */
export interface Claimed extends ExactCrossing {
  readonly claim: Claim;
}

/** One cell of the month board. */
export function dayCell(
  book: MonthBook,
  { day, from, to }: MeterDay,
  coverage: Coverage,
  crossings: readonly Claimed[],
  kindOf: ProcessBook['kindOf'],
): CrossingDay {
  const { at, filed, profile, tables } = book.input;
  const volume = crossings.reduce((sum, { amount }) => sum + amount, 0n);
  const toEnter = crossings.filter(({ crossing }) => crossing.inBond === undefined);
  const open = toEnter.filter(({ crossing }) => !coveredBy(filed, crossing.owner.did, day));
  const kinds = new Set(open.map(({ crossing }) => kindOf(crossing.owner.did)));
  const [due] = [...kinds].flatMap((kind) => entryDue(tables, kind, date(day)) ?? []).sort();
  const today = dateInZone(instant(at), profile.zone);
  const late = due !== undefined && today > due;
  const api = averageApi(crossings);
  return {
    ...{ day, from, to, state: stateOf(coverage, { day, from, to }, volume, at) },
    volume: textOf(volume),
    ...(api === undefined ? {} : { api }),
    owners: ownersOf(crossings),
    nondutiable: toEnter.every(({ claim }) => !claim.dutiable),
    ...(due !== undefined ? { entryDue: due } : {}),
    entryState:
      toEnter.length === 0 ? 'nothing-to-enter' : open.length === 0 ? 'entered' : late ? 'late' : 'open',
  };
}

/** The entry, filed and not only drafted, under which an owner entered a day. */
export function coveredBy(filed: readonly FiledEntry[], owner: string, day: string): FiledEntry | undefined {
  return filed.find(
    (entry) => entry.state === 'filed' && entry.owner === owner && entry.from <= day && day <= entry.to,
  );
}

function stateOf(
  { gaps, tickets }: Coverage,
  { from, to }: MeterDay,
  volume: Amount,
  at: string,
): CrossingDay['state'] {
  if (tickets.length === 0) return from > at ? 'ahead' : to > at ? 'partly' : 'missing';
  if (gaps.length > 0) return 'partly';
  return volume === 0n ? 'no-flow' : 'measured';
}

function ownersOf(crossings: readonly ExactCrossing[]): CrossingDay['owners'] {
  const owners = new Map<string, { did: string; name: string; amount: Amount }>();
  for (const { amount, crossing } of crossings) {
    const { did, name } = crossing.owner;
    owners.set(did, { did, name, amount: (owners.get(did)?.amount ?? 0n) + amount });
  }
  return [...owners.values()]
    .sort((a, b) => (a.did < b.did ? -1 : 1))
    .map(({ amount, did, name }) => ({ did, name, volume: textOf(amount) }));
}

const API_PLACES = 1;

/** Gravity of the day, weighed by volume; one figure for the eye, nothing is decided on it. */
function averageApi(crossings: readonly ExactCrossing[]): string | undefined {
  let [weight, sum] = [Decimal.zero, Decimal.zero];
  for (const { crossing, gravity } of crossings) {
    if (!gravity.decided) continue;
    const volume = Decimal.of(crossing.volume);
    weight = weight.plus(volume);
    sum = sum.plus(volume.times(gravity.decided));
  }
  return weight.isZero() ? undefined : sum.dividedBy(weight, API_PLACES, 'half-up').toFixed(API_PLACES);
}
