import { Decimal, date, dateInZone, instant } from '@portolan/kernel';
import { textOf } from '@portolan/traceability';
import type { MonthBook } from './book.ts';
import { entryDue } from './clocks.ts';
import { type Claimed, coveredBy } from './day-board.ts';
import { found } from './find.ts';
import type { FiledEntry } from './input.ts';
import type { LineFinding } from './line-month.ts';
import type { ProcessBook } from './process.ts';

/** Entries that cover a day twice, or more than was owned; and days that nobody entered in time. */
export function entryFindings(
  book: MonthBook,
  claimed: readonly Claimed[],
  kindOf: ProcessBook['kindOf'],
): LineFinding[] {
  return [...twice(book), ...tooMuch(book, claimed), ...unrated(claimed), ...late(book, claimed, kindOf)];
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

/** Once for each number: between which days no edition tells what it costs. */
function unrated(claimed: readonly Claimed[]): LineFinding[] {
  const open = claimed.filter(
    ({ claim, crossing }) =>
      crossing.hts !== undefined && crossing.inBond === undefined && claim.rate === undefined,
  );
  return [...Map.groupBy(open, ({ crossing }) => crossing.hts)].map(([hts = '', list]) => {
    const days = list.map(({ crossing }) => crossing.day).sort();
    return found('OIL_RATE_UNKNOWN', { hts, from: days[0] ?? '', to: days.at(-1) ?? '' });
  });
}

/** Once for each owner and due day, since the open days of a month may be many. */
function late(book: MonthBook, claimed: readonly Claimed[], kindOf: ProcessBook['kindOf']): LineFinding[] {
  const { at, filed, profile, tables } = book.input;
  const today = dateInZone(instant(at), profile.zone);
  const known = new Map<string, string>();
  const dueOf = ({ crossing: { day, owner } }: Claimed): string => {
    const kind = kindOf(owner.did);
    const due = known.get(`${kind} ${day}`) ?? entryDue(tables, kind, date(day)) ?? '';
    known.set(`${kind} ${day}`, due);
    return due;
  };
  const open = claimed.filter((one) => {
    const { day, inBond, owner } = one.crossing;
    if (inBond !== undefined || owner.did === '') return false;
    const due = dueOf(one);
    return due !== '' && today > date(due) && !coveredBy(filed, owner.did, day);
  });
  const groups = Map.groupBy(open, (one) => `${one.crossing.owner.did} ${dueOf(one)}`);
  return [...groups.values()].map((list) => {
    const [first] = list as [Claimed];
    const own = [...new Set(list.map((one) => one.crossing.day))].sort();
    const day = own.length === 1 ? (own[0] ?? '') : `${own.length} days from ${own[0]} to ${own.at(-1)}`;
    const params = { owner: first.crossing.owner.name, day, due: dueOf(first) };
    return found('OIL_ENTRY_LATE', params, {
      day: own[0],
      evidence: list.map(({ ticket }) => ticket.digest),
    });
  });
}
