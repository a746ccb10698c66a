/** The address of a line's page, keeping the day or edition that is looked at. */
export function lineAddress(hts: string, search: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ['date', 'edition']) {
    const value = search.get(name);
    if (value) kept.set(name, value);
  }
  const query = kept.toString();
  return `/tariff/${hts.replaceAll('.', '')}${query === '' ? '' : `?${query}`}`;
}
