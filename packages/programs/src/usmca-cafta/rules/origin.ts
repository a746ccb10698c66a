import type { Finding } from '../../finding.ts';
import { type Case, type Claim, isParty } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

/** Origin as declared and as certified lies in the agreement, and no signed document contradicts the certification. */
export function checkOrigin(claim: Claim, { dossier, papers }: Case): Finding[] {
  const { line, good, agreement } = claim;
  const day = dossier.entry.importDate;
  const invoice = papers.invoices.find((item) => item.document.number === line.invoice.number);
  const evidence = [claim.certificate?.digest, invoice?.digest];
  const outside = (country: string) => !isParty(agreement, country, day);
  const findings: Finding[] = [];
  if (outside(line.originCountry))
    findings.push(
      findOnClaim('USMCA_ORIGIN_OUTSIDE', claim, '/originCountry', {
        params: { country: line.originCountry },
        evidence,
      }),
    );
  if (good && outside(good.originCountry))
    findings.push(
      findOnClaim('USMCA_CERTIFIED_ORIGIN_OUTSIDE', claim, '/certificate', {
        params: { country: good.originCountry },
      }),
    );
  if (good && good.originCountry !== line.originCountry)
    findings.push(
      findOnClaim('USMCA_ORIGIN_CONTRADICTED', claim, '/originCountry', {
        params: { certified: good.originCountry, stated: line.originCountry },
        evidence,
      }),
    );
  return findings;
}
