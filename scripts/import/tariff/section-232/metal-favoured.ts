import type { Sources } from '../sources.ts';
import { EU, type Row, type rowMaker } from '../tables.ts';
import { FROM, SCOPE, SINCE_JUNE } from './metal-lists.ts';

type Make = ReturnType<typeof rowMaker>;
/** The floor rate on some equipment is temporary. */
const FLOOR_TO = '2027-12-31';
/** Heading 9903.82.22. */
const PARTNERS = ['AR', 'EC', 'SV', 'GT', 'JP', 'KR', 'LI', 'CH', 'TW', 'GB', ...EU];

/** Lower rates that rest on where the metal was made, or on an authorization. */
export function favoured(sources: Sources, row: Make): Row[] {
  const from = (country: string) => [{ is: 'metal-from' as const, percent: '95', countries: [country] }];
  const add = (heading: string, list: string, more: Partial<Row>, why: string): Row =>
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
  const authorized = {
    claimed: true,
    origins: ['CA', 'MX'],
    conditions: [{ is: 'claims-program' as const, programs: ['S', 'S+'] }],
  };
  const british = { origins: ['GB'], conditions: from('GB') };
  const american = { conditions: from('US') };
  const floors = (heading: string, nothing: string, list: string, since: string) =>
    row({
      heading,
      headingIfNothing: nothing,
      list,
      scope: SCOPE,
      effect: 'raise-to',
      percent: '10',
      from: since,
      to: FLOOR_TO,
      ...american,
      why: 'at least 95 percent of the metal made in the United States, note 16(e)',
    });
  return [
    add('9903.82.18', 'primary-steel', authorized, 'quantities authorized by Commerce, note 16(h)'),
    add('9903.82.19', 'primary-aluminum', authorized, 'quantities authorized by Commerce, note 16(i)'),
    ...['1a-aluminum', '1a-steel'].map((list) =>
      add(
        '9903.82.04',
        list,
        british,
        'at least 95 percent of the metal made in the United Kingdom, note 16(d)',
      ),
    ),
    ...['1b-aluminum', '1b-steel'].map((list) =>
      add(
        '9903.82.05',
        list,
        british,
        'at least 95 percent of the metal made in the United Kingdom, note 16(d)',
      ),
    ),
    ...['derivative-1a', '1b-aluminum', '1b-steel', '1b-copper'].map((list) =>
      add(
        '9903.82.06',
        list,
        american,
        'at least 95 percent of the metal made in the United States, note 16(e)',
      ),
    ),
    add(
      '9903.82.06',
      '1c-steel',
      { ...american, from: SINCE_JUNE },
      'at least 95 percent of the metal made in the United States, note 16(e)',
    ),
    floors('9903.82.07', '9903.82.08', '3', FROM),
    floors('9903.82.23', '9903.82.24', '3-june', SINCE_JUNE),
    row({
      heading: '9903.82.22',
      list: '1c-steel',
      scope: SCOPE,
      effect: 'raise-to',
      percent: sources.percentOf('9903.82.22'),
      from: SINCE_JUNE,
      origins: PARTNERS,
      certainty: 'secondary',
      why: 'derivative steel of a partner country, note 16(c)(xi); read as a rate that includes the base duty',
    }),
    add(
      '9903.82.20',
      'any',
      { claimed: true, from: SINCE_JUNE, certainty: 'secondary' },
      'derivative steel of note 16(j), whose text is not at hand',
    ),
  ];
}
