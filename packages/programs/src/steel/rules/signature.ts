import type { Finding } from '../../finding.ts';
import { whyNot } from '../../usmca-cafta/case/verified.ts';
import { pathOf, type SteelCase } from '../case.ts';
import type { SteelCode } from '../catalogue.ts';
import { type CertificateEvidence, isCountersigned, signerOf } from '../certificate/signatures.ts';
import { find } from '../find.ts';

/** The mill signed the certificate, nobody altered it, and a second inspector signed where the kind asks for one. */
export function checkSignatures(c: SteelCase): Finding[] {
  return c.certificates.flatMap((certificate) => {
    const signed = checkSigner(certificate, c);
    return signed.length > 0 ? signed : [...checkKind(certificate, c), ...inPart(certificate, c)];
  });
}

function checkSigner(certificate: CertificateEvidence, c: SteelCase): Finding[] {
  const { document, issuer = '', verdict } = certificate;
  const on = (code: SteelCode, more: Record<string, string> = {}) => [
    find(
      code,
      pathOf(c, certificate),
      { number: document.number, mill: document.manufacturer.name, ...more },
      [certificate.digest],
    ),
  ];
  const signer = signerOf(certificate);
  if (signer === 'nobody') return on('STEEL_CERTIFICATE_UNSIGNED');
  const failed = verdict?.fragments.filter(({ outcome }) => outcome === 'failed') ?? [];
  const broken = failed.some(({ name }) => name === 'integrity');
  if (failed.length > 0)
    return on(broken ? 'STEEL_CERTIFICATE_ALTERED' : 'STEEL_CERTIFICATE_INVALID', {
      why: whyNot(certificate, 'failed'),
    });
  if (signer === 'other') return on('STEEL_CERTIFICATE_NOT_MILL', { signer: issuer });
  if (verdict?.verified) return [];
  return on('STEEL_CERTIFICATE_UNVERIFIED', {
    why: whyNot(certificate, 'undetermined') || 'it has not been verified.',
  });
}

/** What its holder hides the rules have not seen. */
function inPart(certificate: CertificateEvidence, c: SteelCase): Finding[] {
  const { digest, document, verdict } = certificate;
  const count = String(verdict?.hidden ?? 0);
  if (count === '0') return [];
  return [
    find('STEEL_CERTIFICATE_IN_PART', pathOf(c, certificate), { number: document.number, count }, [digest]),
  ];
}

/** EN 10204: 3.1 needs one signature of an independent inspector, 3.2 a second one. */
function checkKind(certificate: CertificateEvidence, c: SteelCase): Finding[] {
  const { inspector, kind, number } = certificate.document;
  const at = pathOf(c, certificate);
  const evidence = [certificate.digest];
  const specific = kind === '3.1' || kind === '3.2';
  return [
    ...(specific && !inspector.independent
      ? [find('STEEL_INSPECTOR_NOT_INDEPENDENT', at, { number, kind }, evidence)]
      : []),
    ...(isCountersigned(certificate, c.dossier.evidence)
      ? []
      : [find('STEEL_SECOND_SIGNATURE_MISSING', at, { number }, evidence)]),
  ];
}
