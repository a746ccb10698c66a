import type { ArticleKind, Casting, DimensionKind, ProductForm } from '@portolan/documents';
import { articles } from './classification-articles.ts';
import { track, tubes, wire } from './classification-tubes.ts';

export type SteelFamily = 'nonalloy' | 'stainless' | 'alloy';

/** A range in millimetres: from inclusive, below exclusive, over exclusive, upTo inclusive. */
export interface SizeRange {
  readonly from?: string;
  readonly below?: string;
  readonly over?: string;
  readonly upTo?: string;
}

/** A subheading and what goods must be to fall in it. What a row does not say is not asked. */
export interface ClassificationRow {
  readonly number: string;
  readonly family: SteelFamily;
  readonly form: ProductForm;
  readonly rolled?: 'hot' | 'cold';
  readonly coiled?: boolean;
  readonly pickled?: boolean;
  readonly patterned?: boolean;
  /** `none`, or a coating by name. */
  readonly coating?: string;
  readonly shape?: string;
  readonly seamless?: boolean;
  /** `none`, line-pipe, casing (and tubing) or drill-pipe of the oil and gas industry. */
  readonly use?: string;
  /** Seam of a welded tube: longitudinal, longitudinal-submerged-arc, helical; `none` for riveted and the like. */
  readonly weld?: string;
  /** Silico-manganese steel (chapter 72, subheading note 1(e)). */
  readonly siliconManganese?: boolean;
  /** Percent of carbon: at or above, or below. */
  readonly carbon?: { readonly from?: string; readonly below?: string };
  readonly size?: Partial<Record<DimensionKind, SizeRange>>;
  /** What an article is. */
  readonly article?: ArticleKind;
  /** Of what it was cast; goods that were rolled, forged or drawn unless told. */
  readonly cast?: Casting;
  /** Litres that a container holds. */
  readonly capacity?: SizeRange;
}

const HOT_BANDS: readonly SizeRange[] = [
  { over: '10' },
  { from: '4.75', upTo: '10' },
  { from: '3', below: '4.75' },
  { below: '3' },
];
const COLD_BANDS: readonly SizeRange[] = [
  { from: '3' },
  { over: '1', below: '3' },
  { from: '0.5', upTo: '1' },
  { below: '0.5' },
];

type Common = Omit<ClassificationRow, 'number' | 'size'> & { readonly width: SizeRange };

/** One subheading for each band of thickness. */
function byThickness(
  { width, ...common }: Common,
  numbers: readonly string[],
  bands: readonly SizeRange[],
): ClassificationRow[] {
  return numbers.map((number, index) => ({
    ...common,
    number,
    size: { width, thickness: bands[index] as SizeRange },
  }));
}

const WIDE = { width: { from: '600' } } as const;
const NARROW = { width: { below: '600' } } as const;
const flat = (family: SteelFamily) => ({ family, form: 'flat' as const });
const hot = { ...flat('nonalloy'), rolled: 'hot', coating: 'none' } as const;
const cold = { ...flat('nonalloy'), rolled: 'cold', coating: 'none' } as const;
const coated = (number: string, coating: string, width: SizeRange): ClassificationRow => ({
  number,
  ...flat('nonalloy'),
  coating,
  size: { width },
});

const nonalloyFlat: readonly ClassificationRow[] = [
  { number: '7208.10', ...hot, coiled: true, patterned: true, size: WIDE },
  ...byThickness(
    { ...hot, ...WIDE, coiled: true, patterned: false, pickled: true },
    ['7208.25', '7208.25', '7208.26', '7208.27'],
    HOT_BANDS,
  ),
  ...byThickness(
    { ...hot, ...WIDE, coiled: true, patterned: false, pickled: false },
    ['7208.36', '7208.37', '7208.38', '7208.39'],
    HOT_BANDS,
  ),
  { number: '7208.40', ...hot, coiled: false, patterned: true, size: WIDE },
  ...byThickness(
    { ...hot, ...WIDE, coiled: false, patterned: false },
    ['7208.51', '7208.52', '7208.53', '7208.54'],
    HOT_BANDS,
  ),
  ...byThickness(
    { ...cold, ...WIDE, coiled: true },
    ['7209.15', '7209.16', '7209.17', '7209.18'],
    COLD_BANDS,
  ),
  ...byThickness(
    { ...cold, ...WIDE, coiled: false },
    ['7209.25', '7209.26', '7209.27', '7209.28'],
    COLD_BANDS,
  ),
  coated('7210.30', 'zinc-electrolytic', WIDE.width),
  coated('7210.49', 'zinc', WIDE.width),
  coated('7210.61', 'aluminum-zinc', WIDE.width),
  coated('7210.70', 'paint', WIDE.width),
  coated('7212.20', 'zinc-electrolytic', NARROW.width),
  coated('7212.30', 'zinc', NARROW.width),
  coated('7212.40', 'paint', NARROW.width),
  { number: '7211.14', ...hot, size: { ...NARROW, thickness: { from: '4.75' } } },
  { number: '7211.19', ...hot, size: { ...NARROW, thickness: { below: '4.75' } } },
  { number: '7211.23', ...cold, carbon: { below: '0.25' }, size: NARROW },
  { number: '7211.29', ...cold, carbon: { from: '0.25' }, size: NARROW },
];

