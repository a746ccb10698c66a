import type { EvidenceOf } from '@portolan/documents';
import { isCountry, type JsonValue } from '@portolan/kernel';
import type { MetalContent } from '@portolan/tariff';
import { type Candidate, derived } from '../sheet/candidate.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { GoodsLine } from './invoice-line.ts';
import type { Papers } from './papers.ts';

const RULE = 'countries of melt and pour, smelt and cast as the mill or the licence states them';

type Stages = EvidenceOf<'MillTestReport'>['document']['items'][number]['stages'];
type Metal = MetalContent['metal'];

const METALS: readonly string[] = ['steel', 'aluminum', 'copper'] satisfies Metal[];

/** Stage of a document to the field of the duty computation; steel is poured where it is melted. */
const FIELDS = {
  melt: 'meltedIn',
  pour: 'meltedIn',
  'primary-smelt': 'smeltedIn',
  'secondary-smelt': 'secondarySmeltedIn',
  cast: 'castIn',
} as const satisfies Record<Stages[number]['stage'], keyof MetalContent>;

/** Metals of a line by the mill test reports of its lot, else of its tariff number, else by the import licence. */
export function metalsOf(papers: Papers, goods: GoodsLine, sheet: Sheet): Candidate<JsonValue>[] {
  if (papers.millReports.length === 0 && papers.licenses.length === 0) return [];
  const hs = String(sheet.values.get(`/lines/${goods.index}/hts`)).slice(0, 6);
  const { lot } = goods.line;
  const reports = papers.millReports.flatMap((item) =>
    item.document.items.map((row, index) => ({ item, row, pointer: `/items/${index}/stages` })),
  );
  const ofLot = lot === undefined ? [] : reports.filter(({ row }) => row.lot === lot);
  const ofNumber = reports.filter(({ item }) => item.document.product.hts?.startsWith(hs) === true);
  const licensed = papers.licenses.flatMap((item) =>
    item.document.lines.flatMap((row, index) =>
      row.hts.startsWith(hs) ? [{ item, row, pointer: `/lines/${index}/stages` }] : [],
    ),
  );
  const [rows = []] = [ofLot, ofNumber, licensed].filter((found) => found.length > 0);
  const metals = rows.flatMap(({ item, row }) => contentOf(item.document.metal, row.stages));
  const [first] = rows;
  if (!first || metals.length === 0) return [];
  return derived<JsonValue>(first.item, first.pointer, distinct(metals) as unknown as JsonValue, RULE);
}

/** Nothing for a metal that no duty asks about, and for a country that is not named. */
function contentOf(metal: string, stages: Stages): MetalContent[] {
  if (!METALS.includes(metal)) return [];
  const places = stages
    .filter(({ country }) => isCountry(country))
    .map(({ stage, country }) => [FIELDS[stage], country] as const);
  return places.length === 0 ? [] : [{ metal: metal as Metal, ...Object.fromEntries(places) }];
}

function distinct(metals: readonly MetalContent[]): MetalContent[] {
  return [...new Map(metals.map((content) => [JSON.stringify(content), content])).values()];
}
