import type { Compositions, TraceState } from '@portolan/traceability';
import type { StatusRule } from '../facts/status-rules.ts';
import type { FreeTrade } from '../month/line-month.ts';
import { freeTradeStatus, type StatusVerdict } from './free-trade.ts';

/**
 * Where a status broke off: the first lot on the way up whose sources are all better than it, or that has none, with who signed the
 * paper that made it. A blend of two good lots with too much diluent is named, not the lots.
 */
export function whereBroken(
  { lots }: Pick<TraceState, 'lots'>,
  { made }: Compositions,
  rule: StatusRule | undefined,
  lot: string,
  state: StatusVerdict['state'],
): NonNullable<FreeTrade['brokenAt']> {
  const seen = new Set<string>();
  let at = lot;
  while (!seen.has(at)) {
    seen.add(at);
    const sources = (lots.get(at)?.madeBy ?? []).flatMap(({ inputs }) => inputs.map((input) => input.lot));
    const worse = [...new Set(sources)]
      .sort()
      .find(
        (source) => !seen.has(source) && freeTradeStatus(made.get(source) ?? new Map(), rule).state === state,
      );
    if (worse === undefined) break;
    at = worse;
  }
  const maker = lots.get(at)?.madeBy[0];
  if (!maker) return { lot: at };
  return { lot: at, party: maker.by, digest: maker.id.slice(0, maker.id.lastIndexOf('#')) };
}
