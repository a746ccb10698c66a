import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CertifiedItem, MillTestReport, ProcessingRecord } from '@portolan/documents';
import { kg } from '../usmca-cafta/stories/parties.ts';
import { steelCatalogue } from './catalogue.ts';
import { severityOf } from './severities.ts';
import { certificate, HEAT, invoice, LOT, licence, packingList } from './stories/documents.ts';
import { steelParty } from './stories/parties.ts';
import { papers, steelStory } from './stories/sequence.ts';
import type { StoryPaper } from './stories/story.ts';
import { evidenceOfPaper, replayStory } from './testing/replay-story.ts';
import { certificateItem } from './trace/committed.ts';

const [item] = certificate.items as [CertifiedItem];

type Change = Partial<Omit<StoryPaper, 'content'>> & { readonly document?: object };

/** The good shipment with one paper changed, and others beside it. */
function changed(name: string, { document, ...change }: Change, ...more: StoryPaper[]): StoryPaper[] {
  const all = papers.map((paper) => {
    if (paper.name !== name) return paper;
    const content = { ...paper.content, document: { ...paper.content.document, ...document } };
    return { ...paper, ...change, content } as StoryPaper;
  });
  return [...all, ...more];
}

async function codes(given: readonly StoryPaper[], more: Partial<typeof steelStory> = {}): Promise<string[]> {
  const { findings } = await replayStory({ ...steelStory, papers: given, ...more });
  return [...new Set(findings.map(({ code }) => code))].sort();
}

const withItem = (change: Partial<CertifiedItem>) => ({ document: { items: [{ ...item, ...change }] } });

describe('certificates', () => {
  it('none for the lot', async () => {
    assert.deepEqual(await codes(papers.filter(({ name }) => name !== 'MillTestReport')), [
      'STEEL_CERTIFICATE_MISSING',
    ]);
  });

  it('known to the log after dispatch, at its very moment, or before production', async () => {
    const at = (moment: string) => codes(changed('MillTestReport', { at: moment }));
    assert.deepEqual(await at('2026-06-09T14:00:01Z'), ['STEEL_CERTIFICATE_LATE']);
    assert.deepEqual(await at('2026-06-09T14:00:00Z'), []);
    assert.deepEqual(await at('2026-06-03T17:59:59Z'), ['STEEL_CERTIFICATE_EARLY']);
  });

  it('signed by somebody else than the mill', async () => {
    const found = await codes(changed('MillTestReport', { by: 'carrier' }));
    assert.ok(found.includes('STEEL_CERTIFICATE_NOT_MILL'), found.join());
  });

  it('3.1 by an inspector of the manufacturing department goes to an officer', async () => {
    const inspector = { ...certificate.inspector, independent: false };
    assert.deepEqual(await codes(changed('MillTestReport', { document: { inspector } })), [
      'STEEL_INSPECTOR_NOT_INDEPENDENT',
    ]);
  });

  it('used up by others: their masses alone show it', async () => {
    const paper = papers.find(({ name }) => name === 'MillTestReport') as StoryPaper;
    const { digest } = await evidenceOfPaper(paper);
    const of = certificateItem(digest, '1');
    assert.deepEqual(await codes(papers, { commitments: [{ of, mass: kg('1') }] }), [
      'STEEL_CERTIFICATE_REUSED',
    ]);
  });

  it('replaced: the new one stands, the old one alone does not', async () => {
    const first = papers.find(({ name }) => name === 'MillTestReport') as StoryPaper;
    const { digest } = await evidenceOfPaper(first);
    const replacing = (change: Partial<MillTestReport>): StoryPaper => ({
      name: 'MillTestReport, replaced',
      by: 'mill',
      at: '2026-06-04T10:00:00Z',
      content: {
        type: 'MillTestReport',
        document: {
          ...certificate,
          number: 'MTC-26-0118-R',
          supersedes: { certificate: { number: certificate.number, digest }, reason: 'typing error' },
          ...change,
        },
      },
    });
    assert.deepEqual(await codes([...papers, replacing({})]), []);
    const other = await codes([...papers, replacing({ items: [{ ...item, lot: 'another lot' }] })]);
    assert.ok(other.includes('STEEL_CERTIFICATE_SUPERSEDED'), other.join());
  });
});

