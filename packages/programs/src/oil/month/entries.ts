import { convertQuantity, Decimal, type Money, money } from '@portolan/kernel';
import { type Amount, textOf } from '@portolan/traceability';
import type { MonthBook } from './book.ts';
import type { Claimed } from './day-board.ts';
import { merchandiseFee } from './fee.ts';
import type { FiledEntry } from './input.ts';
import type { OwnerEntry } from './line-month.ts';
import type { ProcessBook } from './process.ts';

const ENTRY_TYPE = '01';
const CENTS = 2;

/**
 * What each owner enters: one entry of the month where every day of it is nondutiable, else one of each day with a crossing
 * (HQ H272806; CSMS 64859298). What moves under bond, and what nobody is known to own, is in none.
 */
export function ownerEntries(
  book: MonthBook,
  claimed: readonly Claimed[],
  kindOf: ProcessBook['kindOf'],
): OwnerEntry[] {
  const entered = claimed.filter(
    ({ crossing }) => crossing.inBond === undefined && crossing.owner.did !== '',
  );
  const groups = Map.groupBy(entered, ({ crossing: { day, owner } }) =>
    kindOf(owner.did) === 'monthly' ? owner.did : `${owner.did} ${day}`,
  );
  return [...groups.values()]
    .map((group) => entryOf(book, group, kindOf))
    .sort((a, b) => (a.owner.did + a.from < b.owner.did + b.from ? -1 : 1));
}

function entryOf(book: MonthBook, group: readonly Claimed[], kindOf: ProcessBook['kindOf']): OwnerEntry {
  const [first] = group as [Claimed];
  const { owner } = first.crossing;
  const days = [...new Set(group.map(({ crossing }) => crossing.day))].sort();
  const [from, to] =
    kindOf(owner.did) === 'monthly'
      ? [book.days[0]?.day ?? '', book.days.at(-1)?.day ?? '']
      : [first.crossing.day, first.crossing.day];
  const lines = linesOf(group);
  const fee = feeOf(book, owner.did, group);
  const entry = entryNumber(book.input.filed, owner.did, from, to);
  return {
    ...{ owner, from, to, entryType: ENTRY_TYPE, lines, days: days.length },
    portOfEntry: book.input.profile.points.find(({ id }) => id === first.ticket.point)?.port ?? '',
    duty: money(
      lines.reduce((sum, { duty }) => sum.plus(Decimal.of(duty.amount)), Decimal.zero),
      'USD',
    ),
    ...(fee ? { merchandiseFee: fee } : {}),
    ...(entry === undefined ? {} : { entry }),
  };
}

/** One line for each number, country and claim. */
function linesOf(group: readonly Claimed[]): OwnerEntry['lines'] {
  const lines = Map.groupBy(group, ({ claim, crossing, status }) =>
    [crossing.hts ?? '', status.country ?? '', claim.spi ?? ''].join(' '),
  );
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, list]) => {
      const [{ claim, crossing, gravity, status, ticket }] = list as [Claimed];
      const amount = list.reduce((sum, one) => sum + one.amount, 0n);
      const quantity = reported(amount, claim.rate?.unit ?? 'BLL');
      return {
        hts: crossing.hts ?? '',
        description: gravity.number?.description ?? ticket.document.commodity,
        originCountry: status.country ?? '',
        ...(claim.spi === undefined ? {} : { spi: claim.spi }),
        volume: textOf(amount),
        quantity,
        ...(claim.rate?.perUnit ? { rate: claim.rate.perUnit.toString() } : {}),
        duty: dutyOf(quantity.value, claim),
        evidence: [...new Set(list.flatMap((one) => [one.ticket.digest, one.crossing.basis.digest]))].sort(),
      };
    });
}

/** Whole units of the tariff line, as a summary reports them. */
function reported(amount: Amount, unit: string): { value: string; unit: string } {
  const converted = convertQuantity({ value: textOf(amount), unit: 'BLL' }, unit);
  const { value, unit: shown } = converted.ok ? converted.value : { value: textOf(amount), unit: 'BLL' };
  return { value: Decimal.of(value).round(0, 'half-up').toString(), unit: shown };
}

/** On the quantity that is reported, to the cent. */
function dutyOf(value: string, { rate }: Claimed['claim']): Money {
  const exact = Decimal.of(value).times(rate?.perUnit ?? Decimal.zero);
  return money(exact.round(CENTS, 'half-up'), 'USD');
}

/** Needs the value of a barrel, which only the owner and the agency know. */
function feeOf({ input }: MonthBook, owner: string, group: readonly Claimed[]): Money | undefined {
  const perBarrel = input.values?.find((one) => one.owner === owner)?.perBarrel;
  const liable = group.filter(({ claim }) => !claim.exemptFromFee);
  if (liable.length === 0) return money(Decimal.zero, 'USD');
  if (perBarrel === undefined) return undefined;
  const days = [...Map.groupBy(liable, ({ crossing }) => crossing.day)].map(([day, list]) => {
    const amount = list.reduce((sum, one) => sum + one.amount, 0n);
    // Value is entered in whole dollars.
    return { day, value: Decimal.of(textOf(amount)).times(Decimal.of(perBarrel)).round(0, 'half-up') };
  });
  return merchandiseFee(input.tariff.fees, days);
}

/** The filed entry of the period, or else the draft. */
function entryNumber(
  filed: readonly FiledEntry[],
  owner: string,
  from: string,
  to: string,
): string | undefined {
  const own = filed.filter((one) => one.owner === owner && one.from <= to && from <= one.to);
  return (own.find(({ state }) => state === 'filed') ?? own[0])?.entry;
}
