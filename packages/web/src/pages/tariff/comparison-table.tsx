import type { EditionChange, EditionComparison } from '@portolan/contract';
import { Link } from 'react-router';
import { formatHts } from '../../format/identifiers.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Pager } from '../../ui/pager.tsx';
import { changeWords, fieldWords } from './change-words.ts';

/** Lines added, ended and changed from one edition to another, a page at a time. */
export function ComparisonTable({ comparison }: { comparison: EditionComparison }) {
  const { from, to, counts, items, total, next } = comparison;
  return (
    <>
      <p role="status">
        From {from.id} to {to.id}: {counted(counts.added, 'line')} added, {groupDigits(String(counts.ended))}{' '}
        ended, {groupDigits(String(counts.changed))} changed.
      </p>
      <DataTable
        caption={`${groupDigits(String(total))} shown in pages`}
        rows={items}
        rowKey={({ hts }) => hts}
        empty={<p>Nothing differs here.</p>}
        columns={[
          {
            header: 'HTS number',
            cell: ({ hts, change }) => (
              <Link to={`/tariff/${hts}?edition=${encodeURIComponent(change === 'ended' ? from.id : to.id)}`}>
                {formatHts(hts)}
              </Link>
            ),
          },
          { header: 'Change', cell: ({ change }) => changeWords(change) },
          { header: 'Goods', cell: ({ description }) => description },
          { header: 'Before and after', cell: (item) => <Differences item={item} /> },
        ]}
      />
      <Pager next={next} label="Pages of changes" />
    </>
  );
}

function Differences({ item: { changes, became } }: { item: EditionChange }) {
  if (became.length > 0) return <span>became {became.map(formatHts).join(', ')}</span>;
  if (changes.length === 0) return <span>–</span>;
  return (
    <ul className="plain">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {fieldWords(field)}: <del>{before || 'nothing'}</del> <ins>{after || 'nothing'}</ins>
        </li>
      ))}
    </ul>
  );
}
