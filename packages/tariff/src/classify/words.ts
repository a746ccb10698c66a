import { stemmer } from 'stemmer';

/** A word of a text: as written, its stem, and its place. */
export interface Word {
  readonly text: string;
  readonly stem: string;
}

const stems = new Map<string, string>();
/** Stems kept: more than the words of a schedule, so that texts of strangers cannot fill the memory. */
const KEPT = 60_000;
const WORD = /[\p{L}\p{N}]+(?:[./'’-][\p{L}\p{N}]+)*/gu;
const SPELLING: Readonly<Record<string, string>> = {
  jewellery: 'jewelry',
  aluminium: 'aluminum',
  fibre: 'fiber',
  fibres: 'fibers',
  colour: 'color',
  tyre: 'tire',
  tyres: 'tires',
  mould: 'mold',
  moulds: 'molds',
  grey: 'gray',
  tshirt: 't-shirt',
  tshirts: 't-shirt',
  pyjamas: 'pajamas',
  woollen: 'wool',
  woolen: 'wool',
  knitting: 'knit',
  crocheted: 'crochet',
};

/** The words of a text in order. Hyphenated words stand as their parts, possessives without their ending. */
export function wordsOf(text: string): Word[] {
  return (text.toLowerCase().match(WORD) ?? [])
    .flatMap(partsOf)
    .map((word) => ({ text: word, stem: stemOf(word) }));
}

function partsOf(word: string): string[] {
  const plain = word.replace(/[’']s$|[’']$/, '');
  const known = SPELLING[plain];
  if (known !== undefined) return known.split('-');
  return plain
    .split(/[-/’']/)
    .filter((part) => part !== '')
    .map((part) => SPELLING[part] ?? part);
}

/** The stem of one word: plural and singular, verb and noun meet in it. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^\d/.test(word) ? word : stemmer(word);
  if (stems.size >= KEPT) stems.clear();
  stems.set(word, stem);
  return stem;
}
