import { side as valueAt, whereabouts } from '../drift/side.ts';
import type { Paper } from '../graph/paper.ts';
import type { StandingLine } from '../graph/standing-order.ts';
import type { MatchSide } from './finding.ts';

/** A value of a paper with its place; `value` where it is not the bare value. */
export function sideOf(paper: Paper, pointer: string, value?: string): MatchSide {
  return {
    node: paper.id,
    pointer,
    place: whereabouts(paper.item, pointer),
    value: valueAt(paper.item, pointer, value).value,
  };
}

/** The line as ordered: a place in the order, or in the change that added or last changed it. */
export function orderedSide(line: StandingLine, value?: string): MatchSide {
  const last = line.changedBy.at(-1);
  if (last) return sideOf(last.change, last.pointer, value ?? shownQuantity(line));
  return sideOf(line.order, `${line.at.line}/quantity`, value);
}

export function shownQuantity({ quantity }: StandingLine): string {
  return `${quantity.value} ${quantity.unit}`;
}
