import type { Amount } from '../amount/amount.ts';
import { apportion } from '../amount/apportion.ts';
import { compare } from '../replay/effective.ts';
import type { AcceptedMove, TitleDeposit, TitleStep, TitleWithdrawal } from './title.ts';

/** One thing that happens to the accounts of a lot. Within a moment deposits come first, then moves, then withdrawals. */
export type TitleEvent =
  | { readonly side: 0; readonly at: string; readonly id: string; readonly deposit: TitleDeposit }
  | { readonly side: 1; readonly at: string; readonly id: string; readonly move: AcceptedMove }
  | { readonly side: 2; readonly at: string; readonly id: string; readonly withdrawal: TitleWithdrawal };

export function inOrder(a: TitleEvent, b: TitleEvent): number {
  return compare(a.at, b.at) || a.side - b.side || compare(a.id, b.id);
}

/** The accounts of a lot while they are carried through its events. */
export class Accounts {
  readonly held = new Map<string, Amount>();
  readonly entitled = new Map<string, Amount>();
  readonly basis = new Map<string, string>();
  readonly overdrawn: { withdrawal: TitleWithdrawal; owner: string; by: Amount }[] = [];
  #emptied = false;

  apply(event: TitleEvent): void {
    if (event.side === 0) this.#deposit(event.deposit);
    else if (event.side === 1) this.#move(event.move);
    else this.#withdraw(event.withdrawal);
  }

  step(at: TitleStep['at']): TitleStep {
    return {
      at,
      entitled: above(this.entitled),
      held: new Map(this.held),
      basis: new Map(this.basis),
    };
  }

  #deposit({ id, owners }: TitleDeposit): void {
    if (this.#emptied) this.entitled.clear();
    this.#emptied = false;
    for (const [owner, amount] of owners) {
      add(this.held, owner, amount);
      add(this.entitled, owner, amount);
      this.basis.set(owner, id);
    }
  }

  #move({ amount, move: { from, id, to } }: AcceptedMove): void {
    for (const account of [this.held, this.entitled]) {
      add(account, from, -amount);
      add(account, to, amount);
    }
    this.basis.set(to, id);
  }

  #withdraw(withdrawal: TitleWithdrawal): void {
    const { amount, owner } = withdrawal;
    const parts = above(this.held);
    const shares = owner === undefined ? apportion(amount, parts) : new Map([[owner, amount]]);
    for (const [name, share] of shares) {
      add(this.held, name, -share);
      const left = this.held.get(name) ?? 0n;
      if (left < 0n) this.overdrawn.push({ withdrawal, owner: name, by: -left < share ? -left : share });
    }
    // The shares stay until something new comes in: what is measured last may still be on its way.
    this.#emptied = above(this.held).size === 0;
  }
}

function add(account: Map<string, Amount>, owner: string, amount: Amount): void {
  const sum = (account.get(owner) ?? 0n) + amount;
  if (sum === 0n) account.delete(owner);
  else account.set(owner, sum);
}

function above(account: ReadonlyMap<string, Amount>): Map<string, Amount> {
  return new Map([...account].filter(([, amount]) => amount > 0n));
}
