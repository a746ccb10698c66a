/** Legal forms and filler that say nothing about who a business is. */
const ignored = new Set(
  'INC INCORPORATED LLC LLP LP LTD LIMITED CO COMPANY CORP CORPORATION PLC SA SAS SL SRL CV SAPI RL LTDA GMBH AG AB AS BV NV OY THE AND Y DE'.split(
    ' ',
  ),
);

/**
 * A name as it is compared: capitals without accents and punctuation, without legal form ("S.A. de C.V.", "Inc."). A
 * name of nothing else keeps its words.
 */
export function plainName(name: string): string {
  const before = plain.get(name);
  if (before !== undefined) return before;
  const made = simplified(name);
  if (plain.size < MAX_PLAIN && name.length <= LONGEST) plain.set(name, made);
  return made;
}

/** Names of parties and goods recur in every shipment. Bounded, since senders choose them. */
const plain = new Map<string, string>();
const MAX_PLAIN = 4096;
const LONGEST = 256;

function simplified(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/\b([A-Z])\.(?=\s?[A-Z]\.)/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = joinInitials(words).filter((word) => !ignored.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** 'S A DE C V' is 'SA DE CV': single letters that follow each other are one word. */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let single = false;
  for (const word of words) {
    if (single && word.length === 1) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
    single = word.length === 1;
  }
  return joined;
}
