import type { CasePage, CaseTable } from '@portolan/programs';
import { DataTable } from '../ui/data-table.tsx';
import { Section } from '../ui/page.tsx';

function Table({ table }: { table: CaseTable }) {
  const rows = table.rows.map((cells, index) => ({ cells, key: `${index}` }));
  return (
    <>
      <h3>{table.heading}</h3>
      {table.note && <p className="small muted">{table.note}</p>}
      <DataTable
        caption={table.heading}
        captionHidden
        columns={table.columns.map((header, index) => ({
          header,
          cell: ({ cells }: (typeof rows)[number]) => cells[index] ?? '',
        }))}
        rows={rows}
        rowKey={({ key }) => key}
        empty="Nothing to show."
      />
    </>
  );
}

/** What the programs that apply have to show about a case: each says what, and the portal only how it looks. */
export function ProgramPages({ pages = [] }: { pages?: readonly CasePage[] | undefined }) {
  return pages.map((page) => (
    <Section key={page.program} title={page.title} id={`program-${page.program}`}>
      <p>{page.lead}</p>
      {page.tables.map((table) => (
        <Table key={table.heading} table={table} />
      ))}
    </Section>
  ));
}
