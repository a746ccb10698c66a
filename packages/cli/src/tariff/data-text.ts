import type { TariffDataView } from '@portolan/contract';
import { facts, table } from '../output/table.ts';

/** What was imported, for whom, and what was read of it. */
export function importedText(view: TariffDataView, whom: string): string[] {
  return [
    `Imported ${view.title} for ${whom}.`,
    ...facts([
      ['Rows', String(view.rows)],
      ['Valid', `${view.from ?? 'as its rows say'} to ${view.until ?? 'further notice'}`],
      ['Published', view.published],
      ['Certainty', view.certainties.join(', ')],
      ['Digest', view.digest],
    ]),
  ];
}

const columns = ['Name', 'Kind', 'From', 'Until', 'Rows', 'Certainty', 'Held by', 'Source'].map((title) => ({
  title,
  ...(title === 'Rows' ? { align: 'right' as const } : {}),
}));

/** The data at hand, one body of it a row. */
export function listText(items: readonly TariffDataView[]): string[] {
  return table(
    columns,
    items.map(({ name, kind, from, until, rows, certainties, holder, sources }) => [
      name,
      kind,
      from ?? '',
      until ?? '',
      String(rows),
      certainties.join(', '),
      holder,
      shortSources(sources),
    ]),
  );
}

/** That something was taken out of use. */
export function withdrawnText(name: string): string[] {
  return [`${name} is out of use.`];
}

function shortSources([first = '', ...others]: readonly string[]): string {
  const text = first.length > 60 ? `${first.slice(0, 59)}…` : first;
  return others.length === 0 ? text : `${text} and ${others.length} more`;
}
