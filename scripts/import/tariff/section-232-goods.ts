import { numbersBetween } from '../hts-numbers.ts';
import { numbersIn, type Sources } from './sources.ts';
import { EU, type Part, type Row, rowMaker, scopeOf } from './tables.ts';

type Make = ReturnType<typeof rowMaker>;
const HORIZON = '2026-07-23';
const UNKNOWN = 'changes after revision 10';
const common = { notChapters: ['98', '99'], horizon: HORIZON, unknownAfter: UNKNOWN };
const USMCA = { conditions: [{ is: 'claims-program' as const, programs: ['S', 'S+'] }] };
/** Numbers whose goods are parts of vehicles by what they are; under others the filer must say so. */
const VEHICLE_PARTS = ['8706', '8707', '8708'];

/** Partners whose base duty is raised to 15 percent instead of 25 percent being added. */
interface Partner {
  readonly origins: readonly string[];
  readonly heading: string;
  readonly nothing?: string;
  readonly from: string;
}
const raised = (
  row: Make,
  sources: Sources,
  { origins, heading, nothing, from }: Partner,
  more: Partial<Row>,
): Row =>
  row({
    heading,
    ...(nothing === undefined ? {} : { headingIfNothing: nothing }),
    effect: 'raise-to',
    percent: sources.percentOf(heading),
    from,
    origins: [...origins],
    why: 'agreement partner: base duty and this together make the agreed rate',
    ...more,
  });

const maker = (cite: string): Make =>
  rowMaker({ cite, source: 'HTS 2026 revisions 6 and 10, chapter 99', certainty: 'verified' });

/** Vehicles (U.S. notes 33 and 38). */
export function vehicles(sources: Sources): Part {
  const id = 'section-232-vehicles';
  const row = maker('U.S. notes 33 and 38 to subchapter III, chapter 99');
  const cars = { scope: id, list: '9903.94.01' };
  const trucks = { scope: id, list: '9903.74.01' };
  const claimed = (heading: string, from: string, more: Partial<Row>, why: string): Row =>
    row({ heading, effect: 'none', from, claimed: true, why, ...more });
  const content = (heading: string, from: string, more: Partial<Row>): Row =>
    row({
      heading,
      effect: 'add',
      percent: sources.percentOf(heading),
      of: 'non-U.S. content',
      from,
      claimed: true,
      ...more,
      ...USMCA,
      why: 'on the content that is not of the United States, approved by Commerce',
    });
  const rows = [
    claimed('9903.94.02', '2025-04-03', cars, 'not a passenger vehicle or light truck'),
    claimed('9903.94.04', '2025-04-03', cars, 'made at least 25 years before the year of entry'),
    content('9903.94.03', '2025-04-03', cars),
    row({
      ...cars,
      heading: '9903.94.31',
      effect: 'add',
      percent: sources.percentOf('9903.94.31'),
      from: '2025-06-30',
      origins: ['GB'],
      claimed: true,
      why: 'passenger vehicles of the United Kingdom within the quota',
    }),
    raised(
      row,
      sources,
      { origins: ['JP'], heading: '9903.94.41', nothing: '9903.94.40', from: '2025-09-16' },
      cars,
    ),
    raised(
      row,
      sources,
      { origins: EU, heading: '9903.94.51', nothing: '9903.94.50', from: '2025-08-01' },
      cars,
    ),
    raised(
      row,
      sources,
      { origins: ['KR'], heading: '9903.94.61', nothing: '9903.94.60', from: '2025-11-01' },
      { ...cars, knownAt: '2025-12-05' },
    ),
    row({
      ...cars,
      heading: '9903.94.01',
      effect: 'add',
      percent: sources.percentOf('9903.94.01'),
      from: '2025-04-03',
      why: 'passenger vehicles and light trucks',
    }),
    content('9903.74.03', '2025-11-01', trucks),
    claimed('9903.74.05', '2025-11-01', trucks, 'note 38(e)'),
    claimed('9903.74.06', '2025-11-01', trucks, 'note 38(f)'),
    claimed('9903.74.07', '2025-11-01', trucks, 'note 38(g)'),
    row({
      heading: '9903.74.02',
      effect: 'add',
      percent: sources.percentOf('9903.74.02'),
      from: '2025-11-01',
      prefixes: ['8702'],
      why: 'buses and other vehicles of heading 8702',
    }),
    row({
      ...trucks,
      heading: '9903.74.01',
      effect: 'add',
      percent: sources.percentOf('9903.74.01'),
      from: '2025-11-01',
      why: 'medium- and heavy-duty vehicles',
    }),
  ];
  const cite = 'HTS chapter 99, U.S. notes 33 and 38 to subchapter III';
  return {
    layers: [{ id, name: 'Section 232 duties on vehicles', cite, ...common, rows }],
    scopes: [
      scopeOf(
        id,
        '9903.94.01',
        '2025-04-03',
        numbersBetween(
          sources.notes,
          '(b) The rates of duty set forth in headings 9903.94.01',
          '(c) Heading 9903.94.02',
        ),
      ),
      scopeOf(
        id,
        '9903.74.01',
        '2025-11-01',
        numbersBetween(
          sources.notes,
          '(b) The rate of duty set forth in heading 9903.74.01',
          '(d) Heading 9903.74.03',
        ).filter((number) => !number.startsWith('8702')),
      ),
    ],
  };
}

