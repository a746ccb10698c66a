import type { CertifiedItem, Heat, MillTestReport } from '@portolan/documents';
import { kg } from '../../usmca-cafta/stories/parties.ts';
import { heatLot } from '../trace/lots.ts';
import { certificate, HEAT, heat, invoice, LOT, licence } from './documents.ts';
import { steelParty } from './parties.ts';
import { papers, steelStory } from './sequence.ts';
import type { SteelStory, StoryPaper } from './story.ts';

const [item] = certificate.items as [CertifiedItem];

function withPaper(name: string, change: (paper: StoryPaper) => StoryPaper): StoryPaper[] {
  return papers.map((paper) => (paper.name === name ? change(paper) : paper));
}

/** The shipment with another certificate. */
function certified(document: MillTestReport, more: Partial<StoryPaper> = {}): StoryPaper[] {
  return withPaper('MillTestReport', (paper) => ({
    ...paper,
    content: { type: 'MillTestReport', document },
    ...more,
  }));
}

function tested(change: Partial<CertifiedItem>): MillTestReport {
  return { ...certificate, items: [{ ...item, ...change }] };
}

interface Variant {
  readonly id: string;
  readonly title: string;
  readonly reasons: readonly string[];
  readonly papers?: readonly StoryPaper[];
  readonly at?: string;
}

function variant({ id, reasons, ...more }: Variant): SteelStory {
  return { ...steelStory, ...more, id: `steel-${id}`, expect: { outcome: 'refuse', reasons } };
}

const eastern = steelParty('billet-mill');
const BILLETS = 'urn:sample:eastern:billets:88';
const easternHeat = { mill: eastern.did, number: 'E-88' };
const inChina = [
  { stage: 'melt' as const, country: 'CN' },
  { stage: 'pour' as const, country: 'CN' },
];

/** Billets poured in China, certified and sold to the Mexican mill, which rolls them and certifies them as melted in Mexico. */
const foreignBillets: readonly StoryPaper[] = [
  {
    name: 'Heat of the billets',
    content: {
      type: 'Heat',
      document: {
        ...heat,
        number: easternHeat.number,
        mill: eastern,
        furnace: { name: 'Furnace 1', country: 'CN' },
        stages: inChina,
        pouredAt: '2026-04-01T07:00:00Z',
        pouredMass: kg('60000'),
        yieldLoss: kg('2000'),
      },
    },
    by: 'billet-mill',
    at: '2026-04-01T09:00:00Z',
  },
  {
    name: 'MillTestReport of the billets',
    content: {
      type: 'MillTestReport',
      document: {
        ...certificate,
        number: 'EB-88',
        kind: '2.2',
        manufacturer: eastern,
        customer: steelParty('mill'),
        orderNumber: 'ADN-BUY-12',
        producedAt: '2026-04-02T07:00:00Z',
        dispatchedAt: '2026-04-05T07:00:00Z',
        standards: [{ standard: 'Sample billet specification', edition: '2026', grade: 'B1' }],
        product: { form: 'semi', description: 'Billets', shape: 'square' },
        items: [
          {
            ...item,
            heat: easternHeat,
            lot: BILLETS,
            weight: kg('20600'),
            loss: kg('100'),
            stages: inChina,
            madeIn: 'CN',
            tests: [],
          },
        ].map(({ pieces: _, theoreticalWeight: _weight, ...rest }) => rest),
      },
    },
    by: 'billet-mill',
    at: '2026-04-02T08:00:00Z',
  },
  {
    name: 'CommercialInvoice of the billets',
    content: {
      type: 'CommercialInvoice',
      document: {
        ...invoice,
        number: 'EB-INV-88',
        issueDate: '2026-04-06',
        seller: eastern,
        buyer: steelParty('mill'),
        orderNumbers: ['ADN-BUY-12'],
        lines: invoice.lines.map(({ orderNumber: _, orderLine: _line, ...line }) => ({
          ...line,
          lot: BILLETS,
          originCountry: 'CN',
        })),
      },
    },
    by: 'billet-mill',
    at: '2026-04-06T07:00:00Z',
  },
  {
    name: 'ProcessingRecord of the rolling',
    content: {
      type: 'ProcessingRecord',
      document: {
        number: 'ROLL-118',
        metal: 'steel',
        processor: steelParty('mill'),
        process: 're-roll',
        at: '2026-06-03T12:00:00Z',
        place: { name: 'Monterrey works', country: 'MX' },
        inputs: [{ lot: BILLETS, heat: easternHeat, quantity: kg('20600') }],
        outputs: [{ lot: LOT, heat: easternHeat, quantity: kg('20000') }],
        losses: [{ reason: 'scale and crops', quantity: kg('600') }],
      },
    },
    by: 'mill',
    at: '2026-06-03T13:00:00Z',
  },
];

const smallHeat = { mill: heat.mill.did ?? '', number: 'A26-4712' };
const smallPour: Heat = {
  ...heat,
  number: smallHeat.number,
  pouredMass: kg('20800'),
  yieldLoss: kg('800'),
};

/** The good shipment, where others have certified more of the same heat: told as masses only. */
export const oversoldElsewhere: SteelStory = {
  ...steelStory,
  id: 'steel-oversold-elsewhere',
  title: 'More was certified of the heat than was poured, counted across tenants',
  commitments: [
    { of: heatLot(HEAT), mass: kg('41000') },
    { of: heatLot(HEAT), mass: kg('38000') },
  ],
  expect: { outcome: 'refuse', reasons: ['STEEL_HEAT_OVERSOLD'] },
};

