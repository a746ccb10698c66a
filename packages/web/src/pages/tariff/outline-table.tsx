import type { TariffOutline } from '@portolan/contract';
import { Link, useSearchParams } from 'react-router';
import { formatHts } from '../../format/identifiers.ts';
import { unitName } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { lineAddress } from './line-address.ts';

type Row = TariffOutline['rows'][number] & { key: string };

/** How far a row stands in on the page; deeper rows keep the last step so that a phone has room for the words. */
const deepest = 6;

/** The rows of a heading as the schedule prints them, each below its heading; `current` is marked. */
export function OutlineTable({ outline, current }: { outline: TariffOutline; current?: string }) {
  const [search] = useSearchParams();
  const least = Math.min(...outline.rows.map(({ indent }) => indent));
  const rows = outline.rows.map((row, index): Row => ({ ...row, key: `${row.hts}${index}` }));
  const number = (row: Row) => {
    if (row.hts === '') return <span className="usa-sr-only">Description</span>;
    if (row.hts === current) return <strong aria-current="true">{formatHts(row.hts)}</strong>;
    return <Link to={lineAddress(row.hts, search)}>{formatHts(row.hts)}</Link>;
  };
  return (
    <DataTable
      caption={`Below ${formatHts(outline.prefix)} in edition ${outline.edition}`}
      rows={rows}
      rowKey={(row) => row.key}
      empty="No row."
      columns={[
        { header: 'HTS number', cell: number },
        {
          header: 'Goods',
          cell: (row) => (
            <span className={`outline-${Math.min(row.indent - least, deepest)}`}>{row.description}</span>
          ),
        },
        { header: 'Units', cell: (row) => row.units.map(unitName).join(', ') },
        { header: 'General', cell: (row) => row.general },
        { header: 'Special', cell: (row) => row.special.replaceAll(',', ', ') },
      ]}
    />
  );
}
