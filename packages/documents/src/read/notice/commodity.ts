/** What schedulers call a stream, and the name of the liquid in papers of a line. The first that fits counts. */
const STREAMS: readonly (readonly [words: RegExp, commodity: string])[] = [
  [/\bpropane\b/i, 'propane'],
  [/\bbutane\b/i, 'butane'],
  [/condensate|diluent|pentanes|\bc5\+/i, 'condensate'],
  [/crude|dilbit|synbit|bitumen|\b(heavy|medium|light|sour|sweet)\b/i, 'crude-oil'],
];

/** The name of a liquid in small letters, as papers of a line write it. */
export function commodityOf(text: string): string {
  const known = STREAMS.find(([words]) => words.test(text))?.[1];
  return (
    known ??
    text
      .trim()
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
  );
}
