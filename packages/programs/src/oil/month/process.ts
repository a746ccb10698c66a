import { inForce } from '@portolan/filing';
import { textOf } from '@portolan/traceability';
import type { MonthBook } from './book.ts';
import type { Claimed } from './day-board.ts';
import type { LineMonth } from './line-month.ts';

type Process = LineMonth['process'];
export type ProcessKind = Process['kind'];

/** How each owner enters the month. */
export interface ProcessBook {
  readonly process: Process;
  readonly kindOf: (owner: string) => ProcessKind;
}

/**
 * One entry for the month only where every day of it is nondutiable (CSMS 64859298); else each day is entered apart (HQ H272806). An
 * entry is of one importer's merchandise, so that each owner is judged by its own, unless the policy in force says by the line. What
 * moves under bond is not entered here and decides nothing.
 */
export function processBook(book: MonthBook, claimed: readonly Claimed[]): ProcessBook {
  const entered = claimed.filter(({ crossing }) => crossing.inBond === undefined);
  const dutiable = entered.filter(({ claim }) => claim.dutiable);
  const policy = inForce(book.input.tables.process, book.days[0]?.day ?? '');
  const kind: ProcessKind = dutiable.length > 0 ? 'daily' : 'monthly';
  const owned = Map.groupBy(entered, ({ crossing }) => crossing.owner.did);
  const owners = [...owned]
    .filter(([did]) => did !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, list]) => {
      const [{ crossing }] = list as [Claimed];
      const own = list.filter(({ claim }) => claim.dutiable);
      const itself: ProcessKind = own.length > 0 ? 'daily' : 'monthly';
      return {
        owner: crossing.owner,
        kind: policy?.judgedFor === 'owner' ? itself : kind,
        dutiableDays: daysOf(own),
        reasons: reasonsOf(own),
      };
    });
  const kinds = new Map(owners.map((one) => [one.owner.did, one.kind]));
  return {
    process: { kind, reasons: reasonsOf(dutiable), owners },
    kindOf: (owner) => kinds.get(owner) ?? kind,
  };
}

function daysOf(list: readonly Claimed[]): string[] {
  return [...new Set(list.map(({ crossing }) => crossing.day))].sort();
}

/** In plain words, by batch: what of it is dutiable, on which days, and why. */
function reasonsOf(dutiable: readonly Claimed[]): string[] {
  const byBatch = Map.groupBy(dutiable, ({ crossing }) => crossing.batch);
  return [...byBatch]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([batch, list]) => {
      const days = daysOf(list);
      const volume = textOf(list.reduce((sum, { amount }) => sum + amount, 0n));
      const span = days.length === 1 ? days[0] : `${days[0]} to ${days.at(-1)}`;
      return `${volume} barrels of batch ${batch}, ${span}: ${whyDutiable(list)}`;
    });
}

function whyDutiable([first]: readonly Claimed[]): string {
  if (first?.crossing.hts === undefined) return 'Its gravity is not known.';
  const { claim, crossing } = first;
  if (claim.rate === undefined)
    return `No tariff edition at hand is in force on ${crossing.day} with number ${crossing.hts}, so that no rate is known; it counts as dutiable until one is imported.`;
  return crossing.freeTrade.reason;
}
