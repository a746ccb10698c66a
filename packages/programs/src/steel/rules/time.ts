import { originalOf } from '@portolan/documents';
import { instant } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import { pathOf, type SteelCase } from '../case.ts';
import { find } from '../find.ts';
import { signedOf } from '../trace/signed.ts';

/** The log knew the certificate after production and not after dispatch; where no dispatch is stated, by the end of the day of export. */
export function checkTimes(c: SteelCase): Finding[] {
  return signedOf(c.signed, 'MillTestReport').flatMap(({ digest, document, knownAt: known }) => {
    const certificate = c.certificates.find((one) => originalOf(one) === digest);
    if (!certificate) return [];
    const { number, producedAt } = document;
    const dispatched = document.dispatchedAt
      ? instant(document.dispatchedAt)
      : instant(`${c.dossier.entry.exportDate}T23:59:59.999Z`);
    const at = pathOf(c, certificate);
    const evidence = [certificate.digest];
    const produced = instant(producedAt);
    if (known < produced) return [find('STEEL_CERTIFICATE_EARLY', at, { number, known, produced }, evidence)];
    return known > dispatched
      ? [find('STEEL_CERTIFICATE_LATE', at, { number, known, dispatched }, evidence)]
      : [];
  });
}
