import type { Sourced } from '@portolan/filing';

/** Rolled shapes of one nominal depth, in inches, and a range of pounds a foot, both ends included. */
export interface SizeGroupRow {
  readonly shape: string;
  /** Any depth where it is left out. */
  readonly depth?: string;
  readonly from: string;
  readonly upTo: string;
  readonly group: number;
}

export interface SizeGroupFacts extends Sourced {
  readonly rows: readonly SizeGroupRow[];
  /** Nominal depths in millimetres of metric designations, and the depth in inches that each stands for. */
  readonly metricDepths: Readonly<Record<string, string>>;
}

/** `24 55-62` is W24x55 to W24x62. */
function wide(group: number, text: string): SizeGroupRow[] {
  return text.split(' ').map((each) => {
    const [depth = '', from = '', upTo = from] = each.split(/[:-]/);
    return { shape: 'W', depth, from, upTo, group };
  });
}

const HEAVIEST = '9999';

/** Groups of structural shapes by which ASTM A6/A6M orders tensile requirements; the heavier the shape, the higher the group. */
export const sizeGroups: SizeGroupFacts = {
  rows: [
    ...wide(1, '24:55-62 21:44-57 18:35-71 16:26-57 14:22-53 12:14-58 10:12-45 8:10-48 6:9-25 5:16-19 4:13'),
    ...wide(2, '44:198-224 40:149-268 36:135-210 33:118-152 30:90-211 27:84-178 24:68-162 21:62-147'),
    ...wide(2, '18:76-143 16:67-100 14:61-132 12:65-106 10:49-112 8:58-67'),
    ...wide(3, '44:248-285 40:277-328 36:230-300 33:201-291 30:235-261 27:194-258 24:176-229 21:166-223'),
    ...wide(3, '18:158-192 14:145-211 12:120-190'),
    ...wide(4, '40:362-655 36:328-798 33:318-354 30:292-477 27:281-539 24:250-492 21:248-402'),
    ...wide(4, '18:211-311 14:233-550 12:210-336'),
    ...wide(5, '36:848 14:605-730'),
    { shape: 'M', from: '0', upTo: HEAVIEST, group: 1 },
    { shape: 'S', from: '0', upTo: '35', group: 1 },
    { shape: 'S', from: '35.0001', upTo: HEAVIEST, group: 2 },
    { shape: 'HP', from: '0', upTo: '102', group: 2 },
    { shape: 'HP', from: '102.0001', upTo: HEAVIEST, group: 3 },
    ...['C', 'MC'].flatMap((shape) => [
      { shape, from: '0', upTo: '20.7', group: 1 },
      { shape, from: '20.7001', upTo: HEAVIEST, group: 2 },
    ]),
  ],
  metricDepths: {
    ...{
      1100: '44',
      1000: '40',
      920: '36',
      840: '33',
      760: '30',
      690: '27',
      610: '24',
      530: '21',
      460: '18',
    },
    ...{ 410: '16', 360: '14', 310: '12', 250: '10', 200: '8', 150: '6', 130: '5', 100: '4' },
  },
  source: 'ASTM A6/A6M, table A, in editions that group shapes by size; later ones state flange thickness',
  certainty: 'general',
};
