import { fragmentOf } from '@portolan/credentials';
import type { Evidence } from '@portolan/documents';

/** Signed, and every question about the signature was answered well. */
export function isVerified(item: Evidence): boolean {
  return item.class === 'signed' && item.verdict?.verified === true;
}

/** Verified, and issued by somebody whom the trust register accredits for this type. */
export function isAttested(item: Evidence): boolean {
  return (
    isVerified(item) &&
    item.verdict !== undefined &&
    fragmentOf(item.verdict, 'accreditation')?.outcome === 'passed'
  );
}

/** In words why an item does not verify, failures first. */
export function whyNot(item: Evidence, outcome: 'failed' | 'undetermined'): string {
  const fragments = item.verdict?.fragments.filter((fragment) => fragment.outcome === outcome) ?? [];
  return fragments.map(({ reason }) => reason).join(' ');
}
