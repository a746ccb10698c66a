/** Rate text with the export's line breaks, doubled blanks and run-together words mended; its wording is kept. */
export function tidyRate(text: string): string {
  if (/^[\s:.]*$/.test(text)) return '';
  return text
    .replace(/\s+/g, ' ')
    .replace(/\binthe\b/g, 'in the')
    .replace(/m2of\b/g, 'm2 of')
    .replace(/\bthebattery\b/g, 'the battery')
    .replace(/([a-z])- ([a-z])/g, '$1$2')
    .trim()
    .replace(/(?<=%|content|change|subheading)\.$/, '');
}
