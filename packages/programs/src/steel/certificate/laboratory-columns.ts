/** A column of the laboratory file: its names in the heading row, and what it fills. */
export type LaboratoryColumn =
  | { readonly fills: 'heat' | 'test' | 'location' | 'direction' | 'retestOf' | 'unit' | 'scale' }
  | { readonly fills: 'element'; readonly element: string }
  | { readonly fills: 'yield' | 'tensile' | 'elongation' | 'reduction' | 'hardness' | 'bend' }
  /** Values of a set with strokes between them, such as 31/29/30; the temperature may be below zero. */
  | { readonly fills: 'impact' | 'impactAt' | 'bendOutcome' };

/** What the file may hold beside the elements, which are headed by their symbols. Documented in the program's README. */
const named: Readonly<Record<string, LaboratoryColumn>> = {
  heat: { fills: 'heat' },
  'heat number': { fills: 'heat' },
  'heat no': { fills: 'heat' },
  cast: { fills: 'heat' },
  test: { fills: 'test' },
  'test number': { fills: 'test' },
  'test no': { fills: 'test' },
  location: { fills: 'location' },
  direction: { fills: 'direction' },
  'retest of': { fills: 'retestOf' },
  unit: { fills: 'unit' },
  'stress unit': { fills: 'unit' },
  yield: { fills: 'yield' },
  'yield strength': { fills: 'yield' },
  tensile: { fills: 'tensile' },
  'tensile strength': { fills: 'tensile' },
  elongation: { fills: 'elongation' },
  'elongation %': { fills: 'elongation' },
  reduction: { fills: 'reduction' },
  hardness: { fills: 'hardness' },
  'hardness scale': { fills: 'scale' },
  impact: { fills: 'impact' },
  'impact j': { fills: 'impact' },
  'impact temperature': { fills: 'impactAt' },
  bend: { fills: 'bend' },
  'bend degrees': { fills: 'bend' },
  'bend outcome': { fills: 'bendOutcome' },
};

const elements = new Set(
  'C Mn P S Si Al Cu Ni Cr Mo Sn Nb V Ti B N Ca Pb As Sb Co W Zr Ce Te Se Bi Zn Mg Fe Ag O H'.split(' '),
);

/** The column that a heading means; `Cb` is the old name of niobium. */
export function laboratoryColumn(heading: string): LaboratoryColumn | undefined {
  const words = heading.trim().replace(/[_.]+/g, ' ').replace(/\s+/g, ' ');
  const symbol = words.replace(/ ?%$/, '');
  if (symbol === 'Cb') return { fills: 'element', element: 'Nb' };
  if (elements.has(symbol)) return { fills: 'element', element: symbol };
  const key = words.toLowerCase();
  return Object.hasOwn(named, key) ? named[key] : undefined;
}
