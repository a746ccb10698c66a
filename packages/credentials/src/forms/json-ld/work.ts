/** The graph is built to be hard: refused instead of computed. */
export class WorkExceeded extends Error {}

/** Comparisons that are made for one credential, or for one presentation with all in it: half a second. */
const MAX_WORK = 5_000_000;

/** What work with graphs may still be done for one question. Once it is used up, nothing more is begun. */
export interface WorkMeter {
  /** Throws WorkExceeded where work was refused before. */
  begin(): void;
  /** Throws WorkExceeded where so much more is too much. */
  spend(comparisons: number): void;
  /** Says that a bound of another kind was met. */
  exhaust(): void;
}

/** A meter for one question. A set of proofs and a list of credentials share it, so that many hard graphs cost no more than one. */
export function workMeter(limit: number = MAX_WORK): WorkMeter {
  let left = limit;
  return {
    begin() {
      if (left < 0) throw new WorkExceeded('what stands beside it was too hard already');
    },
    spend(comparisons) {
      left -= comparisons;
      if (left < 0) throw new WorkExceeded(`it takes more than ${limit} comparisons to bring it into order`);
    },
    exhaust() {
      left = -1;
    },
  };
}
