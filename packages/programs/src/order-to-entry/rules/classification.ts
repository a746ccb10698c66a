import { parseDate } from '@portolan/kernel';
import { asOf, compareWithCode, type Edition, newestInForce } from '@portolan/tariff';
import type { Finding } from '../../finding.ts';
import type { OrderCase } from '../case.ts';
import { orderCatalogue } from '../catalogue.ts';

/**
 * Lines whose classification is still open: said, with what the facts of the goods lead to. Only these are looked at, since a
 * code that the filer stands for is judged with the goods, not with a word list.
 */
export function checkClassification(c: OrderCase): Finding[] {
  const open = c.dossier.entry.lines.flatMap((line, index) => (line.provisional ? [{ line, index }] : []));
  if (open.length === 0) return [];
  const edition = editionOf(c);
  return open.map(({ line, index }): Finding => {
    const path = `/lines/${index}/hts`;
    const compared =
      edition && compareWithCode({ title: line.description }, line.hts, edition, c.reference.tariff);
    const differs = compared?.verdict === 'differs';
    const words = compared?.words ?? 'No edition at hand classifies the goods on that day.';
    const code = differs ? 'ORDER_FACTS_DIFFER' : 'ORDER_CODE_PROVISIONAL';
    const params = { line: line.number, hts: line.hts, words: words.replace(/\.$/, '') };
    return { ...orderCatalogue.refuse(code, { path, params }), severity: differs ? 'refer' : 'info' };
  });
}

function editionOf({ dossier, reference, at }: OrderCase): Edition | undefined {
  const date = parseDate(dossier.entry.entryDate);
  if (!date.ok) return undefined;
  const moment = { date: date.value, knownAt: at.knownAt };
  const exact = asOf(reference.tariff, moment);
  if (exact.ok) return exact.value;
  const newest = newestInForce(reference.tariff, moment);
  return newest.ok ? newest.value : undefined;
}
