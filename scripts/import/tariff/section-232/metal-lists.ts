import type { Sources } from '../sources.ts';
import { type Scope, scopeOf } from '../tables.ts';

export const SCOPE = 'section-232-metals';
export const FROM = '2026-04-06';
export const SINCE_JUNE = '2026-06-08';
/** U.S. note 16(c)(i), (iii) and (v): articles of the metal itself; what else annex I-A lists are derivatives. */
const PRIMARY: Record<string, readonly string[]> = {
  aluminum: ['7601', '7604', '7605', '7606', '7607', '7608', '7609', '7616995160', '7616995170'],
  steel: [
    ...[
      '7206',
      '7207',
      '7208',
      '7209',
      '7210',
      '7211',
      '7212',
      '7213',
      '7214',
      '7215',
      '7217',
      '7218',
      '7219',
    ],
    ...[
      '7220',
      '7221',
      '7222',
      '7223',
      '7224',
      '7225',
      '7226',
      '7227',
      '7228',
      '7229',
      '7304',
      '7305',
      '7306',
    ],
    ...[
      '72161000',
      '72162100',
      '72162200',
      '72163100',
      '72163200',
      '72163300',
      '72164000',
      '72165000',
      '72169900',
    ],
    ...['73011000', '730210', '73024000', '730290'],
  ],
  copper: ['74'],
};

interface Listed {
  readonly prefix: string;
  readonly annex: string;
  readonly metal: string;
  readonly from: string;
  readonly to: string;
}

/** Numbers of the annexes; a number that the changes of 8 June 2026 list anew leaves the list on which it stood. */
function listed(sources: Sources): Listed[] {
  const rows = sources.remedies('s232_annex_products.csv');
  const moved = new Set(rows.filter((row) => row.effective_date === SINCE_JUNE).map((row) => row.hts_prefix));
  return rows
    .filter((row) => row.annex !== '2')
    .map(({ hts_prefix: prefix = '', annex = '', metal_type: named = '', effective_date: from = FROM }) => {
      const ended = from !== SINCE_JUNE && moved.has(prefix);
      return { prefix, annex, metal: metalOf(prefix, named), from, to: ended ? '2026-06-07' : '' };
    });
}

/** The source has 7601, 7604 to 7609 and some of 7614 and 7616 under steel; the note has them under aluminum, as chapter 76 is. */
function metalOf(prefix: string, named: string): string {
  return named === 'steel' && prefix.startsWith('76') ? 'aluminum' : named;
}

/** The lists of the note by annex and metal; "any" holds all of them, "derivative-1a" annex I-A without the metals themselves. */
export function metalLists(sources: Sources): Scope[] {
  const rows = listed(sources);
  const named = (list: string, wanted: (row: Listed) => boolean): Scope[] => {
    const found = rows.filter(wanted);
    const spans = [...new Set(found.map(({ from, to }) => `${from} ${to}`))].sort();
    return spans.map((span) => {
      const [from = '', to = ''] = span.split(' ');
      const within = found.filter((row) => row.from === from && row.to === to);
      return scopeOf(
        SCOPE,
        list,
        from,
        within.map(({ prefix }) => prefix),
        to,
      );
    });
  };
  const isPrimary = ({ metal, prefix }: Listed): boolean =>
    PRIMARY[metal]?.some((start) => prefix.startsWith(start)) ?? false;
  const byMetal = ['1a', '1b', '1c'].flatMap((annex) =>
    ['aluminum', 'steel', 'copper'].flatMap((metal) =>
      named(`${annex}-${metal}`, (row) => row.annex === annex && row.metal === metal),
    ),
  );
  return [
    ...byMetal,
    ...named('3', (row) => row.annex === '3' && row.from === FROM),
    ...named('3-june', (row) => row.annex === '3' && row.from === SINCE_JUNE),
    ...named('any', () => true),
    ...named('derivative-1a', (row) => row.annex === '1a' && !isPrimary(row)),
    scopeOf(SCOPE, 'primary-steel', FROM, PRIMARY.steel ?? []),
    scopeOf(SCOPE, 'primary-aluminum', FROM, PRIMARY.aluminum ?? []),
    ...named('derivative-aluminum', (row) => row.metal === 'aluminum' && !isPrimary(row)),
  ];
}
