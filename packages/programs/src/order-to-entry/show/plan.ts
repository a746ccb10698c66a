import { planEntries } from '@portolan/filing';
import type { CaseTable } from '../../case-page.ts';
import type { OrderCase } from '../case.ts';

/** How the papers would be entered: several entries, and why, where one does not hold them. */
export function planTable({ dossier }: OrderCase): CaseTable {
  const { entries, reasons } = planEntries(dossier.evidence, dossier.entry.entryDate, dossier.links);
  return {
    heading: 'Entries that these papers make',
    note: reasons.map(({ words }) => words).join(' ') || 'One entry holds all of them.',
    columns: ['Entry', 'Invoices', 'Lines'],
    rows: entries.map(({ number, part, lines }) => [
      String(number),
      String(Object.keys(part).length),
      String(lines),
    ]),
  };
}
