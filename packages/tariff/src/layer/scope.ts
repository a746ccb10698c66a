import { holdsOn } from '../reference/dated.ts';

/** One list of HTS numbers that a measure names, with the heading under which it stands. */
export interface ScopeHit {
  readonly scope: string;
  readonly heading: string;
}

/** Lists of HTS numbers that measures name, each with its dates. */
export interface Scopes {
  /** The lists that name this number, or a beginning of it, on the date. */
  naming(hts: string, date: string): ScopeHit[];
  /** Names of all lists. */
  readonly names: ReadonlySet<string>;
}

interface ScopeList extends ScopeHit {
  readonly from: string;
  readonly to?: string;
}

/** Reads scopes.tsv: measure, heading, first day, last day or blank, HTS prefixes of 4 to 10 digits. */
export function readScopes(text: string): Scopes {
  const byPrefix = new Map<string, ScopeList[]>();
  const names = new Set<string>();
  for (const row of text.trim().split('\n')) {
    const [scope = '', heading = '', from = '', to = '', prefixes = ''] = row.split('\t');
    const list: ScopeList = { scope, heading, from, ...(to === '' ? {} : { to }) };
    names.add(scope);
    for (const prefix of prefixes.split(' ')) {
      const known = byPrefix.get(prefix);
      if (known === undefined) byPrefix.set(prefix, [list]);
      else known.push(list);
    }
  }
  return {
    names,
    naming: (hts, date) =>
      [4, 6, 8, 10]
        .filter((length) => length <= hts.length)
        .flatMap((length) => byPrefix.get(hts.slice(0, length)) ?? [])
        .filter((list) => holdsOn(list, date)),
  };
}
