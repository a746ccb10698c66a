/** A column heading, taken apart: the words that name it and what stands in its brackets. */
export interface Heading {
  readonly text: string;
  /** Normalised words, such as 'unit price'. */
  readonly words: string;
  /** Unit or currency in brackets: 'Net weight (kg)' has 'kg'. */
  readonly bracket?: string;
}

const abbreviations: Readonly<Record<string, string>> = {
  no: 'number',
  nr: 'number',
  num: 'number',
  nbr: 'number',
  '#': 'number',
  qty: 'quantity',
  desc: 'description',
  wt: 'weight',
  inv: 'invoice',
  po: 'order',
  pkg: 'packages',
  pkgs: 'packages',
  package: 'packages',
  ctry: 'country',
  addr: 'address',
  amt: 'amount',
  postcode: 'postal code',
  zip: 'postal code',
  zipcode: 'postal code',
};

/** Words that change nothing about what a column holds. */
const fillers = new Set(['of', 'the', 'code', 'value']);

/** Reads a heading whatever its case, punctuation, camel case and usual abbreviations. */
export function parseHeading(text: string): Heading {
  const bracket = /[([]([^)\]]*)[)\]]/.exec(text)?.[1]?.trim();
  const words = text
    .replace(/[([][^)\]]*[)\]]/g, ' ')
    .replace(/([a-z]{2})([A-Z])/g, '$1 $2')
    .replace(/#/g, ' # ')
    .toLowerCase()
    .split(/[^a-z0-9#]+/)
    .flatMap((word) => (abbreviations[word] ?? word).split(' '))
    .join(' ')
    .replace(/purchase order/g, 'order')
    .trim();
  return { text: text.trim(), words: withoutFillers(words), ...(bracket && { bracket }) };
}

/** 'Country of origin' and 'origin country code' end up close together; a heading that is only filler stays itself. */
function withoutFillers(words: string): string {
  const left = words.split(' ').filter((word) => !fillers.has(word) || words === word);
  return left.join(' ');
}
