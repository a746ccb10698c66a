import type { CertifiedItem, DocumentMap, MetalStage, Stage } from '@portolan/documents';
import { bill, certificate, heat, invoice, LOT, licence, packingList } from './documents.ts';
import { papers, steelStory } from './sequence.ts';
import type { SteelStory, StoryPaper } from './story.ts';

/** A metal as the stories tell of it: data alone, as a row of `facts/metals.ts` is all that its rules know. */
interface Told {
  /** Stands in every number of its papers. */
  readonly serial: string;
  readonly metal: string;
  readonly title: string;
  readonly goods: string;
  readonly hts: string;
  readonly standard: { readonly standard: string; readonly grade: string };
  readonly stages: readonly (readonly [MetalStage, string])[];
  readonly chemistry: readonly (readonly [string, string])[];
  /** Yield and tensile strength in MPa. */
  readonly strength: readonly [string, string];
  readonly licensed: boolean;
}

const aluminum: Told = {
  serial: '120',
  metal: 'aluminum',
  title: 'Aluminum sheet, smelted in Canada and cast in Mexico',
  goods: 'Aluminum alloy sheet 5052, not clad, 2 mm',
  hts: '7606123091',
  standard: { standard: 'ASTM B209', grade: '5052' },
  stages: [
    ['primary-smelt', 'CA'],
    ['cast', 'MX'],
  ],
  chemistry: [
    ['Mg', '2.5'],
    ['Cr', '0.22'],
    ['Si', '0.10'],
    ['Fe', '0.25'],
  ],
  strength: ['180', '225'],
  licensed: true,
};

const copper: Told = {
  serial: '121',
  metal: 'copper',
  title: 'Copper rods, smelted in Chile and cast in Mexico',
  goods: 'Rods of refined copper, round, 12 mm',
  hts: '7407101500',
  standard: { standard: 'ASTM B187', grade: 'C11000' },
  stages: [
    ['primary-smelt', 'CL'],
    ['cast', 'MX'],
  ],
  chemistry: [
    ['Cu', '99.95'],
    ['O', '0.03'],
  ],
  strength: ['220', '260'],
  licensed: false,
};

const [item] = certificate.items as [CertifiedItem];

type Change = { [T in keyof DocumentMap]?: DocumentMap[T] };

/** The documents that speak of the metal, told of another one. */
function documentsOf(told: Told): Change {
  const { chemistry, goods, hts, metal, standard, strength } = told;
  const stages: Stage[] = told.stages.map(([stage, country]) => ({ stage, country }));
  const [low, high] = strength;
  const { stages: _stages, ...licensed } = licence.lines[0] as (typeof licence.lines)[number];
  return {
    Heat: { ...heat, metal, stages },
    MillTestReport: {
      ...certificate,
      metal,
      standards: [standard],
      product: { form: 'flat', description: goods, hts },
      items: [
        {
          ...item,
          stages,
          chemistry: chemistry.map(([element, percent]) => ({ element, percent })),
          tests: [
            { number: 'T-1', yield: { value: low, unit: 'MPa' }, tensile: { value: high, unit: 'MPa' } },
          ],
        },
      ],
    },
    SteelImportLicense: {
      ...licence,
      metal,
      lines: [{ ...licensed, hts, category: 'Wrought', stages: stages.slice(0, 1) }],
    },
    CommercialInvoice: {
      ...invoice,
      lines: invoice.lines.map((line) => ({ ...line, hts, description: goods, lot: LOT })),
    },
    PackingList: {
      ...packingList,
      lines: packingList.lines.map((line) => ({ ...line, description: goods })),
    },
    BillOfLading: bill,
  };
}

/** Numbers and heat of its own, so that it stands beside the story of steel. */
function renumbered(paper: StoryPaper, { metal, serial }: Told): StoryPaper {
  const text = JSON.stringify(paper)
    .replaceAll(/(?<=[-:A-Z0-9])118\b/g, serial)
    .replaceAll('A26-4711', `${metal.slice(0, 2).toUpperCase()}26-${serial}`);
  return JSON.parse(text) as StoryPaper;
}

function storyOf(told: Told): SteelStory {
  const documents = documentsOf(told);
  const kept = papers.filter(
    ({ content, told: aside }) => !aside && (told.licensed || content.type !== 'SteelImportLicense'),
  );
  return {
    ...steelStory,
    id: `steel-${told.metal}`,
    title: told.title,
    steps: [],
    papers: kept.map((paper) => {
      const document = documents[paper.content.type];
      const retold = document ? { ...paper, content: { ...paper.content, document } } : paper;
      return renumbered(retold as StoryPaper, told);
    }),
  };
}

/** A further metal is configuration: these stories run through the very rules of steel. */
export const aluminumStory = storyOf(aluminum);
export const copperStory = storyOf(copper);

/** OTH for the smelter of primary aluminum: refused by the same rule as for steel. */
export const aluminumVariant: SteelStory = {
  ...storyOf({
    ...aluminum,
    stages: [
      ['primary-smelt', 'OTH'],
      ['cast', 'MX'],
    ],
  }),
  id: 'steel-aluminum-oth',
  title: 'OTH for the smelter of primary aluminum',
  expect: { outcome: 'refuse', reasons: ['STEEL_MELT_OTHER'] },
};
