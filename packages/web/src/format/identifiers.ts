/** Shortens a long identifier in the middle, keeping what people compare: its beginning and its end. */
export function shorten(value: string, keep = 8): string {
  const prefix = /^(sha256:|urn:uuid:|did:key:|did:web:)/.exec(value)?.[0] ?? '';
  const body = value.slice(prefix.length);
  if (body.length <= keep * 2 + 1) return value;
  return `${prefix}${body.slice(0, keep)}…${body.slice(-keep)}`;
}

/** The id of the form control that edits the value at a JSON pointer. */
export function fieldId(pointer: string): string {
  return `field${pointer.replace(/[^A-Za-z0-9]+/g, '-') || '-all'}`;
}

/** An HTS number as the tariff prints it: `0709604015` becomes `0709.60.40.15`. */
export function formatHts(hts: string): string {
  const digits = hts.replaceAll('.', '');
  if (!/^\d{4,10}$/.test(digits)) return hts;
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8), digits.slice(8, 10)]
    .filter((part) => part !== '')
    .join('.');
}
