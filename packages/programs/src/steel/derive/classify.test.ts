import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { articleKinds, type Dimension, type DimensionKind, type MetalProduct } from '@portolan/documents';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { analysisOf } from '../chemistry/analysis.ts';
import { steelTables } from '../facts/tables.ts';
import { classify } from './classify.ts';

const edition = loadEmbeddedReference().editions.at(-1);
const mild = [
  { element: 'C', percent: '0.10' },
  { element: 'Mn', percent: '0.80' },
];
const sizes = (given: Partial<Record<DimensionKind, string>>): Dimension[] =>
  Object.entries(given).map(([kind, value]) => ({
    kind: kind as DimensionKind,
    size: { value, unit: 'MMT' },
  }));
const coil = (
  given: Partial<Record<DimensionKind, string>>,
  more: Partial<MetalProduct> = {},
): MetalProduct => ({
  form: 'flat',
  description: 'coil',
  rolled: 'hot',
  coiled: true,
  pickled: false,
  patterned: false,
  dimensions: sizes(given),
  ...more,
});
const of = (product: MetalProduct, chemistry = mild) =>
  classify(product, analysisOf(chemistry), steelTables, edition).subheadings.join(' ');

/** HTSUS 2026 revision 10. */
describe('hot-rolled coil of nonalloy steel', () => {
  it('is wide from 600 mm on', () => {
    assert.equal(of(coil({ width: '600', thickness: '3' })), '7208.38');
    assert.equal(of(coil({ width: '599.9', thickness: '3' })), '7211.19');
  });

  it('is divided by thickness: 10 and 4.75 and 3 mm, at and just beside', () => {
    const thick = (value: string) => of(coil({ width: '1200', thickness: value }));
    assert.deepEqual(['10.01', '10', '4.75', '4.74', '3', '2.99'].map(thick), [
      '7208.36',
      '7208.37',
      '7208.37',
      '7208.38',
      '7208.38',
      '7208.39',
    ]);
  });

  it('in inches too: 0.1181 in is 2.99974 mm', () => {
    const size = { kind: 'thickness' as const, size: { value: '0.1181', unit: 'INH' } };
    assert.equal(of(coil({ width: '1200' }, { dimensions: [...sizes({ width: '1200' }), size] })), '7208.39');
  });

  it('moves to 7225 when one element is at its limit', () => {
    const boron = (percent: string) => [...mild, { element: 'B', percent }];
    assert.equal(of(coil({ width: '1200', thickness: '3' }), boron('0.0007')), '7208.38');
    assert.equal(of(coil({ width: '1200', thickness: '3' }), boron('0.0008')), '7225.30');
  });
});

describe('sections, coated sheet, semi-finished', () => {
  it('H sections from 80 mm on', () => {
    const h = (height: string): MetalProduct => ({
      form: 'section',
      description: 'H',
      shape: 'H',
      rolled: 'hot',
      dimensions: sizes({ height }),
    });
    assert.equal(of(h('80')), '7216.33');
    assert.equal(of(h('79.9')), '7216.10');
  });

  it('zinc by hot dip or electrolysis, wide or narrow', () => {
    const sheet = (coating: string, width: string) =>
      of(coil({ width, thickness: '1' }, { rolled: 'cold', coating }));
    assert.deepEqual(
      [sheet('zinc', '1000'), sheet('zinc-electrolytic', '1000'), sheet('zinc', '100')],
      ['7210.49', '7210.30', '7212.30'],
    );
  });

  it('billets by carbon: 0.25 percent', () => {
    const billet: MetalProduct = { form: 'semi', description: 'billets', shape: 'square' };
    assert.equal(of(billet, [{ element: 'C', percent: '0.249' }]), '7207.11');
    assert.equal(of(billet, [{ element: 'C', percent: '0.25' }]), '7207.20');
  });
});

