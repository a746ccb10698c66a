/** HTS numbers printed in the text between two passages, digits only; 4 to 10 digits, chapters 98 and 99 left out. */
export function numbersBetween(text: string, begin: string, end: string): string[] {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from + begin.length);
  if (from < 0 || to < 0) throw new Error(`passage not found: ${from < 0 ? begin : end}`);
  const found =
    text.slice(from + begin.length, to).match(/\b\d{4}\.\d{2}(?:\.\d{2,4}(?:\.\d{2})?)?\b/g) ?? [];
  const digits = found.map((number) => number.replaceAll('.', ''));
  return [...new Set(digits)].filter((number) => !/^9[89]/.test(number)).sort();
}
