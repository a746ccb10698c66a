import type { CaseTable } from '../../case-page.ts';
import type { SteelCase } from '../case.ts';
import { computeMetalDuty } from '../derive/duty.ts';

/** Every layer of duty on the metal lines: what was charged by which heading, and what was not and why. */
export function layersTable(c: SteelCase): CaseTable {
  const duty = computeMetalDuty(c);
  const metal = new Set(c.lines.map(({ line }) => line.number));
  const lines = duty.ok ? duty.value.lines.filter(({ number }) => metal.has(number)) : [];
  return {
    heading: 'Duty layers, section 232 among them',
    note: 'Section 232 goes by where the metal was melted and poured, smelted and cast.',
    columns: ['Line', 'Layer', 'Heading', 'Rate', 'Dollars', 'Why'],
    rows: lines.flatMap(({ layers, number }) =>
      layers.map(({ amount, applied, heading = '', layer, rate, why }) => [
        ...[String(number), layer, heading, applied ? rate : 'not charged', applied ? amount : ''],
        why,
      ]),
    ),
  };
}
