import { holdsOn } from '../reference/dated.ts';

/** Lists of HTS numbers that a measure names, each with the heading under which it stands and its dates. */
export interface Scopes {
  /** Headings under which the list `scope` names this number on the date; empty when it doesn't. */
  headings(scope: string, hts: string, date: string): string[];
}

interface ScopeList {
  readonly heading: string;
  readonly from: string;
  readonly to?: string;
  readonly prefixes: ReadonlySet<string>;
}

/** Reads scopes.tsv: measure, heading, first day, last day or blank, HTS prefixes of 4 to 10 digits. */
export function readScopes(text: string): Scopes {
  const lists = new Map<string, ScopeList[]>();
  for (const row of text.trim().split('\n')) {
    const [scope = '', heading = '', from = '', to = '', prefixes = ''] = row.split('\t');
    const list = { heading, from, ...(to === '' ? {} : { to }), prefixes: new Set(prefixes.split(' ')) };
    lists.set(scope, [...(lists.get(scope) ?? []), list]);
  }
  return {
    headings: (scope, hts, date) =>
      (lists.get(scope) ?? [])
        .filter((list) => holdsOn(list, date) && beginnings(hts).some((prefix) => list.prefixes.has(prefix)))
        .map(({ heading }) => heading),
  };
}

function beginnings(hts: string): string[] {
  return [4, 6, 8, 10].filter((length) => length <= hts.length).map((length) => hts.slice(0, length));
}
