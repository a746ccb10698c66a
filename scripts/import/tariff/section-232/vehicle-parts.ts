import type { Sources } from '../sources.ts';
import { EU, type Part, type Row, scopeOf } from '../tables.ts';
import { common, maker, type Partner, raised, USMCA } from './partner.ts';

/** Numbers whose goods are parts of vehicles by what they are; under others the filer must say so. */
const VEHICLE_PARTS = ['8706', '8707', '8708'];

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
