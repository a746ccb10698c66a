import { type Amount, textOf } from '@portolan/traceability';
import { moment } from '../stream/moment.ts';
import type { MonthBook } from './book.ts';
import type { ExactCrossing } from './crossings.ts';
import { found } from './find.ts';
import type { LineFinding } from './line-month.ts';

/**
 * Sets crossings apart that move under bond: of each batch what crosses from the moment on that the movement began, up to its
 * volume. A crossing that only partly does becomes two.
 */
export function withInBond(
  book: MonthBook,
  crossings: readonly ExactCrossing[],
): { crossings: ExactCrossing[]; findings: LineFinding[] } {
  const findings: LineFinding[] = [];
  let all = [...crossings];
  const movements = [...book.papers.inBond].sort((a, b) =>
    a.document.movedAt + a.digest < b.document.movedAt + b.digest ? -1 : 1,
  );
  for (const { digest, document } of movements)
    for (const [index, { lot, volume }] of document.goods.entries()) {
      const { number } = document;
      const context = { digest, paper: 'In-bond movement', number, path: `/goods/${index}/volume`, lot };
      const moved = book.volumes.of(volume, context);
      const taken = setApart(all, lot, moment(document.movedAt), moved, number);
      all = taken.crossings;
      // A movement of a batch that goes on in the next month is not all in this one.
      if (taken.left > 0n && taken.touched && taken.ended < book.to)
        findings.push(
          found(
            'OIL_IN_BOND_OVER',
            { number, batch: lot, moved: textOf(moved), crossed: textOf(moved - taken.left) },
            { batch: lot, evidence: [digest] },
          ),
        );
    }
  return { crossings: all, findings };
}

function setApart(
  crossings: readonly ExactCrossing[],
  batch: string,
  from: string,
  volume: Amount,
  number: string,
): { crossings: ExactCrossing[]; left: Amount; touched: boolean; ended: string } {
  let left = volume;
  let [touched, ended] = [false, ''];
  const result = crossings.flatMap((one): ExactCrossing[] => {
    const { crossing } = one;
    if (crossing.batch !== batch || crossing.to <= from || crossing.inBond !== undefined) return [one];
    touched = true;
    if (crossing.to > ended) ended = crossing.to;
    if (left === 0n) return [one];
    const bonded = one.amount < left ? one.amount : left;
    left -= bonded;
    const under = withAmount(one, bonded);
    const apart = { ...under, crossing: { ...under.crossing, inBond: number } };
    return bonded === one.amount ? [apart] : [apart, withAmount(one, one.amount - bonded)];
  });
  return { crossings: result, left, touched, ended };
}

function withAmount(one: ExactCrossing, amount: Amount): ExactCrossing {
  return { ...one, amount, crossing: { ...one.crossing, volume: textOf(amount) } };
}
