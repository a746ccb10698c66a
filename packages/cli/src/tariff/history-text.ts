import type { FieldChange, LineHistory } from '@portolan/contract';
import { tariffNumber } from '../output/format.ts';

const columns: Readonly<Record<FieldChange['field'], string>> = {
  description: 'Description',
  units: 'Units',
  general: 'General',
  special: 'Special',
  column2: 'Column 2',
};

/** One number through the editions at hand, oldest first. */
export function historyText({ hts, steps }: LineHistory): string[] {
  return [
    tariffNumber(hts),
    ...steps.flatMap(({ edition, change, changes, line, became }) => [
      '',
      `${edition.id}, in force from ${edition.effective}, known to hold until ${edition.horizon}`,
      `  ${said(change)}${line ? `: general ${line.general || 'none'}, column 2 ${line.column2 || 'none'}` : ''}`,
      ...(became.length > 0 ? [`  became ${became.map(tariffNumber).join(', ')}`] : []),
      ...changes.map(changeText).map((text) => `  ${text}`),
    ]),
  ];
}

/** "General: 4.2¢/liter → 4¢/liter". */
export function changeText({ field, before, after }: FieldChange): string {
  return `${columns[field]}: ${before || 'nothing'} → ${after || 'nothing'}`;
}

function said(change: LineHistory['steps'][number]['change']): string {
  const words = {
    first: 'first edition at hand',
    added: 'added',
    ended: 'ended',
    changed: 'changed',
    unchanged: 'as before',
    absent: 'not in this edition',
  };
  return words[change];
}
