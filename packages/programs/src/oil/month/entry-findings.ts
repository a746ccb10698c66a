import { Decimal, date, dateInZone, instant } from '@portolan/kernel';
import { textOf } from '@portolan/traceability';
import type { MonthBook } from './book.ts';
import { type Claimed, coveredBy } from './day-board.ts';
import { found } from './find.ts';
import type { FiledEntry } from './input.ts';
import type { CrossingDay, LineFinding } from './line-month.ts';

/** Entries that cover a day twice, or more than was owned; and days that nobody entered in time. */
export function entryFindings(
  book: MonthBook,
  claimed: readonly Claimed[],
  days: readonly CrossingDay[],
): LineFinding[] {
  return [...twice(book), ...tooMuch(book, claimed), ...late(book, claimed, days)];
}

function twice({ days, input, nameOf }: MonthBook): LineFinding[] {
  const filed = input.filed.filter(({ state }) => state === 'filed');
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  const inOrder = [...filed].sort((a, b) => (a.filedAt + a.entry < b.filedAt + b.entry ? -1 : 1));
  return inOrder.flatMap((one, index) =>
    inOrder.slice(0, index).flatMap((other) => {
      const [from, to] = [
        [one.from, other.from, first].sort().at(-1) ?? '',
        [one.to, other.to, last].sort()[0] ?? '',
      ];
      if (one.owner !== other.owner || one.entry === other.entry || from > to || !sameGoods(one, other))
        return [];
      const day = from === to ? from : `${from} to ${to}`;
      return [
        found(
          'OIL_ENTRY_DOUBLE',
          { owner: nameOf(one.owner), day, entry: one.entry, other: other.entry },
          { day: from },
        ),
      ];
    }),
  );
}

/** Two entries of one day under different numbers enter different oil. */
function sameGoods(one: FiledEntry, other: FiledEntry): boolean {
  if (one.volumes.length === 0 || other.volumes.length === 0) return true;
  const numbers = new Set(one.volumes.map(({ hts }) => digits(hts)));
  return other.volumes.some(({ hts }) => numbers.has(digits(hts)));
}

function digits(hts: string): string {
  return hts.replaceAll('.', '');
}

/** Barrels that whole-barrel reporting may add to each number of an entry. */
const ROUNDING = Decimal.of('1');

function tooMuch(book: MonthBook, claimed: readonly Claimed[]): LineFinding[] {
  const [first, last] = [book.days[0]?.day ?? '', book.days.at(-1)?.day ?? ''];
  return book.input.filed.flatMap(({ entry, from, owner, state, to, volumes }) => {
    if (state !== 'filed' || from < first || last < to || volumes.length === 0) return [];
    const own = claimed.filter(
      ({ crossing }) =>
        crossing.owner.did === owner &&
        from <= crossing.day &&
        crossing.day <= to &&
        crossing.inBond === undefined,
    );
    const owned = Decimal.of(textOf(own.reduce((sum, { amount }) => sum + amount, 0n)));
    const entered = volumes.reduce((sum, { volume }) => sum.plus(Decimal.of(volume)), Decimal.zero);
    if (entered.lte(owned.plus(ROUNDING.times(Decimal.of(volumes.length))))) return [];
    const params = {
      entry,
      from,
      to,
      owner: book.nameOf(owner),
      entered: entered.toString(),
      owned: owned.toString(),
    };
    const evidence = own.map(({ ticket }) => ticket.digest);
    return [found('OIL_ENTRY_NOT_OWNER', params, { evidence })];
  });
}

/** Once for each owner and due day, since the open days of a month may be many. */
function late(book: MonthBook, claimed: readonly Claimed[], days: readonly CrossingDay[]): LineFinding[] {
  const { at, filed, profile } = book.input;
  const today = dateInZone(instant(at), profile.zone);
  const due = new Map(
    days.flatMap(({ day, entryDue }) => (entryDue === undefined ? [] : [[day, entryDue] as const])),
  );
  const open = claimed.filter(({ crossing: { day, inBond, owner } }) => {
    const by = due.get(day);
    return (
      inBond === undefined &&
      owner.did !== '' &&
      by !== undefined &&
      today > date(by) &&
      !coveredBy(filed, owner.did, day)
    );
  });
  const groups = Map.groupBy(open, ({ crossing }) => `${crossing.owner.did} ${due.get(crossing.day)}`);
  return [...groups.values()].map((list) => {
    const [{ crossing }] = list as [Claimed];
    const own = [...new Set(list.map((one) => one.crossing.day))].sort();
    const day = own.length === 1 ? (own[0] ?? '') : `${own.length} days from ${own[0]} to ${own.at(-1)}`;
    const params = { owner: crossing.owner.name, day, due: due.get(crossing.day) ?? '' };
    return found('OIL_ENTRY_LATE', params, {
      day: own[0],
      evidence: list.map(({ ticket }) => ticket.digest),
    });
  });
}
