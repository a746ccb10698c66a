import type { Finding } from '../../finding.ts';
import type { Case, CertifiedClaim } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';

/** Question of the request templates that asks for the list behind "Various". */
export const PRODUCER_LIST_QUESTION = 'producer-list';

/** Element 4: several producers need a list on request; a confidential one is the agency's to ask for. */
export function checkProducer(claim: CertifiedClaim, { observations }: Case): Finding[] {
  const { producer, number } = claim.certificate.document;
  const on = (code: Parameters<typeof findOnClaim>[0]) => [
    findOnClaim(code, claim, '/certificate', { params: { number } }),
  ];
  if (producer === undefined || 'name' in producer) return [];
  if ('confidential' in producer) return on('USMCA_PRODUCER_CONFIDENTIAL');
  if ((producer.list?.length ?? 0) > 0) return [];
  const asked = observations.requests.some(
    ({ line, asks, state }) =>
      state === 'overdue' &&
      asks.includes(PRODUCER_LIST_QUESTION) &&
      (line === undefined || line === claim.line.number),
  );
  return on(asked ? 'USMCA_PRODUCER_LIST_MISSING' : 'USMCA_PRODUCER_VARIOUS');
}
