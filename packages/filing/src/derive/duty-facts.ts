import type { JsonValue } from '@portolan/kernel';
import { type AskedFacts, factsAsked, type TariffLine } from '@portolan/tariff';
import { questions } from '../facts/questions.ts';
import { derived, stated } from '../sheet/candidate.ts';
import type { Question } from '../sheet/sheet.ts';
import type { Desk } from './desk.ts';
import { filingDate } from './entry-date.ts';
import type { GoodsLine } from './invoice-line.ts';
import { metalsOf } from './metals.ts';

/**
 * What decides the duty of a line beside its number, origin and value: metals, headings of chapters 98 and 99, cases,
 * licence. Documents are read first; where the tariff needs a fact that none gives, it is asked once. Nothing here is
 * required: a fact that is not given exempts from nothing.
 */
export function deriveDutyFacts(
  desk: Desk,
  line: GoodsLine,
  tariffLine: TariffLine,
  entryDate: string | undefined,
): void {
  const { sheet, given, tariff } = desk;
  const origin = sheet.values.get(`/lines/${line.index}/originCountry`);
  if (typeof origin !== 'string') return;
  const moment = { date: entryDate ?? filingDate(given), knownAt: given.at };
  const asked = factsAsked(tariffLine, origin, moment, tariff);
  deriveMetals(desk, line, tariffLine, asked);
  deriveHeadings(desk, line, asked);
  deriveCases(desk, line, tariffLine, origin, asked);
  deriveLicense(desk, line, asked);
}

/** Examples by chapter: copper and aluminum are smelted and cast where steel is melted. */
const METAL_EXAMPLES: Readonly<Record<string, JsonValue>> = {
  74: [{ metal: 'copper', weightPercent: '100', smeltedIn: 'CL', castIn: 'CL' }],
  76: [{ metal: 'aluminum', weightPercent: '100', smeltedIn: 'CA', secondarySmeltedIn: 'CA', castIn: 'CA' }],
};

function deriveMetals(
  { sheet, papers }: Desk,
  line: GoodsLine,
  { hts }: TariffLine,
  { metals, melt }: AskedFacts,
): void {
  const needed = metals || melt !== undefined;
  const example = METAL_EXAMPLES[hts.slice(0, 2)] ?? questions.metals.example;
  const ask: Question = { ...questions.metals, example, ...(melt ? { cite: melt.cite } : {}) };
  sheet.fill<JsonValue>(`/lines/${line.index}/metals`, metalsOf(papers, line, sheet), needed ? { ask } : {});
}

function deriveHeadings({ sheet }: Desk, line: GoodsLine, { headings }: AskedFacts): void {
  const listed = headings.map(({ heading, why }) => `${heading}: ${why}`).join('; ');
  const ask: Question = { ...questions.headings, why: `${questions.headings.why} ${listed}.` };
  sheet.fill<JsonValue>(`/lines/${line.index}/headings`, [], {
    filerDecides: true,
    ...(headings.length > 0 ? { ask } : {}),
  });
}

function deriveCases(
  { sheet, tariff }: Desk,
  line: GoodsLine,
  { hts }: TariffLine,
  origin: string,
  { antidumping, countervailing }: AskedFacts,
): void {
  const at = `/lines/${line.index}`;
  const likely = tariff.cases.filter(
    (row) =>
      row.origin === origin && row.hts?.some((prefix) => hts.startsWith(prefix.replaceAll('.', ''))) === true,
  );
  const needed = antidumping || countervailing || likely.length > 0;
  const named = likely.map((row) => `${row.case} (${row.name})`).join(', ');
  // A case is never proposed: what is proposed stands when nobody answers, and a deposit is not owed by silence.
  const why = named === '' ? questions.cases.why : `${questions.cases.why} At hand is ${named}.`;
  const answered = [`${at}/cases`, `${at}/outsideCases`].some(
    (pointer) => sheet.typed(pointer) !== undefined,
  );
  const ask = (question: Question) => (needed && !answered ? { ask: question } : {});
  sheet.fill<JsonValue>(`${at}/cases`, [], { filerDecides: true, ...ask({ ...questions.cases, why }) });
  sheet.fill<string>(`${at}/outsideCases`, [], { filerDecides: true, ...ask(questions.outsideCases) });
}

/** The licence that names the goods, by the first six digits of their number. */
function deriveLicense({ sheet, papers }: Desk, line: GoodsLine, { prohibited }: AskedFacts): void {
  const at = `/lines/${line.index}`;
  const hts = String(sheet.values.get(`${at}/hts`)).slice(0, 6);
  const naming = papers.licenses.flatMap((item) => {
    const index = item.document.lines.findIndex((row) => row.hts.startsWith(hts));
    if (index < 0) return [];
    return item.document.lines.length === 1
      ? stated(item, '/number', item.document.number)
      : derived(item, '/number', item.document.number, `the licence names ${hts} in its line ${index + 1}`);
  });
  const ask = { ...questions.license, why: `${questions.license.why} ${prohibited}.` };
  sheet.fill(`${at}/license`, naming, prohibited === undefined ? {} : { ask });
}
