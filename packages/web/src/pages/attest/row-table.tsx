import { Link } from 'react-router';
import { DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type CheckedRow, inColumn } from './rows.ts';
import type { Signed } from './signing.ts';

/** A row with what became of it, once it was handed over for signing. */
export interface RowState extends CheckedRow {
  readonly signed?: Signed;
}

function State({ row }: { row: RowState }) {
  const refused = row.refusals.length > 0 || (row.signed && !row.signed.digest);
  const words = refused ? 'Refused' : row.signed ? 'Signed' : 'Fit to sign';
  return (
    <span className={`pill pill--${refused ? 'bad' : row.signed ? 'good' : 'info'}`}>
      <Icon name={refused ? 'refuse' : 'passed'} />
      {words}
    </span>
  );
}

function Why({ row }: { row: RowState }) {
  const refusals = [...row.refusals, ...(row.signed?.refusals ?? []).map(inColumn)];
  if (row.signed?.digest)
    return <Link to={`/certificates/${encodeURIComponent(row.signed.digest)}`}>Open the attestation</Link>;
  if (refusals.length === 0) return <>nothing against it</>;
  return (
    <ul className="plain">
      {refusals.map(({ code, column, message, mend }) => (
        <li key={code + column + message}>
          {column && (
            <>
              Column <code className="break">{column}</code>:{' '}
            </>
          )}
          {message} <span className="muted">{mend}</span>
        </li>
      ))}
    </ul>
  );
}

/** The rows of a spreadsheet: those refused first, each by row and column. */
export function RowTable({ rows }: { rows: readonly RowState[] }) {
  const rank = ({ refusals, signed }: RowState) =>
    refusals.length > 0 || (signed && !signed.digest) ? 0 : 1;
  return (
    <DataTable
      caption="Rows of the spreadsheet"
      captionHidden
      rows={rows.toSorted((a, b) => rank(a) - rank(b) || a.row - b.row)}
      rowKey={({ row }) => `${row}`}
      empty={
        <p>The file has no rows. The first line holds the headings, each further line one attestation.</p>
      }
      columns={[
        { header: 'Row', cell: ({ row }) => `Row ${row}` },
        { header: 'Organization', cell: ({ name }) => name },
        { header: 'State', cell: (row) => <State row={row} /> },
        { header: 'Why', cell: (row) => <Why row={row} /> },
      ]}
    />
  );
}
