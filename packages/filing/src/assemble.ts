import { type Evidence, linkDocuments } from '@portolan/documents';
import { type JsonValue, parseDate, type Refusal } from '@portolan/kernel';
import { asOf, type Edition, newestInForce, type TariffReference } from '@portolan/tariff';
import { Compile } from 'typebox/compile';
import type { Ask } from './ask.ts';
import type { Assembly } from './assembly.ts';
import { filingCatalogue } from './catalogue.ts';
import type { Desk, Given } from './derive/desk.ts';
import { deriveEntryDate, filingDate } from './derive/entry-date.ts';
import { deriveEntryType } from './derive/entry-type.ts';
import { deriveExchange } from './derive/exchange.ts';
import { CLIENT_FILE, deriveConsignee, deriveImporter } from './derive/importer.ts';
import { deriveLines } from './derive/line.ts';
import { matchLines } from './derive/match.ts';
import { checkNumbers } from './derive/numbers.ts';
import { sortPapers } from './derive/papers.ts';
import { deriveTransport } from './derive/transport.ts';
import { type DraftEntry, type Entry, EntrySchema } from './entry.ts';
import { questions } from './facts/questions.ts';
import { build } from './sheet/build.ts';
import { assigned, stated } from './sheet/candidate.ts';
import { Sheet } from './sheet/sheet.ts';

/**
 * Derives every field of the entry and entry summary from the evidence, each with its provenance. Signed values win
 * over imported ones, and both over typed ones; a fact that two documents give is a cross-check. Only what no document
 * says is asked, once. Pure: the same evidence in any order gives the same assembly.
 */
export function assembleEntry(
  evidence: readonly Evidence[],
  given: Given,
  reference: TariffReference,
): Assembly {
  const papers = sortPapers(evidence);
  const sheet = new Sheet({
    values: tidied(given.typed),
    at: given.at,
    ...(given.typedBy ? { by: given.typedBy } : {}),
  });
  const desk: Desk = { sheet, papers, given, tariff: reference, edition: undefined };
  deriveFiler(desk);
  deriveConsignee(desk, deriveImporter(desk));
  deriveTransport(desk);
  const entryDate = deriveEntryDate(desk);
  const edition = editionOf(desk, reference, entryDate ?? filingDate(given));
  const lines = matchLines(papers, given.links ?? linkDocuments(evidence), given.part);
  const priced: Desk = { ...desk, edition };
  deriveInvoices(priced);
  deriveLines(priced, lines, deriveExchange(priced), entryDate);
  checkNumbers(priced, lines, entryDate ?? filingDate(given));
  deriveEntryType(priced, lines, entryDate);
  deriveBond(priced);
  deriveDesk(priced);
  return finish(sheet);
}

/** Tariff numbers may be typed as the schedule prints them, with points. */
function tidied(typed: Given['typed']): Given['typed'] {
  return Object.fromEntries(
    Object.entries(typed).map(([pointer, value]) => [
      pointer,
      isNumbers(pointer) ? withoutPoints(value) : value,
    ]),
  );
}

function isNumbers(pointer: string): boolean {
  return pointer.endsWith('/hts') || pointer.endsWith('/headings');
}

function withoutPoints(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutPoints);
  return typeof value === 'string' ? value.replaceAll('.', '') : value;
}

function deriveFiler({ sheet, given }: Desk): void {
  const own = 'the filer of this node';
  sheet.fill('/filer/code', assigned(given.filer.code, own));
  sheet.fill('/filer/name', assigned(given.filer.name, own));
  sheet.fill('/filer/did', assigned(given.filer.did, own));
  sheet.fill('/entryNumber', assigned(given.entryNumber, "19 CFR 142.3a: number from the filer's series"));
}

function deriveInvoices({ sheet, papers }: Desk): void {
  const [first] = papers.invoices;
  if (!first) {
    sheet.refuse(filingCatalogue.refuse('FILING_NO_INVOICE', { path: '/lines' }));
    return;
  }
  const numbers = papers.invoices.map(({ document }) => document.number);
  sheet.fill('/invoiceNumbers', stated(first, '/number', numbers));
}

/** The bond stands in the client file; a formal entry of another importer asks for it. */
function deriveBond({ sheet, given }: Desk): void {
  const type = sheet.values.get('/entryType');
  const formal = type === '01' || type === '03';
  const own = formal && given.bond ? assigned<JsonValue>(given.bond, CLIENT_FILE) : [];
  sheet.fill('/bond', own, { filerDecides: true, ...(formal ? { ask: questions.bond } : {}) });
}

/** How the client pays, and under which number the filer keeps the file; neither is asked. */
function deriveDesk({ sheet, given }: Desk): void {
  sheet.fill('/paymentType', assigned(given.paymentType, CLIENT_FILE), { filerDecides: true });
  sheet.fill('/fileNumber', [], { filerDecides: true });
}

function editionOf({ sheet, given }: Desk, reference: TariffReference, day: string): Edition | undefined {
  const parsed = parseDate(day);
  if (!parsed.ok) return undefined;
  const moment = { date: parsed.value, knownAt: given.at };
  const edition = asOf(reference, moment);
  if (edition.ok) return edition.value;
  if (!given.override)
    sheet.refuse(
      filingCatalogue.refuse('FILING_TARIFF_NOT_CURRENT', { path: '/entryDate', params: { date: day } }),
    );
  const newest = newestInForce(reference, moment);
  return newest.ok ? newest.value : undefined;
}

function finish(sheet: Sheet): Assembly {
  for (const field of sheet.unused())
    sheet.refuse(filingCatalogue.refuse('FILING_TYPED_UNKNOWN_FIELD', { path: field, params: { field } }));
  const built = build(sheet.values) as unknown as DraftEntry;
  const entry: DraftEntry = { ...built, lines: built.lines ?? [] };
  const asks = [...sheet.asks, ...overrideAsks(sheet.refusals)];
  const required = sheet.asks.some((ask) => ask.required);
  const malformed = required ? [] : malformedFields(entry);
  const refusals = [...sheet.refusals, ...malformed];
  const complete = !required && refusals.length === 0;
  return {
    entry,
    ...(complete ? { complete: entry as Entry } : {}),
    get provenance() {
      return sheet.provenance;
    },
    asks,
    refusals,
    crossChecks: sheet.crossChecks,
  };
}

/** A tariff that isn't known to be current is gone on with only for a reason that is kept with the filing. */
function overrideAsks(refusals: readonly Refusal[]): Ask[] {
  const stale = refusals.find(({ code }) => code === 'FILING_TARIFF_NOT_CURRENT');
  return stale ? [{ ...questions.tariffOverride, pointer: '/override/reason', why: stale.message }] : [];
}

const entryShape = Compile(EntrySchema);

/** What of a filled-in entry does not have the form of its field: only typed values can. */
function malformedFields(entry: DraftEntry): Refusal[] {
  if (entryShape.Check(entry)) return [];
  return [...entryShape.Errors(entry)]
    .slice(0, 20)
    .map(({ instancePath, message }) =>
      filingCatalogue.refuse('FILING_TYPED_INVALID', { path: instancePath, params: { detail: message } }),
    );
}
