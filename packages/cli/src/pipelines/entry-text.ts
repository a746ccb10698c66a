import type { DraftedEntry } from '@portolan/contract';
import { counted } from '../output/format.ts';
import { refusalLines } from '../output/refusals.ts';

/** What became of each owner's period: the draft that was made, or why none was. */
export function draftedLines(items: readonly DraftedEntry[]): string[] {
  if (items.length === 0) return ['Nobody has anything to enter.'];
  return items.flatMap(({ owner, from, to, draft, made, evidence, ticketsLeftOff, refusals }) => [
    `${owner.name}, ${from} to ${to}: ${made ? `draft ${draft} with ${counted(evidence, 'paper')}` : 'not drafted'}`,
    ...(ticketsLeftOff > 0 ? [`  ${ticketsLeftOff} tickets are stated by the manifest instead`] : []),
    ...refusalLines(refusals).map((line) => `  ${line}`),
  ]);
}