const written: readonly SteelStory[] = [
  variant({
    id: 'altered-figure',
    title: 'A carbon figure was altered after the mill signed',
    papers: certified(certificate, { altered: { pointer: '/items/0/chemistry/0/percent', value: '0.08' } }),
    reasons: ['STEEL_CERTIFICATE_ALTERED'],
  }),
  variant({
    id: 'foreign-billets',
    title: 'Melted in Mexico, says the certificate; the billets were poured in China',
    papers: [...certified(tested({ heat: easternHeat })), ...foreignBillets],
    reasons: ['STEEL_MELT_FOREIGN'],
  }),
  variant({
    id: 'reused-certificate',
    title: 'The certificate was made for another order',
    papers: certified({ ...certificate, orderNumber: 'PB-2511-02' }),
    reasons: ['STEEL_CERTIFICATE_REUSED'],
  }),
  variant({
    id: 'oversold-heat',
    title: 'More was certified of the heat than was poured',
    papers: certified(tested({ heat: smallHeat })).map((paper) =>
      paper.name === 'Heat' ? { ...paper, content: { type: 'Heat', document: smallPour } } : paper,
    ),
    reasons: ['STEEL_HEAT_OVERSOLD'],
  }),
  variant({
    id: 'yield-above-tensile',
    title: 'Yield and tensile strength were exchanged',
    papers: certified(
      tested({
        tests: [
          { number: 'T-2', yield: { value: '498', unit: 'MPa' }, tensile: { value: '378', unit: 'MPa' } },
        ],
      }),
    ),
    reasons: ['STEEL_YIELD_ABOVE_TENSILE'],
  }),
  variant({
    id: 'expired-licence',
    title: 'The licence had ended before the goods were imported',
    papers: withPaper('SIMASteelImportLicense', (paper) => ({
      ...paper,
      content: {
        type: 'SteelImportLicense',
        document: { ...licence, issuedOn: '2026-03-01', validUntil: '2026-05-15' },
      },
    })),
    reasons: ['STEEL_LICENCE_EXPIRED'],
  }),
  variant({
    id: 'melt-oth',
    title: 'OTH for melt and pour on primary steel',
    papers: certified(tested({ stages: item.stages.map((stage) => ({ ...stage, country: 'OTH' })) })),
    reasons: ['STEEL_MELT_OTHER'],
  }),
  variant({
    id: 'ksi-as-mpa',
    title: 'Strengths in ksi under the heading MPa',
    papers: certified(
      tested({
        tests: [
          { number: 'T-2', yield: { value: '54.8', unit: 'MPa' }, tensile: { value: '72.2', unit: 'MPa' } },
        ],
      }),
    ),
    reasons: ['STEEL_UNIT_CONFUSED'],
  }),
  variant({
    id: 'unsigned-mill',
    title: 'A certificate that the mill did not sign',
    papers: papers.map((paper) => {
      const { by: _, ...unsigned } = paper;
      return paper.name === 'MillTestReport' ? unsigned : paper;
    }),
    reasons: ['STEEL_CERTIFICATE_UNSIGNED'],
  }),
  variant({
    id: 'second-signature-missing',
    title: 'Type 3.2 with the signature of the mill alone',
    papers: certified({
      ...certificate,
      kind: '3.2',
      secondInspector: { name: 'Sample Surveyor', title: 'Surveyor', party: steelParty('inspector') },
    }),
    reasons: ['STEEL_SECOND_SIGNATURE_MISSING'],
  }),
  variant({
    id: 'absurd-analysis',
    title: 'Elements that come to more than the whole: a point was lost in a figure',
    papers: certified(
      tested({
        chemistry: item.chemistry.map((share) =>
          share.element === 'Mn' ? { ...share, percent: '115' } : share,
        ),
      }),
    ),
    reasons: ['STEEL_ANALYSIS_ABSURD'],
  }),
];

/** Each refused for its own reason. An invoice is entered once; each of these has a number of its own, so that nothing but its own fault stands against it. */
export const steelVariants: readonly SteelStory[] = written.map((story, index) => ({
  ...story,
  papers: JSON.parse(
    JSON.stringify(story.papers).replaceAll(invoice.number, `ADN-2606-${201 + index}`),
  ) as StoryPaper[],
}));

/** The same papers for the next truck: another certificate, bundle, invoice and licence. */
function nextTruck(paper: StoryPaper): StoryPaper {
  return JSON.parse(JSON.stringify(paper).replaceAll(/(?<=[-:A-Z0-9])118\b/g, '119')) as StoryPaper;
}

/** Type 3.2 with both signatures: the same document under the inspector's key too. In no story, to be filed by hand. */
export const countersigned: SteelStory = (() => {
  const document: MillTestReport = {
    ...certificate,
    kind: '3.2',
    secondInspector: { name: 'Sample Surveyor', title: 'Surveyor', party: steelParty('inspector') },
  };
  return {
    ...steelStory,
    id: 'steel-next-truck',
    title: 'The next truck of beams: type 3.2 with both signatures, to be filed by hand',
    papers: [
      ...certified(document),
      {
        name: 'MillTestReport, second signature',
        content: { type: 'MillTestReport' as const, document },
        by: 'inspector' as const,
        at: '2026-06-04T10:00:00Z',
      },
    ].map(nextTruck),
  };
})();