describe('figures', () => {
  it('outside the grade, named with limit and rounding', async () => {
    const chemistry = item.chemistry.map((one) => (one.element === 'C' ? { ...one, percent: '0.31' } : one));
    assert.deepEqual(await codes(changed('MillTestReport', withItem({ chemistry }))), [
      'STEEL_CHEMISTRY_OUTSIDE',
    ]);
    const tests = [
      {
        number: 'T',
        yield: { value: '338', unit: 'MPa' as const },
        tensile: { value: '492', unit: 'MPa' as const },
      },
    ];
    assert.deepEqual(await codes(changed('MillTestReport', withItem({ tests }))), ['STEEL_STRENGTH_OUTSIDE']);
  });

  it('of the product are shown beside the limit of the heat, and not judged by it', async () => {
    const product = { element: 'C' as const, percent: '0.28', analysis: 'product' as const };
    const both = [...item.chemistry, product];
    assert.deepEqual(await codes(changed('MillTestReport', withItem({ chemistry: both }))), [
      'STEEL_PRODUCT_ANALYSIS_OPEN',
    ]);
    const alone = item.chemistry.map((one) => (one.element === 'C' ? product : one));
    const found = await codes(changed('MillTestReport', withItem({ chemistry: alone })));
    assert.deepEqual([...new Set(found)], ['STEEL_PRODUCT_ANALYSIS_OPEN']);
  });

  it('that can not be: elements above the whole', async () => {
    const chemistry = [...item.chemistry, { element: 'Cr', percent: '99' }];
    const found = await codes(changed('MillTestReport', withItem({ chemistry })));
    assert.ok(found.includes('STEEL_ANALYSIS_ABSURD'), found.join());
  });

  it('without carbon, without a yield strength, of a grade that is not at hand', async () => {
    const chemistry = item.chemistry.filter(({ element }) => element !== 'C');
    const bare = await codes(changed('MillTestReport', withItem({ chemistry, tests: [{ number: 'T' }] })));
    assert.deepEqual(bare, ['STEEL_ANALYSIS_MISSING', 'STEEL_REQUIREMENT_UNREPORTED']);
    const alone = item.chemistry.filter(({ element }) => ['C', 'P', 'S'].includes(element));
    const noMetal = await codes(changed('MillTestReport', withItem({ chemistry: alone })));
    assert.ok(noMetal.includes('STEEL_ANALYSIS_MISSING'), 'carbon alone is no analysis of a steel');
    const noBoron = item.chemistry.filter(({ element }) => element !== 'B');
    assert.deepEqual(await codes(changed('MillTestReport', withItem({ chemistry: noBoron }))), [
      'STEEL_ANALYSIS_INCOMPLETE',
    ]);
    const standards = [{ standard: 'ASTM A992/A992M', grade: '50' }];
    assert.deepEqual(await codes(changed('MillTestReport', { document: { standards } })), [
      'STEEL_GRADE_NOT_AT_HAND',
    ]);
  });

  it('alloy chemistry moves the goods out of 7216', async () => {
    const chemistry = [...item.chemistry, { element: 'B', percent: '0.0008' }];
    assert.deepEqual(await codes(changed('MillTestReport', withItem({ chemistry }))), [
      'STEEL_CLASSIFICATION_DIFFERS',
    ]);
  });

  it('weighed mass away from the theoretical one', async () => {
    assert.deepEqual(await codes(changed('MillTestReport', withItem({ theoreticalWeight: kg('19000') }))), [
      'STEEL_WEIGHT_DIFFERS',
    ]);
  });
});

describe('heats and licences', () => {
  it('no record of the heat goes to an officer', async () => {
    const found = await codes(papers.filter(({ name }) => name !== 'Heat'));
    assert.deepEqual(found, ['STEEL_HEAT_MISSING']);
  });

  it('pour country not stated', async () => {
    const stages = item.stages.slice(0, 1);
    assert.deepEqual(await codes(changed('MillTestReport', withItem({ stages }))), ['STEEL_MELT_MISSING']);
  });

  it('no licence, one by somebody else, one that differs', async () => {
    const name = 'SIMASteelImportLicense';
    assert.deepEqual(await codes(papers.filter((paper) => paper.name !== name)), ['STEEL_LICENCE_MISSING']);
    assert.deepEqual(await codes(changed(name, { by: 'mill' })), ['STEEL_LICENCE_UNSIGNED']);
    const lines = licence.lines.map((line) => ({ ...line, quantity: kg('19999') }));
    assert.deepEqual(await codes(changed(name, { document: { lines } })), ['STEEL_LICENCE_DIFFERS']);
    assert.deepEqual(await codes(changed(name, { document: { issuedOn: '2026-06-11' } })), [
      'STEEL_LICENCE_NOT_YET',
    ]);
  });
});

