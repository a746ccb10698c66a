import type { AuthorityView } from '@portolan/contract';
import { table } from '../output/table.ts';

const columns = ['Type', 'From whom', 'To whom', 'Powers', 'Days', 'State', 'Digest'].map((title) => ({
  title,
}));

/** Powers, officers, employees and signatures, one a row. */
export function authorityTable(items: readonly AuthorityView[]): string[] {
  return table(
    columns,
    items.map(
      ({ type, giver, giverName, holder, holderName, powers, statement, from, until, state, digest }) => [
        ...[type, giverName ?? giver, holderName ?? holder, statement ?? powers.join(', ')],
        ...[until === undefined ? `from ${from}` : `${from} to ${until}`, state, digest],
      ],
    ),
  );
}
