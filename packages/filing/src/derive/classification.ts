import { date, type JsonValue } from '@portolan/kernel';
import { type Edition, inSeason, type TariffLine } from '@portolan/tariff';
import { filingCatalogue } from '../catalogue.ts';
import { questions } from '../facts/questions.ts';
import { type Candidate, stated } from '../sheet/candidate.ts';
import type { Question } from '../sheet/sheet.ts';
import type { Desk } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';

const COMPLETED = 'the only ten-digit line below the number that the document gives';

/** Tariff line of the goods: invoice, certification or order where they name a line of the edition; else it is asked. */
export function deriveClassification(
  desk: Desk,
  line: GoodsLine,
  entryDate: string | undefined,
): TariffLine | undefined {
  const { sheet, edition } = desk;
  const pointer = `/lines/${line.index}/hts`;
  if (!edition) return undefined;
  const codes = statedCodes(line);
  const candidates = completed(edition, codes);
  const chosen = sheet.fill(pointer, candidates, {
    filerDecides: true,
    ...(candidates.length === 0 ? { ask: question(edition, codes, entryDate) } : {}),
  });
  if (chosen === undefined) {
    refuseUnknown(desk, pointer, codes);
    return undefined;
  }
  const found = edition.line(chosen);
  if (!found) refuseUnknown(desk, pointer, [{ value: chosen, provenance: { class: 'typed' } }]);
  return found;
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

function question(
  edition: Edition,
  codes: readonly Candidate<string>[],
  entryDate: string | undefined,
): Question {
  const [best] = codes;
  const lines = best ? reportable(edition, best.value) : [];
  const first = lines.find((line) => entryDate === undefined || inSeason(edition, line, date(entryDate)));
  return { ...questions.hts, ...(first ? { proposal: first.hts satisfies JsonValue } : {}) };
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
