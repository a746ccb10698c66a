import type { TariffLineView } from '@portolan/contract';
import { Link, useSearchParams } from 'react-router';
import { formatHts } from '../../format/identifiers.ts';
import { unitName } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { lineAddress } from './line-address.ts';

/** Lines of the tariff that a search found. */
export function TariffLines({ found }: { found: { items: readonly TariffLineView[]; edition: string } }) {
  const [search] = useSearchParams();
  return (
    <DataTable
      caption={`Found in edition ${found.edition}`}
      rows={found.items}
      rowKey={(line) => line.hts}
      empty={<p>Nothing found. Try fewer words, or the first four digits.</p>}
      columns={[
        {
          header: 'HTS number',
          cell: (line) => <Link to={lineAddress(line.hts, search)}>{formatHts(line.hts)}</Link>,
        },
        {
          header: 'Goods',
          cell: (line) => (
            <span>
              <span className="muted small">{line.path.join(' › ')}</span>
              <br />
              {line.description} {line.season && <span className="pill">{line.season}</span>}
            </span>
          ),
        },
        { header: 'Units', cell: (line) => line.units.map(unitName).join(', ') },
        { header: 'General', cell: (line) => line.general },
        { header: 'Special', cell: (line) => line.special.replaceAll(',', ', ') },
        { header: 'Column 2', cell: (line) => line.column2 },
      ]}
    />
  );
}
