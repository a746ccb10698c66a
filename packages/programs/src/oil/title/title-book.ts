import { type LotTitle, stepAt, type TitleMove, type TitleStep, titleAccounts } from '@portolan/traceability';
import type { LinePapers } from '../stream/papers.ts';
import { objectionOf, type Settled } from './objection.ts';
import { type TitleFacts, titleFacts } from './title-input.ts';
import type { Volumes } from './volumes.ts';

/** Who owns how much of every lot, at every moment. */
export interface TitleBook extends TitleFacts {
  readonly lots: ReadonlyMap<string, LotTitle>;
}

/**
 * The accounts of title. `partial` where the reader is shown its own sales alone: how its seller came by a volume is then in no paper
 * at hand and nobody's fault, and the seller is taken at its signed word.
 */
export function titleBook(
  papers: LinePapers,
  volumes: Volumes,
  settled: Settled,
  partial: boolean,
): TitleBook {
  const facts = titleFacts(papers, volumes);
  const objection = objectionOf(settled);
  const lots = titleAccounts(facts.input, objection);
  if (!partial) return { ...facts, lots };
  const moves = facts.input.moves.map((move) => fromWhoHasMost(move, lots));
  return { ...facts, lots: titleAccounts({ ...facts.input, moves }, objection) };
}

/** What a seller passes on that the papers at hand leave with somebody else, who sold it before out of the reader's sight. */
function fromWhoHasMost(move: TitleMove, lots: TitleBook['lots']): TitleMove {
  const title = lots.get(move.lot);
  const unseen = title?.refused.some(
    (one) => one.move.id === move.id && one.fault === 'never-owned' && move.amount !== undefined,
  );
  const held = unseen && title ? stepAt(title, move.at)?.held : undefined;
  const [most] = [...(held ?? [])].filter(([owner]) => owner !== move.to).sort(mostFirst);
  return most ? { ...move, from: most[0] } : move;
}

function mostFirst([a, one]: [string, bigint], [b, other]: [string, bigint]): number {
  return one === other ? (a < b ? -1 : 1) : one > other ? -1 : 1;
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
