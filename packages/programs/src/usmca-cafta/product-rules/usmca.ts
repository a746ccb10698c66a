import type { ProductRule } from './product-rule.ts';

type Extra = Omit<Partial<ProductRule>, 'agreement' | 'first' | 'last'>;

/** One rule of General Note 11(o), as it stands in revision 15 of the 2026 schedule, transcribed at third hand. */
function rule(range: string, where: string, extra: Extra): ProductRule {
  const [first = '', last = first] = range.replaceAll('.', '').split('-');
  return {
    agreement: 'USMCA',
    first,
    last,
    from: '2020-07-01',
    source: `HTSUS GN 11(o) ${where}`,
    certainty: 'open',
    ...extra,
  };
}

const chapter: Extra = { change: 'chapter' };
const heading: Extra = { change: 'heading' };
const subheading: Extra = { change: 'subheading' };
const outside: Extra = { change: 'heading', outsideGroup: true };
const netCost = (minimum: string, when?: string) => ({
  method: 'NC' as const,
  minimum,
  ...(when ? { when } : {}),
});

const plants: readonly ProductRule[] = [
  rule('0601-0604', 'ch. 6', chapter),
  rule('0701-0711', 'ch. 7 rule 1', chapter),
  rule('0712.20-0712.39', 'ch. 7 rule 2', chapter),
  rule('0712.90', 'ch. 7 rule 3', { ...chapter, or: 'crushed or ground savory made of whole savory' }),
  rule('0713-0714', 'ch. 7 rule 4', chapter),
  rule('0801-0814', 'ch. 8 rule 1', chapter),
  rule('0901', 'ch. 9', chapter),
  rule('0902.10-0902.40', 'ch. 9', subheading),
  rule('0903', 'ch. 9', chapter),
  rule('0904.11', 'ch. 9', chapter),
  rule('0904.12', 'ch. 9', subheading),
  rule('0904.21', 'ch. 9', chapter),
  rule('0904.22', 'ch. 9 rule 7', { ...chapter, or: 'crushed or ground allspice made of whole allspice' }),
  rule('0905', 'ch. 9', chapter),
  rule('0906.11-0906.19', 'ch. 9', chapter),
  rule('0906.20', 'ch. 9', subheading),
];

const fuels: readonly ProductRule[] = [
  rule('2701-2703', 'ch. 27 rule 1', chapter),
  rule('2704', 'ch. 27 rule 2', heading),
  rule('2705-2706', 'ch. 27 rule 3', heading),
  rule('2707.10-2707.91', 'ch. 27 rule 4', { ...heading, or: 'a chemical reaction within heading 2707' }),
  rule('2707.99', 'ch. 27 rule 5', { ...heading, or: 'a chemical reaction within heading 2707' }),
  rule('2708-2709', 'ch. 27 rule 6', {
    ...heading,
    or: 'diluent up to 40 percent by volume is disregarded (2709)',
  }),
  rule('2710', 'ch. 27 rule 7', {
    ...heading,
    except: ['2711-2715'],
    or: 'distillation or another listed refinery process, or direct blending with at most 25 percent of others',
  }),
  rule('2711.11', 'ch. 27 rule 8', {
    or: 'at most 49 percent by volume of non-originating feedstock of 2711.11',
  }),
  rule('2711.12-2711.14', 'ch. 27 rule 9', {
    or: 'at most 49 percent by volume of non-originating feedstock of 2711.12 to 2711.14',
  }),
  rule('2711.19', 'ch. 27 rule 10', { ...subheading, except: ['2711.29'] }),
  rule('2711.21', 'ch. 27 rule 11', subheading),
  rule('2711.29', 'ch. 27 rule 12', { ...subheading, except: ['2711.12-2711.21'] }),
  rule('2712', 'ch. 27 rule 13', heading),
  rule('2713.11-2713.12', 'ch. 27 rule 14', heading),
  rule('2716', 'ch. 27 rule 19', heading),
];

const steel: readonly ProductRule[] = [
  rule('7201', 'ch. 72', chapter),
  rule('7202.11-7202.60', 'ch. 72', chapter),
  rule('7202.70', 'ch. 72', { ...chapter, except: ['2613.10'] }),
  rule('7202.80-7202.99', 'ch. 72', chapter),
  rule('7203-7205', 'ch. 72', chapter),
  rule('7206-7207', 'ch. 72', outside),
  rule('7208-7216', 'ch. 72', outside),
  rule('7217', 'ch. 72', { ...heading, except: ['7213-7215'] }),
  rule('7218-7222', 'ch. 72', outside),
  rule('7223', 'ch. 72', { ...heading, except: ['7221-7222'] }),
  rule('7224-7228', 'ch. 72', outside),
  rule('7229', 'ch. 72', { ...heading, except: ['7227-7228'] }),
  rule('7301-7303', 'ch. 73', chapter),
  rule('7304.11-7304.39', 'ch. 73', chapter),
  rule('7304.41', 'ch. 73', { ...chapter, or: 'tariff item 7304.41.30 made of goods of 7304.49' }),
  rule('7304.49-7304.90', 'ch. 73', chapter),
  rule('7305-7307', 'ch. 73', { ...chapter, until: '2023-06-30' }),
  rule('7305-7307', 'ch. 73', {
    ...heading,
    from: '2023-07-01',
    except: ['7208-7229', '7301-7326'],
    or: '70 percent by weight of the steel originating, or regional value content of 75 (TV) or 65 (NC) percent',
  }),
];

const vehicles: readonly ProductRule[] = [
  rule('8702.90', 'ch. 87 rule 5', {
    ...heading,
    regionalValue: [netCost('62.5', 'up to 15 persons'), netCost('60', '16 persons or more')],
  }),
  rule('8703.10', 'ch. 87 rule 6', {
    ...heading,
    regionalValue: [{ method: 'TV', minimum: '60' }, netCost('50')],
  }),
  rule('8703.21-8703.90', 'ch. 87 rule 7', {
    ...heading,
    regionalValue: [netCost('75', 'passenger vehicle'), netCost('62.5', 'other')],
  }),
  rule('8704.10', 'ch. 87 rule 8', { ...heading, regionalValue: [netCost('60')] }),
  rule('8704.21', 'ch. 87 rule 9', {
    ...heading,
    regionalValue: [netCost('75', 'light truck'), netCost('62.5', 'off-road')],
  }),
  rule('8704.22-8704.23', 'ch. 87 rule 10', {
    ...heading,
    regionalValue: [netCost('70', 'heavy truck'), netCost('60', 'off-road')],
  }),
  rule('8704.31', 'ch. 87 rule 11', {
    ...heading,
    regionalValue: [netCost('75', 'light truck'), netCost('62.5', 'off-road')],
  }),
  rule('8704.32-8704.90', 'ch. 87 rule 12', {
    ...heading,
    regionalValue: [netCost('60', 'off-road'), netCost('70', 'other')],
  }),
  rule('8705', 'ch. 87 rule 13', { ...heading, regionalValue: [netCost('60')] }),
  rule('8706', 'ch. 87 rules 14-16', {
    regionalValue: [
      netCost('75', 'for passenger vehicle or light truck'),
      netCost('70', 'for heavy truck'),
      netCost('60', 'other'),
    ],
  }),
];

/** The rules of General Note 11(o) at hand: chapters 6 to 8 and 72 whole, 9, 27, 73 and 87 in part. */
export const usmcaRules: readonly ProductRule[] = [...plants, ...fuels, ...steel, ...vehicles];
