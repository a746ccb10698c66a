import { date, type JsonValue } from '@portolan/kernel';
import { type Edition, inSeason, type TariffLine } from '@portolan/tariff';
import { filingCatalogue } from '../catalogue.ts';
import { questions } from '../facts/questions.ts';
import { type Candidate, computed, stated } from '../sheet/candidate.ts';
import type { Question } from '../sheet/sheet.ts';
import type { Desk, ProductOnRecord } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';
import { classifiedLine, PRODUCT_LIBRARY, productOnRecord } from './product.ts';

const COMPLETED = 'the only ten-digit line below the number that the document gives';

/**
 * Tariff line of the goods: what the filer's product library holds for the product, else invoice, certification or
 * order where they name a line of the edition. Where nothing names one, it is asked with what the words of the invoice
 * propose; goods whose classification is still open can be entered and are marked provisional.
 */
export function deriveClassification(
  desk: Desk,
  line: GoodsLine,
  entryDate: string | undefined,
): TariffLine | undefined {
  const { sheet, edition } = desk;
  const pointer = `/lines/${line.index}/hts`;
  if (!edition) return undefined;
  const record = productOnRecord(desk, line);
  const codes = statedCodes(line);
  const decided = record ? onRecord(edition, record, codes) : [];
  const candidates = decided.length > 0 ? decided : completed(edition, codes);
  const ask = candidates.length > 0 ? undefined : question(desk, edition, line, codes, entryDate);
  const chosen = sheet.fill(pointer, candidates, { filerDecides: true, ...(ask ? { ask } : {}) });
  markProvisional(desk, line, decided.length > 0 && record?.provisional === true);
  if (chosen === undefined) {
    refuseUnknown(desk, pointer, codes);
    return undefined;
  }
  const found = edition.line(chosen);
  if (!found) refuseUnknown(desk, pointer, [{ value: chosen, provenance: { class: 'typed' } }]);
  return found;
}

/** A decision of the filer's own library, in the place of what a seller's paper says; none where its line has ended. */
function onRecord(
  edition: Edition,
  { hts, basis }: ProductOnRecord,
  [first]: readonly Candidate<string>[],
): Candidate<string>[] {
  if (!edition.line(hts)?.complete) return [];
  const { document, pointer = '' } = first?.provenance ?? {};
  const replaces = document !== undefined && first?.value !== hts ? { replaces: { document, pointer } } : {};
  return [{ value: hts, provenance: { class: 'computed', rule: `${PRODUCT_LIBRARY}${basis}`, ...replaces } }];
}

/** Goods are entered provisionally where the library says so, or the filer does. */
function markProvisional({ sheet }: Desk, { index }: GoodsLine, open: boolean): void {
  const rule = 'the product library holds no final classification';
  sheet.fill(`/lines/${index}/provisional`, computed(open ? true : undefined, rule), { filerDecides: true });
}

function statedCodes({ invoice, line, pointer, certified, ordered }: GoodsLine): Candidate<string>[] {
  return [
    ...stated(invoice, `${pointer}/hts`, line.hts),
    ...certified.flatMap((match) => [
      ...stated(match.item, `${match.pointer}/hts`, match.line.hts),
      ...stated(match.item, `${match.pointer}/hs6`, match.line.hs6),
    ]),
    ...ordered.flatMap((match) => stated(match.item, `${match.pointer}/hs`, match.line.hs)),
  ];
}

/** The codes that name exactly one line that goods can be entered under. A shorter code is no rival of a whole one. */
function completed(edition: Edition, codes: readonly Candidate<string>[]): Candidate<string>[] {
  const whole = codes.filter(({ value }) => edition.line(value)?.complete);
  return whole.length > 0 ? whole : codes.flatMap((code) => onlyBelow(edition, code));
}

function onlyBelow(edition: Edition, { value, provenance }: Candidate<string>): Candidate<string>[] {
  const [only, ...others] = reportable(edition, value);
  if (!only || others.length > 0) return [];
  return [{ value: only.hts, provenance: { ...provenance, class: 'computed', rule: COMPLETED } }];
}

/** The lines that goods can be entered under at or below a code. */
export function reportable(edition: Edition, code: string): TariffLine[] {
  return edition.under(code);
}

/** Distinct descriptions that are classified for one set of papers: a question without proposal is still answered. */
const MOST_PROPOSED = 100;

function question(
  desk: Desk,
  edition: Edition,
  line: GoodsLine,
  codes: readonly Candidate<string>[],
  entryDate: string | undefined,
): Question {
  const [best] = codes;
  const lines = best ? reportable(edition, best.value) : [];
  const first = lines.find((one) => entryDate === undefined || inSeason(edition, one, date(entryDate)));
  if (first) return { ...questions.hts, proposal: first.hts satisfies JsonValue };
  return proposed(desk, edition, line);
}

/** The question with the line that the words of the invoice propose, how sure that is, and what would decide. */
function proposed({ sheet, tariff }: Desk, edition: Edition, line: GoodsLine): Question {
  if (sheet.asks.length >= MOST_PROPOSED) return questions.hts;
  const answer = classifiedLine(edition, tariff, line);
  const [candidate] = answer?.candidates ?? [];
  if (!answer || !candidate) return questions.hts;
  const sure = `${Math.round(Number(candidate.confidence) * 100)}%`;
  const decides = answer.deciding ? ` What would decide: ${answer.deciding.question}` : '';
  const words = [...candidate.path, candidate.description].join(' ').slice(0, 300);
  const open = ' Goods whose line is still open can be entered provisionally.';
  const why = `${questions.hts.why} "${line.line.description.slice(0, 120)}" suggests ${candidate.hts}, ${words} (confidence ${sure}).${decides}${open}`;
  return {
    ...questions.hts,
    why,
    ...(answer.abstains ? {} : { proposal: candidate.hts satisfies JsonValue }),
  };
}

function refuseUnknown({ sheet, edition }: Desk, pointer: string, codes: readonly Candidate<string>[]): void {
  for (const { value } of codes.slice(0, 1))
    if (edition && reportable(edition, value).length === 0)
      sheet.refuse(
        filingCatalogue.refuse('FILING_HTS_UNKNOWN', {
          path: pointer,
          params: { hts: value, edition: edition.id },
        }),
      );
}