const section = (number: string, shape: string, height: SizeRange): ClassificationRow => ({
  number,
  family: 'nonalloy',
  form: 'section',
  rolled: 'hot',
  shape,
  size: { height },
});
const LOW = { below: '80' } as const;
const HIGH = { from: '80' } as const;

const nonalloyLong: readonly ClassificationRow[] = [
  { number: '7206.10', family: 'nonalloy', form: 'ingot' },
  { number: '7207.11', family: 'nonalloy', form: 'semi', shape: 'square', carbon: { below: '0.25' } },
  { number: '7207.12', family: 'nonalloy', form: 'semi', shape: 'rectangular', carbon: { below: '0.25' } },
  { number: '7207.19', family: 'nonalloy', form: 'semi', shape: 'round', carbon: { below: '0.25' } },
  { number: '7207.20', family: 'nonalloy', form: 'semi', carbon: { from: '0.25' } },
  { number: '7213.10', family: 'nonalloy', form: 'rod', shape: 'reinforcing' },
  { number: '7213.91', family: 'nonalloy', form: 'rod', shape: 'round', size: { diameter: { below: '14' } } },
  { number: '7213.99', family: 'nonalloy', form: 'rod', shape: 'round', size: { diameter: { from: '14' } } },
  { number: '7214.20', family: 'nonalloy', form: 'bar', shape: 'reinforcing' },
  { number: '7214.91', family: 'nonalloy', form: 'bar', rolled: 'hot', shape: 'rectangular' },
  { number: '7214.99', family: 'nonalloy', form: 'bar', rolled: 'hot', shape: 'round' },
  ...['U', 'I', 'H'].map((shape) => section('7216.10', shape, LOW)),
  section('7216.21', 'L', LOW),
  section('7216.22', 'T', LOW),
  section('7216.31', 'U', HIGH),
  section('7216.32', 'I', HIGH),
  section('7216.33', 'H', HIGH),
  section('7216.40', 'L', HIGH),
  section('7216.40', 'T', HIGH),
];

const stainless: readonly ClassificationRow[] = [
  ...byThickness(
    { ...flat('stainless'), rolled: 'hot', coiled: true, ...WIDE },
    ['7219.11', '7219.12', '7219.13', '7219.14'],
    HOT_BANDS,
  ),
  ...byThickness(
    { ...flat('stainless'), rolled: 'hot', coiled: false, ...WIDE },
    ['7219.21', '7219.22', '7219.23', '7219.24'],
    HOT_BANDS,
  ),
  ...byThickness(
    { ...flat('stainless'), rolled: 'cold', ...WIDE },
    ['7219.31', '7219.32', '7219.33', '7219.34', '7219.35'],
    [{ from: '4.75' }, { from: '3', below: '4.75' }, ...COLD_BANDS.slice(1)],
  ),
  { number: '7220.20', ...flat('stainless'), rolled: 'cold', size: NARROW },
  {
    number: '7220.11',
    ...flat('stainless'),
    rolled: 'hot',
    size: { ...NARROW, thickness: { from: '4.75' } },
  },
  {
    number: '7220.12',
    ...flat('stainless'),
    rolled: 'hot',
    size: { ...NARROW, thickness: { below: '4.75' } },
  },
];

const bare = { ...flat('alloy'), coating: 'none' } as const;
const alloy: readonly ClassificationRow[] = [
  { number: '7224.10', family: 'alloy', form: 'ingot' },
  { number: '7224.90', family: 'alloy', form: 'semi' },
  { number: '7225.30', ...bare, rolled: 'hot', coiled: true, size: WIDE },
  { number: '7225.40', ...bare, rolled: 'hot', coiled: false, size: WIDE },
  { number: '7225.50', ...bare, rolled: 'cold', size: WIDE },
  { number: '7225.91', ...flat('alloy'), coating: 'zinc-electrolytic', size: WIDE },
  { number: '7225.92', ...flat('alloy'), coating: 'zinc', size: WIDE },
  { number: '7226.91', ...bare, rolled: 'hot', size: NARROW },
  { number: '7226.92', ...bare, rolled: 'cold', size: NARROW },
  { number: '7227.90', family: 'alloy', form: 'rod' },
  { number: '7228.30', family: 'alloy', form: 'bar', rolled: 'hot' },
  { number: '7228.70', family: 'alloy', form: 'section' },
];

/**
 * Chapters 72 and 73 by family, form and size, and articles by what they are. Source: HTSUS 2026 revision 10, headings 7206 to 7229
 * and 7301 to 7326 (verified against the edition).
 */
export const classificationRows: readonly ClassificationRow[] = [
  ...nonalloyFlat,
  ...nonalloyLong,
  ...stainless,
  ...alloy,
  ...wire,
  ...track,
  ...tubes,
  ...articles,
];
export const classificationSource = 'HTSUS 2026 revision 10, headings 7206 to 7229 and 7301 to 7326';

/** First and last heading that the table speaks of, and the first of articles, which a certificate has to name as such. */
export const classifiedHeadings = { first: '7206', last: '7326', articles: '7307' } as const;
