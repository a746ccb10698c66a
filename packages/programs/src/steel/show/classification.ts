import type { CaseTable } from '../../case-page.ts';
import type { SteelCase } from '../case.ts';
import { caseKinds } from '../derive/case-kinds.ts';
import { classifiedLine } from '../derive/classified-line.ts';
import { classificationSource } from '../facts/classification.ts';

/** The number entered beside what form, size and chemistry give, and the cases that the number is flagged for. */
export function classificationTable(c: SteelCase): CaseTable {
  return {
    heading: 'Classification and cases',
    note: `By form, width, thickness and alloy chemistry: ${classificationSource}.`,
    columns: ['Line', 'Entered', 'By form and chemistry', 'Because', 'Antidumping, countervailing'],
    rows: c.lines.map((metalLine) => {
      const { line } = metalLine;
      const classified = classifiedLine(metalLine, c);
      const kinds = caseKinds(c.reference.tariff, line.hts);
      return [
        String(line.number),
        line.hts,
        classified?.subheadings.join(' or ') || 'no table at hand',
        classified ? [classified.family, ...classified.why].join(': ') : '',
        kinds.join(' and ') || 'no case flagged',
      ];
    }),
  };
}