/** Parts of vehicles: certain where the number is of vehicle parts, else where the heading is claimed. */
export function vehicleParts(sources: Sources): Part {
  const id = 'section-232-vehicle-parts';
  const row = maker('U.S. notes 33(g) and 38(i) to subchapter III, chapter 99');
  const parts = { scope: id, list: '9903.94.05' };
  const heavy = { scope: id, list: '9903.74.08' };
  const sure = { ...parts, prefixes: VEHICLE_PARTS };
  const told = { ...parts, notPrefixes: VEHICLE_PARTS, claimed: true };
  const both = (make: (more: Partial<Row>) => Row): Row[] => [make(sure), make(told)];
  const partners: Partner[] = [
    { origins: ['GB'], heading: '9903.94.32', from: '2025-06-30' },
    { origins: ['JP'], heading: '9903.94.43', nothing: '9903.94.42', from: '2025-09-16' },
    { origins: EU, heading: '9903.94.53', nothing: '9903.94.52', from: '2025-08-01' },
    { origins: ['KR'], heading: '9903.94.63', nothing: '9903.94.62', from: '2025-11-01' },
    { origins: ['TW'], heading: '9903.94.67', nothing: '9903.94.66', from: '2026-05-01' },
  ];
  const add = (heading: string, from: string, more: Partial<Row>, why: string): Row =>
    row({ heading, effect: 'add', percent: sources.percentOf(heading), from, why, ...more });
  const rows = [
    row({
      ...parts,
      ...USMCA,
      heading: '9903.94.06',
      effect: 'none',
      from: '2025-05-03',
      why: 'parts of vehicles that qualify under the USMCA, note 33(h)',
    }),
    ...partners.flatMap((partner) =>
      both((more) =>
        raised(row, sources, partner, {
          ...more,
          ...(partner.origins[0] === 'TW' ? { knownAt: '2026-05-28' } : {}),
        }),
      ),
    ),
    ...both((more) =>
      add(
        '9903.94.05',
        '2025-05-03',
        { ...more, open: true },
        'parts of passenger vehicles and light trucks',
      ),
    ),
    row({
      ...heavy,
      ...USMCA,
      heading: '9903.74.10',
      effect: 'none',
      claimed: true,
      from: '2025-11-01',
      why: 'parts that qualify under the USMCA, note 38(k)',
    }),
    add(
      '9903.74.08',
      '2025-11-01',
      { ...heavy, claimed: true, open: true },
      'parts of medium- and heavy-duty vehicles',
    ),
  ];
  const lines = (name: string): string[] => sources.text(`trade-remedies/${name}`).match(/^\d+$/gm) ?? [];
  const cite = 'HTS chapter 99, U.S. notes 33(g) and 38(i) to subchapter III';
  return {
    layers: [{ id, name: 'Section 232 duties on vehicle parts', cite, ...common, rows }],
    scopes: [
      scopeOf(id, '9903.94.05', '2025-05-03', lines('s232_auto_parts.txt')),
      scopeOf(id, '9903.74.08', '2025-11-01', lines('s232_mhd_parts.txt')),
    ],
  };
}

