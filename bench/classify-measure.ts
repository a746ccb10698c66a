/** Accuracy and calibration of ranked codes, and the plain BM25 that classification is measured against. */
import type { Edition } from '@portolan/tariff';

export const LENGTHS = [2, 4, 6, 8, 10] as const;

/** One product whose code is known, and what a method answers at each length, best first. */
export interface Answered {
  readonly truth: string;
  readonly ranked: ReadonlyMap<number, readonly { readonly hts: string; readonly confidence: number }[]>;
}

export interface Accuracy {
  readonly digits: number;
  readonly count: number;
  readonly top1: number;
  readonly top5: number;
  /** Expected calibration error of the first answer, ten equal bins. */
  readonly error: number;
}

/** Accuracy at each length, over the products whose code is known that far. */
export function measure(answers: readonly Answered[]): Accuracy[] {
  return LENGTHS.map((digits) => {
    const known = answers.filter(({ truth }) => truth.length >= digits);
    const hits = known.map(({ truth, ranked }) => {
      const codes = ranked.get(digits) ?? [];
      const at = codes.slice(0, 5).findIndex(({ hts }) => truth.startsWith(hts));
      return { at, confidence: codes[0]?.confidence ?? 0 };
    });
    const share = (count: number) => count / Math.max(1, known.length);
    return {
      digits,
      count: known.length,
      top1: share(hits.filter(({ at }) => at === 0).length),
      top5: share(hits.filter(({ at }) => at >= 0).length),
      error: calibrationError(hits.map(({ at, confidence }) => ({ right: at === 0, confidence }))),
    };
  });
}

const BINS = 10;

function calibrationError(hits: readonly { readonly right: boolean; readonly confidence: number }[]): number {
  const bins = Map.groupBy(hits, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)));
  let error = 0;
  for (const bin of bins.values()) {
    const right = bin.filter((hit) => hit.right).length / bin.length;
    const sure = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length;
    error += (bin.length / hits.length) * Math.abs(right - sure);
  }
  return error;
}

/** Okapi BM25 (k1 1.2, b 0.75) over the full heading path of each ten-digit line, words as they stand. */
export function plainBm25(edition: Edition): (text: string) => Answered['ranked'] {
  const lines = edition.under('').filter(({ hts }) => hts < '98');
  const texts = lines.map(({ path, description }) => tokens([...path, description].join(' ')));
  const average = texts.reduce((sum, words) => sum + words.length, 0) / texts.length;
  const postings = new Map<string, { line: number; gain: number }[]>();
  texts.forEach((words, line) => {
    for (const [word, same] of Map.groupBy(words, (word) => word)) {
      const dense = 1.2 * (1 - 0.75 + (0.75 * words.length) / average);
      const gain = (same.length * 2.2) / (same.length + dense);
      const list = postings.get(word);
      if (list) list.push({ line, gain });
      else postings.set(word, [{ line, gain }]);
    }
  });
  return (text) => {
    const scores = new Map<number, number>();
    for (const word of new Set(tokens(text))) {
      const list = postings.get(word) ?? [];
      const rarity = Math.log(1 + (lines.length - list.length + 0.5) / (list.length + 0.5));
      for (const { line, gain } of list) scores.set(line, (scores.get(line) ?? 0) + rarity * gain);
    }
    const ranked = [...scores].sort(([a, left], [b, right]) => right - left || a - b).map(([line]) => line);
    return new Map(LENGTHS.map((digits) => [digits, prefixes(ranked, digits)]));
  };

  function prefixes(ranked: readonly number[], digits: number) {
    const found = new Set<string>();
    for (const line of ranked) {
      found.add((lines[line]?.hts ?? '').slice(0, digits));
      if (found.size === 5) break;
    }
    return [...found].map((hts) => ({ hts, confidence: 0 }));
  }
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