describe('tubes, wire, track', () => {
  const tube = (more: Partial<MetalProduct>, diameter = '60.3'): MetalProduct => ({
    form: 'tube',
    description: 'tube',
    shape: 'round',
    dimensions: sizes({ 'outside-diameter': diameter }),
    ...more,
  });
  const stainless = [...mild, { element: 'Cr', percent: '18' }, { element: 'Ni', percent: '8' }];

  it('seamless tubes by use, working and steel', () => {
    assert.equal(of(tube({ seamless: true, use: 'line-pipe' })), '7304.19');
    assert.equal(of(tube({ seamless: true, use: 'line-pipe' }), stainless), '7304.11');
    assert.equal(of(tube({ seamless: true, rolled: 'cold' })), '7304.31');
    assert.equal(of(tube({ seamless: true, rolled: 'hot' }), stainless), '7304.49');
  });

  it('welded tubes: heading 7305 above 406.4 mm, 7306 up to it', () => {
    const weld = 'longitudinal' as const;
    assert.equal(of(tube({ seamless: false, weld }, '406.4')), '7306.30');
    assert.equal(of(tube({ seamless: false, weld }, '406.5')), '7305.31');
    assert.equal(of(tube({ seamless: false, weld: 'helical', use: 'line-pipe' }, '508')), '7305.19');
    assert.equal(of(tube({ seamless: false, shape: 'square' })), '7306.61');
  });

  it('wire by coating and steel, silico-manganese apart', () => {
    const wire = (coating?: string): MetalProduct => ({
      ...{ form: 'wire', description: 'wire' },
      ...(coating ? { coating } : {}),
    });
    assert.deepEqual([of(wire()), of(wire('zinc')), of(wire('copper'))], ['7217.10', '7217.20', '7217.30']);
    assert.equal(of(wire(), stainless), '7223.00');
    const spring = [
      { element: 'C', percent: '0.6' },
      { element: 'Mn', percent: '0.9' },
      { element: 'Si', percent: '1.5' },
    ];
    assert.equal(of(wire(), spring), '7229.20');
    assert.equal(of(wire(), [...mild, { element: 'Cr', percent: '0.5' }]), '7229.90');
  });

  it('sheet piling and rails, whatever the steel', () => {
    const section = (shape: string): MetalProduct => ({ form: 'section', description: shape, shape });
    assert.equal(of(section('sheet-piling')), '7301.10');
    assert.equal(of(section('rail')), '7302.10');
  });
});

describe('tubes of cast iron, and articles', () => {
  const article = (kind: MetalProduct['article'], more: Partial<MetalProduct> = {}, chemistry = mild) =>
    of({ form: 'article', description: 'article', ...(kind ? { article: kind } : {}), ...more }, chemistry);
  const stainless = [...mild, { element: 'Cr', percent: '18' }, { element: 'Ni', percent: '8' }];
  const litres = (value: string) => ({ capacity: { value, unit: 'LTR' } });

  it('a tube of cast iron is of heading 7303, whatever its seam', () => {
    const iron = { form: 'tube', description: 'pipe', shape: 'round', cast: 'ductile-iron' } as const;
    assert.equal(of(iron, [{ element: 'C', percent: '3.5' }]), '7303.00');
  });

  it('fittings by casting, steel and kind', () => {
    assert.equal(article('tube-fitting', { cast: 'nonmalleable-iron' }), '7307.11');
    assert.equal(article('tube-fitting', { cast: 'steel' }), '7307.19');
    assert.equal(article('tube-fitting', { shape: 'flange' }), '7307.91');
    assert.equal(article('tube-fitting', { shape: 'butt-welding' }, stainless), '7307.23');
  });

  it('containers at 50 and 300 liters and just beside', () => {
    const holds = (value: string) => article('container', litres(value));
    assert.deepEqual(['300.1', '300', '50', '49.9'].map(holds), ['7309.00', '7310.10', '7310.10', '7310.29']);
    assert.equal(article('soldered-can', litres('0.5')), '7310.21');
  });

  it('nails, bolts, nuts, chains and springs by what they are', () => {
    const kinds = ['nail', 'bolt', 'nut', 'washer', 'stud-link-chain', 'helical-spring'] as const;
    assert.deepEqual(
      kinds.map((kind) => article(kind)),
      ['7317.00', '7318.15', '7318.16', '7318.22', '7315.81', '7320.20'],
    );
  });

  it('household and sanitary ware by steel, casting and enamel; all else under 7325 and 7326', () => {
    assert.equal(article('household-article', {}, stainless), '7323.93');
    assert.equal(article('household-article', { coating: 'enamel' }), '7323.94');
    assert.equal(article('household-article', { cast: 'nonmalleable-iron', coating: 'enamel' }), '7323.92');
    assert.equal(article('sink', {}, stainless), '7324.10');
    assert.equal(article('grinding-ball'), '7326.11');
    assert.equal(article('grinding-ball', { cast: 'ductile-iron' }), '7325.91');
    assert.equal(article('article'), '7326.90');
  });

  it('every kind of article is in the table, and which one is left open is said', () => {
    for (const kind of articleKinds)
      assert.ok(
        steelTables.classification.some((row) => row.article === kind),
        kind,
      );
    const unsaid: MetalProduct = { form: 'article', description: 'drums', article: 'container' };
    const { open, subheadings } = classify(unsaid, analysisOf(mild), steelTables, edition);
    assert.deepEqual([subheadings, open], [['7309.00', '7310.10', '7310.29'], ['capacity']]);
  });
});

it('what is not told is named, not guessed', () => {
  const { pickled: _, ...unsaid } = coil({ width: '1200', thickness: '3' });
  const result = classify(unsaid, analysisOf(mild), steelTables, edition);
  assert.deepEqual([result.subheadings, result.open], [['7208.26', '7208.38'], ['pickling']]);
});

it('every row of the table names a subheading of the edition', () => {
  for (const { number } of steelTables.classification)
    assert.ok((edition?.under(number).length ?? 0) > 0, number);
});
