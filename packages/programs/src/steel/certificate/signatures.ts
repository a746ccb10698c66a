import { type Evidence, type EvidenceOf, evidenceOf } from '@portolan/documents';
import { canonicalize, type JsonValue } from '@portolan/kernel';
import { partyKey } from '../trace/lots.ts';

export type CertificateEvidence = EvidenceOf<'MillTestReport'>;

/** Whether the manufacturer signed it, an inspector beside the manufacturer, somebody else, or nobody. */
export type SignerOf = 'manufacturer' | 'second-inspector' | 'other' | 'nobody';

export function signerOf({ class: origin, document, issuer }: CertificateEvidence): SignerOf {
  if (origin !== 'signed' || issuer === undefined) return 'nobody';
  if (issuer === partyKey(document.manufacturer)) return 'manufacturer';
  return issuer === document.secondInspector?.party.did ? 'second-inspector' : 'other';
}

/**
 * Whether the second inspector signed a certificate of type 3.2: the very same document, verified, under the inspector's own
 * key, which is not the manufacturer's (EN 10204, 4.2). The other kinds need none.
 */
export function isCountersigned(certificate: CertificateEvidence, evidence: readonly Evidence[]): boolean {
  if (certificate.document.kind !== '3.2') return true;
  const said = canonicalize(certificate.document as unknown as JsonValue);
  return evidenceOf(evidence, 'MillTestReport').some(
    (item) =>
      signerOf(item) === 'second-inspector' &&
      item.verdict?.verified === true &&
      canonicalize(item.document as unknown as JsonValue) === said,
  );
}
