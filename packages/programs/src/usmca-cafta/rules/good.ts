import type { Finding } from '../../finding.ts';
import type { CertifiedClaim } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

/** The certified good is the good of the line: it is listed, and the first six digits agree. */
export function checkGood(claim: CertifiedClaim): Finding[] {
  const { good, line, certificate } = claim;
  if (!good) {
    const params = { number: certificate.document.number, good: line.certificateGood ?? '(none named)' };
    return [findOnClaim('USMCA_GOOD_MISSING', claim, '/certificateGood', { params })];
  }
  if (line.hts.startsWith(good.hs6)) return [];
  const params = { certified: shown(good.hs6), entered: shown(line.hts) };
  return [findOnClaim('USMCA_HS_MISMATCH', claim, '/hts', { params })];
}

function shown(code: string): string {
  return `${code.slice(0, 4)}.${code.slice(4, 6)}`;
}