/** Timber, lumber, upholstered furniture, kitchen cabinets and vanities (U.S. note 37). */
export function wood(sources: Sources): Part {
  const id = 'section-232-wood';
  const from = '2025-10-14';
  const row = maker('U.S. note 37 to subchapter III, chapter 99');
  const finished = ['9903.76.02', '9903.76.03'];
  const partners: Partner[] = [
    { origins: ['JP'], heading: '9903.76.21', from },
    { origins: EU, heading: '9903.76.22', from },
    { origins: ['KR'], heading: '9903.76.23', from: '2025-11-14' },
    { origins: ['TW'], heading: '9903.76.24', from: '2026-05-01' },
  ];
  const add = (heading: string, list: string, more: Partial<Row>, why: string): Row =>
    row({ heading, list, scope: id, effect: 'add', percent: sources.percentOf(heading), from, why, ...more });
  const rows = [
    row({
      scope: id,
      list: '9903.76.03',
      heading: '9903.76.04',
      effect: 'none',
      from,
      claimed: true,
      why: 'not a completed cabinet, vanity or part of one, note 37(g)',
    }),
    ...finished.map((list) =>
      add('9903.76.20', list, { origins: ['GB'] }, 'wood products of the United Kingdom'),
    ),
    ...partners.flatMap((partner) =>
      finished.map((list) =>
        raised(row, sources, partner, {
          scope: id,
          list,
          ...(partner.from > from
            ? { knownAt: partner.origins[0] === 'TW' ? '2026-05-28' : '2025-12-05' }
            : {}),
        }),
      ),
    ),
    add('9903.76.01', '9903.76.01', {}, 'softwood timber and lumber'),
    add('9903.76.02', '9903.76.02', {}, 'upholstered wooden furniture'),
    add('9903.76.03', '9903.76.03', {}, 'kitchen cabinets and vanities'),
  ];
  const between = (heading: string, begin: string, end: string) =>
    scopeOf(id, heading, from, numbersBetween(sources.notes, begin, end));
  const cite = 'HTS chapter 99, U.S. note 37 to subchapter III';
  return {
    layers: [{ id, name: 'Section 232 duties on timber, lumber and wood products', cite, ...common, rows }],
    scopes: [
      between(
        '9903.76.01',
        '(b) The rates of duty set forth in heading 9903.76.01',
        '(c) Heading 9903.76.02',
      ),
      between('9903.76.02', '(d) The rates of duty set forth in headings 9903.76.02', '(e) Except for'),
      between('9903.76.03', '(f) Except for as provided by 9903.76.04, the rates', '(g) Heading 9903.76.04'),
    ],
  };
}

/** Semiconductor articles (U.S. note 39): the number alone does not tell, so the heading must be claimed. */
export function semiconductors(sources: Sources): Part {
  const id = 'section-232-semiconductors';
  const from = '2026-01-15';
  const row = maker('U.S. note 39 to subchapter III, chapter 99');
  const scope = { scope: id, list: '9903.79.01', claimed: true, from };
  const uses = [
    '9903.79.02',
    '9903.79.03',
    '9903.79.04',
    '9903.79.05',
    '9903.79.06',
    '9903.79.07',
    '9903.79.08',
    '9903.79.09',
  ];
  const rows = [
    ...uses.map((heading) =>
      row({ ...scope, heading, effect: 'none', why: sources.wordsOf(heading).slice(0, 120) }),
    ),
    row({
      ...scope,
      heading: '9903.79.01',
      effect: 'add',
      percent: sources.percentOf('9903.79.01'),
      open: true,
      why: 'semiconductor articles of note 39(b)',
    }),
  ];
  const cite = 'HTS chapter 99, U.S. note 39 to subchapter III';
  return {
    layers: [{ id, name: 'Section 232 duties on semiconductor articles', cite, ...common, rows }],
    scopes: [scopeOf(id, '9903.79.01', from, numbersIn(sources.remedies('s232_semi_products.csv'), 'hts10'))],
  };
}
