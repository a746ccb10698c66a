import { Decimal, sumDecimals } from '@portolan/kernel';
import type { Finding } from '../../finding.ts';
import { type Case, type Claim, isCertified } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

/**
 * A claim rests on a certification in hand; or the importation is worth so little that none is needed and it is no part
 * of a series (19 CFR 182.14, 10.587); or, where the agreement allows, on the importer's knowledge (19 CFR 10.584(a)).
 */
export function checkSupport(claim: Claim, c: Case): Finding[] {
  if (claim.line.claimBasis === 'knowledge') return [judgeKnowledge(claim)];
  if (isCertified(claim)) return [];
  const { value: limit, source } = claim.agreement.lowValueDollars;
  const value = sumDecimals(c.dossier.entry.lines.map(({ enteredValue }) => Decimal.of(enteredValue)));
  // A certification that was named and is missing is no case of needing none.
  const excused = value.lte(Decimal.of(limit)) && claim.line.certificate === undefined;
  if (!excused) return [findOnClaim('USMCA_CLAIM_UNSUPPORTED', claim, '/spi')];
  const series = c.observations.relatedImportations.map(({ entryNumber }) => entryNumber).sort();
  if (series.length > 0)
    return [
      findOnClaim('USMCA_LOW_VALUE_SERIES', claim, '/spi', {
        params: { entries: series.join(', ') },
        cite: source,
      }),
    ];
  return [
    findOnClaim('USMCA_LOW_VALUE', claim, '/spi', {
      params: { value: value.toString(), limit },
      cite: source,
    }),
  ];
}

function judgeKnowledge(claim: Claim): Finding {
  const { allowed, source } = claim.agreement.knowledgeClaim;
  return findOnClaim(
    allowed ? 'USMCA_KNOWLEDGE_CLAIM' : 'USMCA_KNOWLEDGE_NOT_ALLOWED',
    claim,
    '/claimBasis',
    { cite: source },
  );
}
