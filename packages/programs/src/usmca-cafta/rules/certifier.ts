import type { EvidenceOf } from '@portolan/documents';
import type { Finding } from '../../finding.ts';
import type { Case, CertifiedClaim } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';
import { isAttested } from '../case/verified.ts';
import { mayCertifyFor } from './power.ts';

type Identity = EvidenceOf<'OrganizationIdentity'>;

/** Who signed is the certifier it names, or holds the certifier's power of attorney to certify. */
export function checkSigner(claim: CertifiedClaim, c: Case): Finding[] {
  const { certificate } = claim;
  const { certifier, completedOn, number } = certificate.document;
  if (certificate.class !== 'signed') return [];
  const { did } = certifier.party;
  const signed = did !== undefined && certificate.issuer !== undefined;
  if (signed && (did === certificate.issuer || mayCertifyFor(c, did, certificate.issuer ?? '', completedOn)))
    return [];
  const params = { number, certifier: certifier.party.name };
  return [findOnClaim('USMCA_SIGNER_NOT_CERTIFIER', claim, '/certificate', { params })];
}

/**
 * The certifier is what it certifies as. A role is proven by an identity from an accredited attester, never by typing
 * it: a mere carrier that signs as producer is refused for that reason (HQ H287731).
 */
export function checkCertifierRole(claim: CertifiedClaim, c: Case): Finding[] {
  const { certifier, completedOn } = claim.certificate.document;
  const { did, name } = certifier.party;
  const identities = [...c.papers.identities, ...c.onRecord.identities].filter(
    (item) => item.document.organization.did === did && isAttested(item) && inForceOn(item, completedOn),
  );
  const fitting = identities.filter(({ document }) => document.roles.includes(certifier.role));
  const params = { certifier: name, role: certifier.role };
  if (fitting.length > 0) return checkGoods(claim, fitting, name);
  if (certifier.role === 'importer' && did !== undefined && did === c.dossier.entry.importerOfRecord.did)
    return [];
  const evidence = [claim.certificate.digest, ...identities.map(({ digest }) => digest)];
  const code = isCarrier(c, did, identities) ? 'USMCA_CARRIER_AS_PRODUCER' : 'USMCA_CERTIFIER_ROLE_UNPROVEN';
  return [findOnClaim(code, claim, '/certificate', { params, evidence })];
}

/** Attested as carrier, or the very carrier of this shipment. */
function isCarrier({ papers }: Case, did: string | undefined, identities: readonly Identity[]): boolean {
  if (identities.some(({ document }) => document.roles.includes('carrier'))) return true;
  return did !== undefined && papers.carriages.some(({ carrier }) => carrier?.value.did === did);
}

/** An identity that lists goods lists those certified, by chapter, heading or subheading. */
function checkGoods(claim: CertifiedClaim, identities: readonly Identity[], certifier: string): Finding[] {
  const hs6 = claim.good?.hs6;
  if (hs6 === undefined) return [];
  const listed = identities.map(({ document }) => document.goods);
  if (
    listed.some(
      (goods) => goods === undefined || goods.length === 0 || goods.some((code) => hs6.startsWith(code)),
    )
  )
    return [];
  const evidence = [claim.certificate.digest, ...identities.map(({ digest }) => digest)];
  return [
    findOnClaim('USMCA_CERTIFIER_GOODS', claim, '/certificate', { params: { certifier, hs6 }, evidence }),
  ];
}

function inForceOn({ document }: Identity, day: string): boolean {
  return document.from <= day && (document.until === undefined || day <= document.until);
}
