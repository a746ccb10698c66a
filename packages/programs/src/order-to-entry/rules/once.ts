import type { Dossier } from '../../dossier.ts';
import type { Finding } from '../../finding.ts';
import type { Observations } from '../../observations.ts';
import { orderCatalogue } from '../catalogue.ts';

/**
 * No invoice line is entered in two entries, with or without a claim. An officer looks at it, since either of them may be the mistake.
 * Whose the other entry is, a filer learns of its own entries only.
 */
export function checkOnce({ entry }: Dossier, { enteredBefore = [] }: Observations): Finding[] {
  return enteredBefore.flatMap(({ line, entryNumber }): Finding[] => {
    const index = entry.lines.findIndex(({ number }) => number === line);
    const entered = entry.lines[index];
    if (!entered) return [];
    const other = entryNumber === undefined ? 'in an entry of another filer' : `in entry ${entryNumber}`;
    const params = { line, invoice: entered.invoice.number, invoiceLine: entered.invoice.line, other };
    const refusal = orderCatalogue.refuse('ORDER_ENTERED_BEFORE', {
      path: `/lines/${index}/invoice`,
      params,
    });
    return [{ ...refusal, severity: 'refer' }];
  });
}
