import { type LotTitle, stepAt, type TitleStep, titleAccounts } from '@portolan/traceability';
import type { LinePapers } from '../stream/papers.ts';
import { objectionOf, type Settled } from './objection.ts';
import { type TitleFacts, titleFacts } from './title-input.ts';
import type { Volumes } from './volumes.ts';

/** Who owns how much of every lot, at every moment. */
export interface TitleBook extends TitleFacts {
  readonly lots: ReadonlyMap<string, LotTitle>;
}

export function titleBook(papers: LinePapers, volumes: Volumes, settled: Settled): TitleBook {
  const facts = titleFacts(papers, volumes);
  return { ...facts, lots: titleAccounts(facts.input, objectionOf(settled)) };
}

/** Who had title to how much of a batch at a moment, and by which paper each came by it; undefined before it had an owner. */
export function ownersAt(
  { lots }: Pick<TitleBook, 'lots'>,
  batch: string,
  at: string,
): TitleStep | undefined {
  const title = lots.get(batch);
  return title && stepAt(title, at);
}
