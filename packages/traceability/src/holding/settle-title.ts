import type { Amount } from '../amount/amount.ts';
import { compare } from '../replay/effective.ts';
import { Accounts, inOrder, type TitleEvent } from './timeline.ts';
import type {
  AcceptedMove,
  LotTitle,
  RefusedMove,
  TitleDeposit,
  TitleMove,
  TitleStep,
  TitleWithdrawal,
} from './title.ts';

export interface LotTitleInput {
  readonly lot: string;
  readonly deposits: readonly TitleDeposit[];
  readonly withdrawals: readonly TitleWithdrawal[];
  readonly moves: readonly TitleMove[];
}

/**
 * What else stands against a move that the accounts would allow, such as an entry that was filed on the old owner: the event it
 * contradicts. Asked with the accounts as they stand without the move.
 */
export type Objection = (
  move: TitleMove,
  amount: Amount,
  before: TitleStep | undefined,
) => string | undefined;

const never: Objection = () => undefined;

/**
 * The accounts of one lot. Deposits and withdrawals are measured and always taken. Moves are claims: taken in the order in which
 * the log knew them, each at its own moment, as long as no account falls short then or later; one that does not fit is tried
 * again when its seller comes by more. So nobody displaces an earlier claim by dating a later one back.
 */
export function settleTitle(input: LotTitleInput, objection: Objection = never): LotTitle {
  const { deposits, lot, moves, withdrawals } = input;
  const measured: TitleEvent[] = [
    ...deposits.map((deposit) => ({ side: 0 as const, at: deposit.at, id: deposit.id, deposit })),
    ...withdrawals.map((withdrawal) => ({
      side: 2 as const,
      at: withdrawal.at,
      id: withdrawal.id,
      withdrawal,
    })),
  ].sort(inOrder);
  const book = new MoveBook(measured, objection);
  const waiting = new Map<string, RefusedMove>();
  let queue = [...moves].sort(byLog);
  for (let move = queue.shift(); move; move = queue.shift()) {
    const refused = book.enter(move);
    if (refused) waiting.set(move.id, refused);
    else {
      const seller = move.to;
      const again = [...waiting.values()].map((one) => one.move).filter(({ from }) => from === seller);
      for (const one of again) waiting.delete(one.id);
      if (again.length > 0) queue = [...queue, ...again].sort(byLog);
    }
  }
  const { overdrawn, steps } = book.replay();
  return {
    lot,
    steps,
    accepted: book.accepted,
    refused: [...waiting.values()].sort((a, b) => byLog(a.move, b.move)),
    overdrawn,
  };
}

function byLog(a: TitleMove, b: TitleMove): number {
  return compare(a.knownAt, b.knownAt) || compare(a.id, b.id);
}

/** What a seller's account shows to a move at a moment. */
interface Outlook {
  readonly before: TitleStep | undefined;
  /** What the seller has at the moment, and the least it has from then on. */
  readonly has: Amount;
  readonly least: Amount;
}

class MoveBook {
  readonly accepted: AcceptedMove[] = [];
  #events: TitleEvent[];
  readonly #objection: Objection;

  constructor(measured: TitleEvent[], objection: Objection) {
    this.#events = measured;
    this.#objection = objection;
  }

  /** Enters a move, or says why it contradicts what is there. */
  enter(move: TitleMove): RefusedMove | undefined {
    const outlook = this.#outlook(move, this.#events);
    const asked = move.amount ?? outlook.has;
    if (asked <= 0n || outlook.least < asked) return this.#explain(move, outlook, asked);
    const against = this.#objection(move, asked, outlook.before);
    if (against !== undefined) return { move, fault: 'objected', available: outlook.least, asked, against };
    const accepted = { move, amount: asked };
    this.accepted.push(accepted);
    const event: TitleEvent = { side: 1, at: move.at, id: orderOf(move), move: accepted };
    const place = this.#events.findIndex((other) => inOrder(other, event) > 0);
    this.#events.splice(place < 0 ? this.#events.length : place, 0, event);
    return undefined;
  }

  replay(): { steps: TitleStep[]; overdrawn: LotTitle['overdrawn'] } {
    const accounts = new Accounts();
    const steps: TitleStep[] = [];
    for (const [index, event] of this.#events.entries()) {
      accounts.apply(event);
      if (this.#events[index + 1]?.at !== event.at) steps.push(accounts.step(event.at as TitleStep['at']));
    }
    return { steps, overdrawn: accounts.overdrawn };
  }

  /** A delivery that came after the move and that the log did not know yet is no reason against it. */
  #outlook({ at, from, knownAt }: TitleMove, events: readonly TitleEvent[]): Outlook {
    const accounts = new Accounts();
    let before: TitleStep | undefined;
    let has = 0n;
    let least: Amount | undefined;
    for (const event of events) {
      if (event.side === 2 && event.at > at && event.withdrawal.knownAt > knownAt) continue;
      // Withdrawals of the same moment come after the move.
      const later = event.at > at || (event.at === at && event.side === 2);
      if (later && least === undefined) {
        before = accounts.step(at);
        has = accounts.held.get(from) ?? 0n;
        least = has;
      }
      accounts.apply(event);
      const now = accounts.held.get(from) ?? 0n;
      if (later && least !== undefined && now < least) least = now;
    }
    if (least !== undefined) return { before, has, least };
    const now = accounts.held.get(from) ?? 0n;
    return { before: accounts.step(at), has: now, least: now };
  }

  /** Which of the things that happened leaves the seller short: later sales, deliveries, or that it never had it. */
  #explain(move: TitleMove, { has, least }: Outlook, asked: Amount): RefusedMove {
    const refusal = { move, available: least > 0n ? least : 0n, asked };
    const wanted = move.amount ?? 1n;
    const sales = this.accepted.filter(({ move: other }) => other.from === move.from);
    const unsold = this.#outlook(
      move,
      this.#events.filter((event) => event.side !== 1 || event.move.move.from !== move.from),
    );
    if (sales.length > 0 && unsold.least >= wanted) {
      const last = sales.at(-1)?.move as TitleMove;
      return { ...refusal, fault: has >= wanted ? 'sold-on' : 'sold-twice', against: last.id };
    }
    const undelivered = this.#outlook(
      move,
      this.#events.filter(({ side }) => side !== 2),
    );
    const delivery = this.#events.find(
      (event) => event.side === 2 && (event.withdrawal.owner ?? move.from) === move.from,
    );
    if (delivery && undelivered.least >= wanted)
      return { ...refusal, fault: 'after-delivery', against: delivery.id };
    const ever = this.#events.some(
      (event) =>
        (event.side === 0 && event.deposit.owners.has(move.from)) ||
        (event.side === 1 && event.move.move.to === move.from),
    );
    return { ...refusal, fault: ever ? 'overdrawn' : 'never-owned' };
  }
}

/** Within a moment moves are entered in the order in which they were accepted to follow each other: by log, then by name. */
function orderOf({ id, knownAt }: TitleMove): string {
  return `${knownAt} ${id}`;
}
