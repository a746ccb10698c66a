import type { Sources } from '../sources.ts';
import type { Row, rowMaker } from '../tables.ts';
import { FROM, SCOPE } from './metal-lists.ts';

/** Chapters of the metals: the 15 percent test does not count there. */
const METAL_CHAPTERS = ['72', '73', '74', '76'];

type Make = ReturnType<typeof rowMaker>;

/** Articles that are left out by what they are made of or for. */
export function exemptions(row: Make): Row[] {
  const any = { effect: 'none', from: FROM, scope: SCOPE, list: 'any' } as const;
  return [
    row({
      ...any,
      heading: '9903.82.01',
      claimed: true,
      why: 'the article contains no aluminum, steel or copper',
    }),
    row({
      ...any,
      heading: '9903.82.03',
      notPrefixes: METAL_CHAPTERS,
      conditions: [{ is: 'metal-share-below', percent: '15' }],
      why: 'the listed metal weighs less than 15 percent of the article',
    }),
    row({
      ...any,
      heading: '9903.82.13',
      prefixes: ['84', '85', '87'],
      claimed: true,
      why: 'motorcycle parts for manufacture in the United States, note 16(g)',
    }),
  ];
}

/** Aluminum of Russia, or smelted or cast there: 200 percent (notes 19(a)(vii) and 19(m)). */
export function russia(sources: Sources, row: Make): Row[] {
  const touched = { is: 'metal-touched' as const, metal: 'aluminum', countries: ['RU'] };
  return [
    ['9903.85.67', 'primary-aluminum'],
    ['9903.85.68', 'derivative-aluminum'],
  ].flatMap(([heading = '', list = '']) => {
    const charge = {
      heading,
      list,
      scope: SCOPE,
      effect: 'add',
      from: FROM,
      percent: sources.percentOf(heading),
    } as const;
    return [
      row({ ...charge, origins: ['RU'], why: 'aluminum articles of Russia' }),
      row({ ...charge, conditions: [touched], why: 'aluminum smelted or cast in Russia' }),
    ];
  });
}
