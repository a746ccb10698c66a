import { numbersIn, type Sources } from '../sources.ts';
import { type Scope, scopeOf } from '../tables.ts';
import { TO } from './shared.ts';

/** Numbers that the orders exempt or carve out. */
export function exemptScopes(sources: Sources): Scope[] {
  const exempt = sources.remedies('ieepa_exempt_products.csv');
  const spans = [
    ...new Set(exempt.map((row) => `${row.effective_date_start} ${row.effective_date_end}`)),
  ].sort();
  const partner = (heading: string, group: string): Scope => {
    const rows = sources
      .remedies('floor_exempt_products.csv')
      .filter((row) => row.category === 'ptaap' && row.country_group === group);
    return scopeOf(
      'ieepa-partner-exempt',
      heading,
      rows[0]?.effective_date_start ?? '',
      numbersIn(rows, 'hts8'),
      TO,
    );
  };
  const carved = sources.remedies('fentanyl_carveout_products.csv');
  const carveOuts = [...new Set(carved.map(({ ch99_code = '' }) => ch99_code))].sort();
  const brazilRows = sources
    .remedies('country_eo_exempt_products.csv')
    .filter((row) => row.ch99_code === '9903.01.77');
  const brazilDates = [
    ...new Set(brazilRows.map(({ effective_date_start = '' }) => effective_date_start)),
  ].sort();
  return [
    ...spans.map((span) => {
      const [first = '', last = ''] = span.split(' ');
      const rows = exempt.filter(
        (row) => row.effective_date_start === first && row.effective_date_end === last,
      );
      return scopeOf(
        'ieepa-exempt',
        '9903.01.32',
        first === 'NA' ? '2025-04-05' : first,
        numbersIn(rows, 'hts10'),
        last === 'NA' ? TO : last,
      );
    }),
    partner('9903.02.74', 'eu'),
    partner('9903.02.84', 'swiss'),
    ...carveOuts.map((heading) =>
      scopeOf(
        'ieepa-carve-out',
        heading,
        '2025-03-04',
        numbersIn(
          carved.filter((row) => row.ch99_code === heading),
          'hts8',
        ),
        TO,
      ),
    ),
    ...brazilDates.map((date) =>
      scopeOf(
        'ieepa-brazil-exempt',
        '9903.01.81',
        date,
        numbersIn(
          brazilRows.filter((row) => row.effective_date_start === date),
          'hts10',
        ),
        TO,
      ),
    ),
  ];
}
