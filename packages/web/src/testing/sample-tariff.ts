import type {
  EditionView,
  LineHistory,
  TariffChoices,
  TariffDataView,
  TariffLineDetail,
  TariffOutline,
} from '@portolan/contract';

/** What a node would answer about one line, for tests of the pages. */
export const sampleLine: TariffLineDetail = {
  hts: '0804504045',
  description: 'Mangoes, if entered during the period from September 1 to May 31',
  path: ['Dates, figs, pineapples', 'Guavas, mangoes and mangosteens', 'Fresh'],
  units: ['KGM'],
  general: '6.6¢/kg',
  special: 'Free (S,P)',
  column2: '33.1¢/kg',
  footnotes: ['See 9903.01.'],
  edition: '2026-rev-10',
  complete: true,
  flags: [{ kind: 'agency', code: 'FD4', text: 'FDA: required', cite: 'sample report' }],
  above: [{ hts: '0804', description: 'Dates, figs, pineapples' }],
  date: '2026-06-12',
  effective: '2026-06-08',
  horizon: '2026-06-30',
};

export const sampleEdition = (id: string, effective: string, horizon: string): EditionView => ({
  id,
  effective,
  horizon,
  knownAt: effective,
  unknownAfter: 'what followed is not at hand',
  source: 'sample',
  rows: 35509,
  digest: `sha256:${'0'.repeat(64)}`,
  holder: 'program',
});

const { description, units, special, column2 } = sampleLine;

export const sampleHistory: LineHistory = {
  hts: sampleLine.hts,
  steps: [
    {
      edition: sampleEdition('2025-rev-32', '2025-12-05', '2025-12-31'),
      line: { description, units, general: '7¢/kg', special, column2 },
      change: 'first',
      changes: [],
      became: [],
    },
    {
      edition: sampleEdition('2026-rev-10', '2026-06-08', '2026-06-30'),
      line: { description, units, general: '6.6¢/kg', special, column2 },
      change: 'changed',
      changes: [{ field: 'general', before: '7¢/kg', after: '6.6¢/kg' }],
      became: [],
    },
  ],
};

export const sampleOutline: TariffOutline = {
  prefix: '080450',
  edition: '2026-rev-10',
  rows: [
    {
      hts: '080450',
      indent: 1,
      description: 'Guavas, mangoes and mangosteens',
      units: [],
      general: '',
      special: '',
      column2: '',
      complete: false,
    },
    {
      hts: '0804504045',
      indent: 3,
      description: 'Mangoes',
      units: ['KGM'],
      general: '',
      special: '',
      column2: '',
      complete: true,
    },
  ],
};

export const sampleChoices: TariffChoices = {
  incoterms: [{ code: 'FOB', name: 'Free on board' }],
  adjustments: [{ code: 'international-freight', name: 'International freight' }],
  currencies: ['EUR'],
  agreements: [{ code: 'USMCA', name: 'USMCA' }],
  programs: [{ code: 'S', name: 'USMCA' }],
  modes: [{ code: '30', name: 'truck' }],
  entryTypes: [{ code: '01', name: 'consumption' }],
  cases: [],
};

export const sampleData: TariffDataView[] = [
  {
    name: '2026-rev-10',
    kind: 'edition',
    title: 'Harmonized Tariff Schedule, 2026-rev-10',
    rows: 35509,
    from: '2026-06-08',
    until: '2026-06-30',
    published: '2026-06-08',
    sources: ['USITC'],
    certainties: ['official'],
    holder: 'program',
  },
  {
    name: 'sample-cases',
    kind: 'cases',
    title: 'antidumping and countervailing duty cases: sample-cases',
    rows: 1,
    from: '2025-01-01',
    sources: ['invented'],
    certainties: ['unverified'],
    holder: 'organization',
    imported: { by: 'Sample Filer', at: '2026-06-12T16:00:00.000Z', fileName: 'cases.json' },
  },
];
