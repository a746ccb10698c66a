import { originatingIndicator } from '@portolan/filing';
import { date } from '@portolan/kernel';
import { newestInForce } from '@portolan/tariff';
import type { Finding } from '../../finding.ts';
import type { Case } from '../case/case.ts';
import { find } from '../case/find.ts';

/** A good free for everybody still needs the indicator on its line to escape the processing fee (19 CFR 24.23(c)). */
export function checkFreeGoods({ dossier, papers, reference, at }: Case): Finding[] {
  const { entry } = dossier;
  const edition = newestInForce(reference.tariff, { date: date(entry.entryDate), knownAt: at.knownAt });
  if (!edition.ok) return [];
  return entry.lines.flatMap((line, index) => {
    if (line.spi || edition.value.line(line.hts)?.general.kind !== 'free') return [];
    const covering = papers.certificates.find(({ document }) =>
      document.goods.some(
        (good) => line.hts.startsWith(good.hs6) && good.originCountry === line.originCountry,
      ),
    );
    const spi = covering && originatingIndicator(covering.document.agreement);
    if (!covering || !spi) return [];
    return [
      find('USMCA_FREE_GOOD_UNCLAIMED', `/lines/${index}/spi`, {
        params: { line: line.number, spi },
        evidence: [covering.digest],
        fix: { label: `Claim ${spi} on line ${line.number}`, typed: { [`/lines/${index}/spi`]: spi } },
      }),
    ];
  });
}
