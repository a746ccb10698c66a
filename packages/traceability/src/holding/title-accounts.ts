import type { Instant } from '@portolan/kernel';
import type { Amount } from '../amount/amount.ts';
import { addTo, apportion, sumOf } from '../amount/apportion.ts';
import { compare } from '../replay/effective.ts';
import { put } from '../replay/put.ts';
import { type Objection, settleTitle } from './settle-title.ts';
import { type LotTitle, stepAt, type TitleDeposit, type TitleMove, type TitleWithdrawal } from './title.ts';

/** Goods that go from lots into lots. Their owners go with them, by their shares, unless it is said for whom. */
export interface TitleFlow {
  readonly id: string;
  readonly knownAt: Instant;
  readonly from: readonly { readonly lot: string; readonly at: Instant; readonly amount: Amount }[];
  readonly to: readonly { readonly lot: string; readonly at: Instant; readonly amount: Amount }[];
  readonly owner?: string;
}

export interface TitleInput {
  readonly deposits: readonly TitleDeposit[];
  readonly flows: readonly TitleFlow[];
  readonly moves: readonly TitleMove[];
}

/**
 * The accounts of every lot, each after the lots that flow into it. Where lots flow in a circle the one that was filled first is
 * settled first, and what comes back into it has no known owner unless the flow says one. Pure; the order of what is handed in
 * changes nothing.
 */
export function titleAccounts(input: TitleInput, objection?: Objection): Map<string, LotTitle> {
  const deposits = new Map<string, TitleDeposit[]>();
  const withdrawals = new Map<string, TitleWithdrawal[]>();
  const moves = new Map<string, TitleMove[]>();
  for (const deposit of input.deposits) put(deposits, deposit.lot, deposit);
  for (const move of input.moves) put(moves, move.lot, move);
  const into = new Map<string, TitleFlow[]>();
  for (const flow of input.flows) {
    for (const { lot } of flow.to) put(into, lot, flow);
    for (const { amount, at, lot } of flow.from) {
      const { id, knownAt, owner } = flow;
      put(withdrawals, lot, { id, lot, at, knownAt, amount, ...(owner === undefined ? {} : { owner }) });
    }
  }
  const settled = new Map<string, LotTitle>();
  const lots = new Set([...deposits.keys(), ...into.keys(), ...withdrawals.keys(), ...moves.keys()]);
  for (const lot of inFlowOrder(lots, into)) {
    const flowing = (into.get(lot) ?? []).flatMap((flow) => depositOf(flow, lot, settled));
    const own = [...(deposits.get(lot) ?? []), ...flowing];
    const known = new Set(own.flatMap(({ owners }) => [...owners.keys()]));
    settled.set(
      lot,
      settleTitle(
        {
          lot,
          deposits: own,
          // Who takes goods out in its own name without an account there took them from those who had them.
          withdrawals: (withdrawals.get(lot) ?? []).map(({ owner, ...rest }) =>
            owner !== undefined && (known.has(owner) || isBuyer(moves.get(lot), owner))
              ? { ...rest, owner }
              : rest,
          ),
          moves: moves.get(lot) ?? [],
        },
        objection,
      ),
    );
  }
  return settled;
}

function isBuyer(moves: readonly TitleMove[] | undefined, owner: string): boolean {
  return moves?.some(({ to }) => to === owner) ?? false;
}

/** What a flow brings into a lot, by owner: the one it names, or those of the lots it comes from at their moments. */
function depositOf(flow: TitleFlow, lot: string, settled: ReadonlyMap<string, LotTitle>): TitleDeposit[] {
  const target = flow.to.find((one) => one.lot === lot);
  if (!target) return [];
  const { amount, at } = target;
  const deposit = { id: flow.id, lot, at, knownAt: flow.knownAt };
  if (flow.owner !== undefined) return [{ ...deposit, owners: new Map([[flow.owner, amount]]) }];
  const owners = new Map<string, Amount>();
  for (const source of flow.from) {
    const step = stepBefore(settled.get(source.lot), source.at);
    if (step) addTo(owners, apportion(source.amount, step));
  }
  return sumOf(owners) === 0n ? [] : [{ ...deposit, owners: apportion(amount, owners) }];
}

/** Who had something in a lot when a flow began to take from it. */
function stepBefore(title: LotTitle | undefined, at: Instant): ReadonlyMap<string, Amount> | undefined {
  if (!title) return undefined;
  const step = stepAt(title, at);
  const held = step && [...step.held].filter(([, amount]) => amount > 0n);
  return held && held.length > 0 ? new Map(held) : step?.entitled;
}

/** Lots in an order in which each comes after those it is filled from, as far as there is one. */
function inFlowOrder(lots: ReadonlySet<string>, into: ReadonlyMap<string, readonly TitleFlow[]>): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const firstFill = (lot: string) =>
    (into.get(lot) ?? []).reduce((least, { to }) => {
      const at = to.find((one) => one.lot === lot)?.at ?? '';
      return least === '' || at < least ? at : least;
    }, '');
  const starts = [...lots].map((lot) => ({ lot, at: firstFill(lot) }));
  starts.sort((a, b) => compare(a.at, b.at) || compare(a.lot, b.lot));
  for (const { lot } of starts) visit(lot);
  return order;

  /** Without recursion: a chain of tanks may be long. */
  function visit(start: string): void {
    const stack: { lot: string; sources: string[] }[] = [];
    const open = (lot: string) => {
      if (seen.has(lot)) return;
      seen.add(lot);
      const sources = (into.get(lot) ?? []).flatMap(({ from }) => from.map((one) => one.lot));
      stack.push({ lot, sources: [...new Set(sources)].sort() });
    };
    open(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.sources.pop();
      if (next !== undefined) open(next);
      else {
        order.push(top.lot);
        stack.pop();
      }
    }
  }
}
