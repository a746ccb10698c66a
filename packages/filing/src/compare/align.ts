import type { ComparedLine } from './comparison.ts';
import type { FiledSummary, FiledValue } from './filed.ts';
import { type LinePair, type LineValues, matchLines } from './match-lines.ts';

export interface Aligned {
  /** The summary filed, its lines under the index of the line of ours that they are, those that ours has not behind them. */
  readonly summary: FiledSummary;
  readonly lines: ComparedLine[];
  /** Place in the summary filed, from 0, by that index. */
  readonly filedLines: ReadonlyMap<number, number>;
}

/** Brings the lines of a summary filed under the lines of ours that they are. */
export function aligned(filed: FiledSummary, ours: ReadonlyMap<string, string>, lines: number): Aligned {
  const theirs = new Map(filed.values.map(({ pointer, value }) => [pointer, value]));
  const pairs = matchLines(linesIn(theirs), linesIn(ours, lines));
  const indexes = new Map(pairs.flatMap(({ filed: from }, at) => (from === undefined ? [] : [[from, at]])));
  const values = filed.values.flatMap((value) => moved(value, indexes));
  return {
    summary: { ...filed, values },
    lines: pairs.map(comparedLine),
    filedLines: new Map([...indexes].map(([from, at]) => [at, from])),
  };
}

function comparedLine({ ours, filed, by, moved: isMoved }: LinePair): ComparedLine {
  return {
    ...(ours === undefined ? {} : { ours: ours + 1 }),
    ...(filed === undefined ? {} : { filed: filed + 1 }),
    ...(by === undefined ? {} : { by }),
    moved: isMoved,
  };
}

const LINE = /^\/lines\/(\d+)\/(.*)$/;

/** Values of lines by their place; a line without values is an empty one. */
function linesIn(values: ReadonlyMap<string, string>, atLeast = 0): LineValues[] {
  const lines: Map<string, string>[] = Array.from({ length: atLeast }, () => new Map());
  for (const [pointer, value] of values) {
    const [, index, rest] = LINE.exec(pointer) ?? [];
    if (index === undefined || rest === undefined) continue;
    while (lines.length <= Number(index)) lines.push(new Map());
    lines[Number(index)]?.set(rest, value);
  }
  return lines;
}

/** The number of a line that stands elsewhere is where it stands: the pairs say so, and it is no difference of its own. */
function moved(value: FiledValue, indexes: ReadonlyMap<number, number>): FiledValue[] {
  const [, index, rest = ''] = LINE.exec(value.pointer) ?? [];
  const at = index === undefined ? undefined : indexes.get(Number(index));
  if (at === undefined) return [value];
  if (rest === 'number' && at !== Number(index)) return [];
  return [{ ...value, pointer: `/lines/${at}/${rest}` }];
}
