import { MOST_COMPARED_AT_ONCE } from '@portolan/contract';
import { splitSummaries } from '@portolan/filing';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Most characters of one request: the node takes somewhat more. */
const MOST_CHARACTERS = 2_000_000;

/** Files in as many requests as the node's limits need; a file with more summaries than one request takes is cut up. */
export function inBatches(files: readonly NamedText[]): NamedText[][] {
  const batches: NamedText[][] = [];
  let [count, size] = [0, 0];
  for (const file of files.flatMap(inPieces)) {
    const own = splitSummaries(file.text).length;
    const full = count + own > MOST_COMPARED_AT_ONCE || size + file.text.length > MOST_CHARACTERS;
    if (full || batches.length === 0) {
      batches.push([]);
      [count, size] = [0, 0];
    }
    batches.at(-1)?.push(file);
    [count, size] = [count + own, size + file.text.length];
  }
  return batches;
}

function inPieces(file: NamedText): NamedText[] {
  const parts = splitSummaries(file.text);
  if (parts.length <= MOST_COMPARED_AT_ONCE) return [file];
  return parts.map(({ text }, at) => ({ name: `${file.name} (${at + 1})`, text }));
}
