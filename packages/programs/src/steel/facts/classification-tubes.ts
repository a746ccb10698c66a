import type { ClassificationRow, SteelFamily } from './classification.ts';

const FAMILIES: readonly SteelFamily[] = ['nonalloy', 'stainless', 'alloy'];
const round = (family: SteelFamily) =>
  ({ family, form: 'tube', shape: 'round', use: 'none' }) as const satisfies Partial<ClassificationRow>;

/** Subheadings of a use by family of the steel: nonalloy, stainless, other alloy. */
function byFamily(
  numbers: readonly [string, string, string],
  more: Omit<ClassificationRow, 'number' | 'family' | 'form'>,
): ClassificationRow[] {
  return FAMILIES.map((family, index) => ({ number: numbers[index] ?? '', family, form: 'tube', ...more }));
}

const seamless: readonly ClassificationRow[] = [
  ...byFamily(['7304.19', '7304.11', '7304.19'], { seamless: true, use: 'line-pipe' }),
  ...byFamily(['7304.23', '7304.22', '7304.23'], { seamless: true, use: 'drill-pipe' }),
  ...byFamily(['7304.29', '7304.24', '7304.29'], { seamless: true, use: 'casing' }),
  { number: '7304.31', ...round('nonalloy'), seamless: true, rolled: 'cold' },
  { number: '7304.39', ...round('nonalloy'), seamless: true, rolled: 'hot' },
  { number: '7304.41', ...round('stainless'), seamless: true, rolled: 'cold' },
  { number: '7304.49', ...round('stainless'), seamless: true, rolled: 'hot' },
  { number: '7304.51', ...round('alloy'), seamless: true, rolled: 'cold' },
  { number: '7304.59', ...round('alloy'), seamless: true, rolled: 'hot' },
  ...['square', 'rectangular'].flatMap((shape) =>
    byFamily(['7304.90', '7304.90', '7304.90'], { seamless: true, use: 'none', shape }),
  ),
];

// Heading 7305 begins above 406.4 mm of external diameter; welded tubes up to it are of heading 7306.
const LARGE = { 'outside-diameter': { over: '406.4' } } as const;
const SMALL = { 'outside-diameter': { upTo: '406.4' } } as const;

const largeWelded: readonly ClassificationRow[] = FAMILIES.flatMap((family): ClassificationRow[] => {
  const large = { family, form: 'tube', seamless: false, shape: 'round', size: LARGE } as const;
  return [
    { number: '7305.11', ...large, use: 'line-pipe', weld: 'longitudinal-submerged-arc' },
    { number: '7305.12', ...large, use: 'line-pipe', weld: 'longitudinal' },
    { number: '7305.19', ...large, use: 'line-pipe', weld: 'helical' },
    { number: '7305.20', ...large, use: 'casing' },
    { number: '7305.31', ...large, use: 'none', weld: 'longitudinal' },
    { number: '7305.31', ...large, use: 'none', weld: 'longitudinal-submerged-arc' },
    { number: '7305.39', ...large, use: 'none', weld: 'helical' },
    { number: '7305.90', ...large, use: 'none', weld: 'none' },
  ];
});

const smallWelded: readonly ClassificationRow[] = [
  ...byFamily(['7306.19', '7306.11', '7306.19'], { seamless: false, use: 'line-pipe', size: SMALL }),
  ...byFamily(['7306.29', '7306.21', '7306.29'], { seamless: false, use: 'casing', size: SMALL }),
  ...byFamily(['7306.30', '7306.40', '7306.50'], {
    ...{ seamless: false, use: 'none', shape: 'round', size: SMALL },
  }),
  ...['square', 'rectangular'].flatMap((shape) =>
    byFamily(['7306.61', '7306.61', '7306.61'], { seamless: false, use: 'none', shape }),
  ),
];

/** Tubes and pipes of steel. Source: HTSUS 2026 revision 10, headings 7304 to 7306 (verified against the edition). */
export const tubes: readonly ClassificationRow[] = [...seamless, ...largeWelded, ...smallWelded];

/** Piling, rails and their fittings: whatever the steel. Source: HTSUS 2026 revision 10, headings 7301 and 7302. */
export const track: readonly ClassificationRow[] = FAMILIES.flatMap((family): ClassificationRow[] => {
  const of = (number: string, shape: string): ClassificationRow => ({
    number,
    family,
    form: 'section',
    shape,
  });
  return [
    of('7301.10', 'sheet-piling'),
    of('7301.20', 'welded'),
    of('7302.10', 'rail'),
    of('7302.30', 'switch-blade'),
    of('7302.40', 'fish-plate'),
    of('7302.90', 'sleeper'),
  ];
});

/** Wire by family and coating. Source: HTSUS 2026 revision 10, headings 7217, 7223 and 7229. */
export const wire: readonly ClassificationRow[] = [
  { number: '7217.10', family: 'nonalloy', form: 'wire', coating: 'none' },
  { number: '7217.20', family: 'nonalloy', form: 'wire', coating: 'zinc' },
  { number: '7217.20', family: 'nonalloy', form: 'wire', coating: 'zinc-electrolytic' },
  ...['tin', 'copper', 'brass', 'aluminum', 'aluminum-zinc'].map(
    (coating): ClassificationRow => ({ number: '7217.30', family: 'nonalloy', form: 'wire', coating }),
  ),
  { number: '7217.90', family: 'nonalloy', form: 'wire', coating: 'paint' },
  { number: '7223.00', family: 'stainless', form: 'wire' },
  { number: '7229.20', family: 'alloy', form: 'wire', siliconManganese: true },
  { number: '7229.90', family: 'alloy', form: 'wire', siliconManganese: false },
];
