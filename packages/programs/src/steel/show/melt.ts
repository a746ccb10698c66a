import type { CaseTable } from '../../case-page.ts';
import type { SteelCase } from '../case.ts';
import { declareMetal } from '../derive/declaration.ts';

/** Where the metal of each line was first liquid and first solid, beside the country of origin. */
export function meltTable({ lines }: SteelCase): CaseTable {
  return {
    heading: 'Melt and pour, apart from origin',
    note: 'Stated by the mill on its certificate, never filled in from the country of origin.',
    columns: ['Line', 'Certificate', 'Heat', 'Stage', 'Country', 'Country of origin'],
    rows: lines.flatMap(({ certified, line, metal }) =>
      certified.flatMap(({ certificate, item }) =>
        metal.stages.flatMap(({ label, required, stage }) => {
          const said = item.stages.find((one) => one.stage === stage);
          if (!said && !required) return [];
          const { number } = certificate.document;
          const country = said?.country ?? 'not stated';
          return [[String(line.number), number, item.heat.number, label, country, line.originCountry ?? '']];
        }),
      ),
    ),
  };
}

/** Blocks 21 to 24 of form 7501 and record 54 of the entry summary. */
export function declarationTable({ lines }: SteelCase): CaseTable {
  return {
    heading: 'Form 7501 and record 54',
    note: 'Block 21 for steel, 22 to 24 for aluminum; record 54 is what the entry summary sends.',
    columns: ['Line', 'Declaration', 'Blocks', 'Record 54'],
    rows: lines.flatMap(({ certified: [first], line, metal }) => {
      if (!first) return [];
      const { blocks, record } = declareMetal(metal, line.hts, first.item.stages);
      const shown = blocks.map(({ block, country }) => `${block}: ${country}`);
      return [
        [
          String(line.number),
          `${record.type} ${metal.declaration.name}`,
          [...new Set(shown)].join(', '),
          record.text.trimEnd(),
        ],
      ];
    }),
  };
}
