import type { Evidence } from '@portolan/documents';
import { factsOfLine } from '@portolan/filing';
import { date, ok, type Result } from '@portolan/kernel';
import { type CodeComparison, compareWithCode, newestInForce } from '@portolan/tariff';
import type { TradeContext } from '../trade/context.ts';
import { openEntry } from '../trade/entry/filed.ts';

export interface EntryComparison {
  readonly edition: string;
  readonly lines: { number: number; description: string; comparison: CodeComparison }[];
}

/**
 * The facts of each line of an entry beside its declared code, in the edition of its day: an agency checks what the
 * papers say of the goods, not only whether the number exists.
 */
export async function compareEntry(
  context: TradeContext,
  tenantId: string,
  entryNumber: string,
): Promise<Result<EntryComparison>> {
  const opened = await openEntry(context, tenantId, entryNumber);
  if (!opened.ok) return opened;
  const { entry, evidence, filedAt } = opened.value.dossier;
  const { reference } = await context.reference.library.shelf(tenantId);
  const moment = { date: date(entry.entryDate), knownAt: filedAt };
  const edition = newestInForce(reference, moment);
  if (!edition.ok) return edition;
  const lines = entry.lines.map((line) => {
    const facts = factsOf(evidence, line.invoice) ?? { title: line.description };
    const comparison = compareWithCode(facts, line.hts, edition.value, reference, { moment, limit: 1 });
    return { number: line.number, description: line.description, comparison };
  });
  return ok({ edition: edition.value.id, lines });
}

function factsOf(evidence: readonly Evidence[], at: { number: string; line: string | number }) {
  for (const item of evidence) {
    if (item.type !== 'CommercialInvoice' || item.document.number !== at.number) continue;
    const line = item.document.lines.find(({ number }) => String(number) === String(at.line));
    if (line) return factsOfLine({ line });
  }
  return undefined;
}
