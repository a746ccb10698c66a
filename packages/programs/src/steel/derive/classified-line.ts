import { date } from '@portolan/kernel';
import { asOf } from '@portolan/tariff';
import type { MetalLine, SteelCase } from '../case.ts';
import { absurdities, analysisOf } from '../chemistry/analysis.ts';
import { classifiedHeadings } from '../facts/classification.ts';
import { type Classified, classify } from './classify.ts';

/** What form, size and chemistry of the first certificate of a line make of its goods; undefined where no table says. */
export function classifiedLine(
  { certified: [first], line, metal }: MetalLine,
  c: SteelCase,
): Classified | undefined {
  const heading = line.hts.replaceAll('.', '').slice(0, 4);
  const { articles, first: from, last } = classifiedHeadings;
  if (!metal.classified || !first || heading < from || heading > last) return undefined;
  // What an article was made of, such as the bars of a bolt, says nothing about its heading.
  if (heading >= articles && first.certificate.document.product.form !== 'article') return undefined;
  const analysis = analysisOf(first.item.chemistry);
  // Figures that can't be classify nothing; the rule on analyses tells them.
  if (absurdities(analysis, metal.base).length > 0) return undefined;
  const when = { date: date(c.dossier.entry.entryDate), knownAt: c.at.knownAt };
  const edition = asOf(c.reference.tariff, when);
  return classify(
    first.certificate.document.product,
    analysis,
    c.reference.agreements,
    edition.ok ? edition.value : undefined,
  );
}