describe('a service centre', () => {
  const centre = steelParty('service-centre');
  const CUT = 'urn:sample:border:cut-1';
  const cut: ProcessingRecord = {
    number: 'CUT-1',
    metal: 'steel',
    processor: centre,
    process: 'cut',
    at: '2026-06-06T08:00:00Z',
    place: { name: 'Yard', country: 'MX' },
    inputs: [{ lot: LOT, heat: HEAT, quantity: kg('20000') }],
    outputs: [{ lot: CUT, heat: HEAT, quantity: kg('19950') }],
    losses: [{ reason: 'saw cuts', quantity: kg('50') }],
  };

  /** The mill sells to the service centre, which cuts, certifies its pieces upon the mill's figures and sells them on. */
  async function chain(
    change: { readonly cut?: Partial<ProcessingRecord>; readonly item?: Partial<CertifiedItem> } = {},
  ) {
    const own = {
      ...certificate,
      customer: centre,
      orderNumber: 'BSS-1',
      dispatchedAt: '2026-06-05T08:00:00Z',
    };
    const base: StoryPaper = {
      name: 'Mill',
      by: 'mill',
      at: '2026-06-03T20:00:00Z',
      content: { type: 'MillTestReport', document: own },
    };
    const { digest } = await evidenceOfPaper(base);
    const { theoreticalWeight: _, loss: _loss, ...rest } = item;
    const sold: StoryPaper[] = [
      base,
      {
        name: 'First sale',
        by: 'mill',
        at: '2026-06-05T07:00:00Z',
        content: {
          type: 'CommercialInvoice',
          document: {
            ...invoice,
            number: 'ADN-1',
            buyer: centre,
            orderNumbers: ['BSS-1'],
            lines: invoice.lines.map(({ orderNumber: _o, orderLine: _l, ...line }) => line),
          },
        },
      },
      {
        name: 'Cut',
        by: 'service-centre',
        at: '2026-06-06T09:00:00Z',
        content: { type: 'ProcessingRecord', document: { ...cut, ...change.cut } },
      },
      {
        name: 'Service centre',
        by: 'service-centre',
        at: '2026-06-06T10:00:00Z',
        content: {
          type: 'MillTestReport',
          document: {
            ...certificate,
            number: 'BSS-C-1',
            manufacturer: centre,
            producedAt: '2026-06-06T08:00:00Z',
            basedOn: [{ number: own.number, digest }],
            items: [{ ...rest, lot: CUT, weight: kg('19950'), ...change.item }],
          },
        },
      },
    ];
    const line = (one: { readonly lot?: string }) => ({ ...one, lot: CUT });
    const second = papers
      .filter(({ name }) => name !== 'MillTestReport')
      .map((paper): StoryPaper => {
        if (paper.name === 'CommercialInvoice')
          return {
            ...paper,
            by: 'service-centre',
            content: {
              type: 'CommercialInvoice',
              document: {
                ...invoice,
                seller: centre,
                lines: invoice.lines.map(line) as typeof invoice.lines,
              },
            },
          };
        if (paper.name === 'PackingList')
          return {
            ...paper,
            by: 'service-centre',
            content: {
              type: 'PackingList',
              document: {
                ...packingList,
                shipper: centre,
                lines: packingList.lines.map(line) as typeof packingList.lines,
              },
            },
          };
        return paper;
      });
    return codes([...second, ...sold]);
  }

  it('adds to what the mill certified', async () => {
    assert.deepEqual(await chain(), []);
  });

  it('can not change a figure of the mill', async () => {
    const chemistry = item.chemistry.map((one) => (one.element === 'S' ? { ...one, percent: '0.008' } : one));
    assert.deepEqual(await chain({ item: { chemistry } }), ['STEEL_CERTIFICATE_CHANGED']);
  });

  it('names the parent heat of each piece, and no mass vanishes', async () => {
    const heat = { ...HEAT, number: 'A26-9999' };
    const renamed = await chain({ cut: { outputs: [{ lot: CUT, heat, quantity: kg('19950') }] } });
    assert.ok(renamed.includes('STEEL_PARENT_HEAT'), renamed.join());
    const lost = await chain({ cut: { losses: [] } });
    assert.ok(lost.includes('STEEL_TRACE_REFUSED'), lost.join());
  });
});

it('every code has a weight, and refuses unless said otherwise', () => {
  for (const code of Object.keys(steelCatalogue.entries))
    assert.ok(
      ['refuse', 'refer', 'warn', 'info'].includes(severityOf(code as Parameters<typeof severityOf>[0])),
      code,
    );
});
