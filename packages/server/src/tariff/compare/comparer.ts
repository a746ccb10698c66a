import type { EditionChange } from '@portolan/contract';
import type { Edition, EditionDifference, TariffReference } from '@portolan/tariff';
import { inThread } from '../thread.ts';
import { changesOf } from './merge.ts';
import type { EditionSource } from './source.ts';

/** Compares editions; what was compared once is remembered. */
export interface Comparer {
  compare(from: Edition, to: Edition, reference: TariffReference): Promise<readonly EditionChange[]>;
}

/** Comparisons that are kept: each holds thousands of changes. */
const kept = 8;

/** Compares whole editions apart from the node's own thread, each pair once. */
export function createComparer(sourceOf: (edition: Edition) => EditionSource): Comparer {
  const known = new Map<string, Promise<readonly EditionChange[]>>();
  const work = async (from: Edition, to: Edition, { concordance }: TariffReference) => {
    const sources = { from: sourceOf(from), to: sourceOf(to) };
    return changesOf(await inThread<EditionDifference>('./compare/compare-worker', sources), concordance);
  };
  return {
    compare(from, to, reference) {
      const key = `${from.digest} ${to.digest} ${reference.digest}`;
      const done = known.get(key) ?? work(from, to, reference);
      known.delete(key);
      known.set(key, done);
      // A comparison that failed is tried again by whoever asks next.
      done.catch(() => known.delete(key));
      const [oldest] = known.keys();
      if (known.size > kept && oldest !== undefined) known.delete(oldest);
      return done;
    },
  };
}
