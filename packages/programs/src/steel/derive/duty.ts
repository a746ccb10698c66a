import { dutyInput } from '@portolan/filing';
import type { Result } from '@portolan/kernel';
import { computeDuty, type DutyResult, type MetalContent } from '@portolan/tariff';
import type { SteelCase } from '../case.ts';
import { metalContent } from './declaration.ts';

/**
 * Duty of the entry as declared; where a line declares nothing of its metal, with what its certificate says, so that section
 * 232 knows where it was melted. Claims of origin are another program's: they stand here as filed.
 */
export function computeMetalDuty({ at, dossier, lines, reference }: SteelCase): Result<DutyResult> {
  const input = dutyInput(dossier.entry, at.knownAt, () => true, dossier.override);
  const metals = new Map<number, MetalContent[]>(
    lines.flatMap(({ certified: [first], line, metal }) =>
      first && !line.metals ? [[line.number, [metalContent(metal, first.item.stages)]]] : [],
    ),
  );
  return computeDuty(
    {
      ...input,
      lines: input.lines.map((line) => {
        const known = metals.get(line.number);
        return known ? { ...line, metals: known } : line;
      }),
    },
    reference.tariff,
  );
}
