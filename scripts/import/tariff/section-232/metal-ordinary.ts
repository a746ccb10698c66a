import type { Sources } from '../sources.ts';
import type { Row, rowMaker } from '../tables.ts';
import { FROM, SCOPE, SINCE_JUNE } from './metal-lists.ts';

type Make = ReturnType<typeof rowMaker>;
/** The floor rate on some equipment is temporary. */
const FLOOR_TO = '2027-12-31';

/** What articles on the lists bear otherwise. */
export function ordinary(sources: Sources, row: Make): Row[] {
  const add = (heading: string, list: string, why: string, more: Partial<Row> = {}): Row =>
    row({
      heading,
      list,
      scope: SCOPE,
      effect: 'add',
      from: FROM,
      percent: sources.percentOf(heading),
      why,
      ...more,
    });
  const russian = { origins: ['RU'] };
  const column2 = { conditions: [{ is: 'column-2' as const }] };
  const floor = (heading: string, nothing: string, list: string, since: string): Row =>
    row({
      heading,
      headingIfNothing: nothing,
      list,
      scope: SCOPE,
      effect: 'raise-to',
      percent: sources.percentOf(heading),
      from: since,
      to: FLOOR_TO,
      why: 'certain equipment: base duty and this together make 15 percent, note 16(f)',
    });
  return [
    ...['1a-steel', '1a-copper'].map((list) => add('9903.82.14', list, 'steel or copper of Russia', russian)),
    ...['1b-steel', '1b-copper'].map((list) => add('9903.82.16', list, 'derivatives of Russia', russian)),
    add('9903.82.17', '3', 'derivative steel of Russia', russian),
    ...['1a-aluminum', '1a-steel', '1a-copper'].map((list) =>
      add(
        '9903.82.02',
        list,
        `articles of metal and derivatives on the full value, note 16(c), list ${list}`,
      ),
    ),
    ...['1b-aluminum', '1b-steel', '1b-copper'].map((list) =>
      add('9903.82.09', list, `derivatives on the full value, note 16(c), list ${list}`),
    ),
    add('9903.82.09', '1c-steel', 'derivative steel on the full value, note 16(c)(xi)', { from: SINCE_JUNE }),
    add('9903.82.12', '3', 'derivatives of a country of general note 3(b)', column2),
    floor('9903.82.10', '9903.82.11', '3', FROM),
    floor('9903.82.25', '9903.82.26', '3-june', SINCE_JUNE),
  ];
}
