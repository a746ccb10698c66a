import type { CasePage } from '@portolan/programs';
import { table } from './table.ts';

/** What programs show about a case, a section for each of their tables. */
export function pageSections(pages: readonly CasePage[] = []): { title: string; lines: string[] }[] {
  return pages.flatMap(({ tables }) =>
    tables.map(({ columns, heading, rows }) => ({
      title: heading,
      lines: table(
        columns.map((title) => ({ title })),
        rows,
      ),
    })),
  );
}
