import type { ProductRule } from './product-rule.ts';

type Extra = Omit<Partial<ProductRule>, 'agreement' | 'first' | 'last'>;

/** One rule of General Note 29(n), as it stands in revision 15 of the 2026 schedule, transcribed at third hand. */
function rule(range: string, where: string, extra: Extra): ProductRule {
  const [first = '', last = first] = range.replaceAll('.', '').split('-');
  return {
    agreement: 'CAFTA-DR',
    first,
    last,
    // Since when each has read so was not at hand: this year's schedule is as far back as they are used.
    from: '2026-01-01',
    source: `HTSUS GN 29(n) ${where}`,
    certainty: 'open',
    ...extra,
  };
}

const chapter: Extra = { change: 'chapter' };
const heading: Extra = { change: 'heading' };
const subheading: Extra = { change: 'subheading' };

const foods: readonly ProductRule[] = [
  rule('2008.60', 'ch. 20 rule 17', {
    ...chapter,
    also: 'cherries packed in water, brine or natural juice only when the fresh fruit was wholly obtained',
  }),
  rule('2008.80', 'ch. 20 rule 19', {
    ...chapter,
    also: 'strawberries packed in water, brine or natural juice only when the fresh fruit was wholly obtained',
  }),
  rule('2009.11-2009.39', 'ch. 20 rule 23', { ...chapter, except: ['0805'] }),
  rule('2009.41-2009.50', 'ch. 20 rule 24', chapter),
  rule('2101.11-2101.12', 'ch. 21 rule 1', { ...chapter, except: ['09'] }),
  rule('2103.20', 'ch. 21 rule 5', {
    ...chapter,
    also: 'ketchup only without non-originating goods of 2002.90',
  }),
  rule('2103.90', 'ch. 21 rule 7', heading),
  rule('2104', 'ch. 21 rule 8', heading),
  rule('2202.10', 'ch. 22 rule 2', chapter),
  rule('2203-2206', 'ch. 22 rule 7', {
    ...chapter,
    also: 'not from compound alcoholic preparations of 2106.90',
  }),
  rule('2401', 'ch. 24 rule 1', chapter),
  rule('2402.10', 'ch. 24 rule 2', heading),
];

const fuels: readonly ProductRule[] = [
  rule('2701-2706', 'ch. 27 rule 1', heading),
  rule('2707.10-2707.99', 'ch. 27 rule 2', { ...heading, or: 'a chemical reaction from another subheading' }),
  rule('2708-2709', 'ch. 27 rule 3', heading),
  rule('2710', 'ch. 27 rule 4', {
    ...heading,
    except: ['2207'],
    or: 'a chemical reaction, atmospheric or vacuum distillation within heading 2710',
  }),
  rule('2711.11', 'ch. 27 rule 5', { ...subheading, except: ['2711.21'] }),
  rule('2711.12-2711.19', 'ch. 27 rule 6', { ...subheading, except: ['2711.29'] }),
  rule('2711.21', 'ch. 27 rule 7', { ...subheading, except: ['2711.11'] }),
  rule('2711.29', 'ch. 27 rule 8', { ...subheading, except: ['2711.12-2711.21'] }),
  rule('2712-2714', 'ch. 27 rule 9', heading),
  rule('2715', 'ch. 27 rule 10', { ...heading, except: ['2714', '2713.20'] }),
  rule('2716', 'ch. 27 rule 11', heading),
];

const FABRICS = ['5111-5113', '5204-5212', '5310-5311', '54', '5508-5516', '5801-5802', '6001-6006'];
const SEWN = 'cut or knit to shape and sewn or otherwise assembled in the countries of the agreement';
const LINED = `${SEWN}; visible lining as chapter rule 1 asks`;

const coats: readonly ProductRule[] = [
  rule('6201.11-6201.13', 'ch. 62 rule 1', { ...chapter, except: FABRICS, also: LINED }),
  rule('6201.19', 'ch. 62 rule 2', { ...chapter, except: FABRICS, also: SEWN }),
  rule('6201.91-6201.93', 'ch. 62 rule 3', { ...chapter, except: FABRICS, also: LINED }),
  rule('6201.99', 'ch. 62 rule 4', { ...chapter, except: FABRICS, also: SEWN }),
  rule('6203.11-6203.12', 'ch. 62 rule 9', { ...chapter, except: FABRICS, also: LINED }),
];

/** The rules of General Note 29(n) at hand: chapter 27 whole, parts of 20 to 22, 24 and 62. */
export const caftaDrRules: readonly ProductRule[] = [...foods, ...fuels, ...coats];
