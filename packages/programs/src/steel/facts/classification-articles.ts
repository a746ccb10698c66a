import type { ArticleKind, Casting } from '@portolan/documents';
import type { ClassificationRow, SizeRange, SteelFamily } from './classification.ts';

const FAMILIES: readonly SteelFamily[] = ['nonalloy', 'stainless', 'alloy'];
const CAST: readonly Casting[] = ['nonmalleable-iron', 'malleable-iron', 'ductile-iron', 'steel'];
const CAST_IRON = CAST.slice(0, -1);

type More = Partial<Omit<ClassificationRow, 'number' | 'form' | 'article'>>;

/** A kind of article whatever its steel, or of the families named. */
function of(number: string, article: ArticleKind, more: More = {}, families = FAMILIES): ClassificationRow[] {
  return families.map((family) => ({ number, family, form: 'article', article, ...more }));
}

/** The same by whether the steel is stainless. */
function stainlessApart(
  [stainless, other]: readonly [string, string],
  article: ArticleKind,
  more: More = {},
): ClassificationRow[] {
  return [...of(stainless, article, more, ['stainless']), ...of(other, article, more, ['nonalloy', 'alloy'])];
}

/** One row for each way of casting. */
function cast(number: string, article: ArticleKind, casts: readonly Casting[]): ClassificationRow[] {
  return casts.flatMap((one) => of(number, article, { cast: one }));
}

const castTubes: readonly ClassificationRow[] = FAMILIES.flatMap((family) =>
  CAST_IRON.map((one): ClassificationRow => ({ number: '7303.00', family, form: 'tube', cast: one })),
);

const fittings: readonly ClassificationRow[] = [
  ...cast('7307.11', 'tube-fitting', CAST.slice(0, 1)),
  ...cast('7307.19', 'tube-fitting', CAST.slice(1)),
  ...stainlessApart(['7307.21', '7307.91'], 'tube-fitting', { shape: 'flange' }),
  ...stainlessApart(['7307.22', '7307.92'], 'tube-fitting', { shape: 'threaded' }),
  ...stainlessApart(['7307.23', '7307.93'], 'tube-fitting', { shape: 'butt-welding' }),
  ...stainlessApart(['7307.29', '7307.99'], 'tube-fitting', { shape: 'other' }),
];

const structures: readonly ClassificationRow[] = [
  ...of('7308.10', 'bridge-section'),
  ...of('7308.20', 'tower'),
  ...of('7308.30', 'door-or-window'),
  ...of('7308.40', 'scaffolding'),
  ...of('7308.90', 'structure'),
];

const litres = (capacity: SizeRange): More => ({ capacity });
const containers: readonly ClassificationRow[] = [
  ...of('7309.00', 'container', litres({ over: '300' })),
  ...of('7310.10', 'container', litres({ from: '50', upTo: '300' })),
  ...of('7310.29', 'container', litres({ below: '50' })),
  ...of('7310.21', 'soldered-can', litres({ below: '50' })),
  ...of('7311.00', 'gas-cylinder'),
];

const wireArticles: readonly ClassificationRow[] = [
  ...of('7312.10', 'stranded-wire'),
  ...of('7312.90', 'sling'),
  ...of('7313.00', 'barbed-wire'),
  ...stainlessApart(['7314.12', '7314.19'], 'endless-band'),
  ...stainlessApart(['7314.14', '7314.19'], 'woven-cloth'),
  ...of('7314.20', 'welded-grill-coarse'),
  ...['zinc', 'zinc-electrolytic'].flatMap((coating) => [
    ...of('7314.31', 'welded-grill', { coating }),
    ...of('7314.41', 'grill', { coating }),
  ]),
  ...of('7314.39', 'welded-grill', { coating: 'none' }),
  ...of('7314.42', 'grill', { coating: 'plastics' }),
  ...of('7314.49', 'grill', { coating: 'none' }),
  ...of('7314.50', 'expanded-metal'),
];

const chainsAndFasteners: readonly ClassificationRow[] = (
  [
    ['7315.11', 'roller-chain'],
    ['7315.12', 'articulated-chain'],
    ['7315.19', 'articulated-chain-part'],
    ['7315.20', 'skid-chain'],
    ['7315.81', 'stud-link-chain'],
    ['7315.82', 'welded-link-chain'],
    ['7315.89', 'chain'],
    ['7315.90', 'chain-part'],
    ['7316.00', 'anchor'],
    ['7317.00', 'nail'],
    ['7318.11', 'coach-screw'],
    ['7318.12', 'wood-screw'],
    ['7318.13', 'screw-hook'],
    ['7318.14', 'self-tapping-screw'],
    ['7318.15', 'bolt'],
    ['7318.16', 'nut'],
    ['7318.19', 'threaded-article'],
    ['7318.21', 'lock-washer'],
    ['7318.22', 'washer'],
    ['7318.23', 'rivet'],
    ['7318.24', 'cotter'],
    ['7318.29', 'unthreaded-fastener'],
    ['7319.40', 'safety-pin'],
    ['7319.90', 'needle'],
    ['7320.10', 'leaf-spring'],
    ['7320.20', 'helical-spring'],
    ['7320.90', 'spring'],
  ] as const
).flatMap(([number, article]) => of(number, article));

const household: readonly ClassificationRow[] = [
  ...of('7321.11', 'gas-cooker'),
  ...of('7321.12', 'liquid-fuel-cooker'),
  ...of('7321.19', 'cooker'),
  ...of('7321.81', 'gas-stove'),
  ...of('7321.82', 'liquid-fuel-stove'),
  ...of('7321.89', 'stove'),
  ...of('7321.90', 'stove-part'),
  ...cast('7322.11', 'radiator', CAST_IRON),
  ...of('7322.19', 'radiator'),
  ...of('7322.90', 'air-heater'),
  ...of('7323.10', 'wool'),
  ...CAST_IRON.flatMap((one) => [
    ...of('7323.91', 'household-article', { cast: one, coating: 'none' }),
    ...of('7323.92', 'household-article', { cast: one, coating: 'enamel' }),
  ]),
  ...of('7323.93', 'household-article', {}, ['stainless']),
  ...of('7323.94', 'household-article', { coating: 'enamel' }, ['nonalloy', 'alloy']),
  ...of('7323.99', 'household-article', { coating: 'none' }, ['nonalloy', 'alloy']),
  ...stainlessApart(['7324.10', '7324.90'], 'sink'),
  ...cast('7324.21', 'bath', CAST_IRON),
  ...of('7324.29', 'bath'),
  ...of('7324.90', 'sanitary-ware'),
];

const others: readonly ClassificationRow[] = [
  ...cast('7325.10', 'cast-article', CAST.slice(0, 1)),
  ...cast('7325.91', 'grinding-ball', CAST.slice(1)),
  ...cast('7325.99', 'cast-article', CAST.slice(1)),
  ...of('7326.11', 'grinding-ball'),
  ...of('7326.19', 'forged-article'),
  ...of('7326.20', 'wire-article'),
  ...of('7326.90', 'article'),
];

/**
 * Tubes of cast iron, and articles of iron or steel, by what they are. Source: HTSUS 2026 revision 10, headings 7303 and 7307 to 7326
 * (verified against the edition). How far an article is worked, which parts some of these numbers further, the entry says.
 */
export const articles: readonly ClassificationRow[] = [
  ...castTubes,
  ...fittings,
  ...structures,
  ...containers,
  ...wireArticles,
  ...chainsAndFasteners,
  ...household,
  ...others,
];
