import type { Drift, DriftKind, Evidence } from '../evidence.ts';
import { capital } from '../words.ts';
import { side, whereabouts } from './side.ts';

/** A value in its document; `shown` where it is not the bare value (a sum of several lines). */
export interface Stated {
  readonly item: Evidence;
  readonly pointer: string;
  readonly shown?: string;
}

/** A difference in one plain sentence: what it is, where each value stands, and both values. */
export function driftOf(
  kind: DriftKind,
  severity: Drift['severity'],
  what: string,
  left: Stated,
  right: Stated,
  mend: string,
): Drift {
  const leftSide = side(left.item, left.pointer, left.shown);
  const rightSide = side(right.item, right.pointer, right.shown);
  const message = `${capital(what)}: ${whereabouts(left.item, left.pointer)} says ${leftSide.value}, but ${whereabouts(right.item, right.pointer)} says ${rightSide.value}.`;
  return { kind, severity, left: leftSide, right: rightSide, message, mend };
}
