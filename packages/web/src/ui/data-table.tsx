import type { ReactNode } from 'react';

export interface Column<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the right, one digit under the other. */
  numeric?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  /** The caption stays for listeners when a heading above already says it. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty: ReactNode;
  foot?: ReactNode;
}

function Cell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) {
  const className = column.numeric ? 'numeric' : undefined;
  if (first)
    return (
      <th scope="row" data-label={column.header} className={className}>
        {column.cell(row)}
      </th>
    );
  return (
    <td data-label={column.header} className={className}>
      {column.cell(row)}
    </td>
  );
}

/** A table with a caption and a header for each row; on a narrow screen each row becomes a card. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey } = props;
  if (rows.length === 0) return <div className="empty">{props.empty}</div>;
  return (
    <table className="table">
      <caption className={props.captionHidden ? 'usa-sr-only' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.header} scope="col" className={column.numeric ? 'numeric' : undefined}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) => (
              <Cell key={column.header} column={column} row={row} first={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
      {props.foot && <tfoot>{props.foot}</tfoot>}
    </table>
  );
}
