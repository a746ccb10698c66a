import type { Evidence } from '@portolan/documents';
import type { Finding } from '../../finding.ts';
import type { Case } from '../case/case.ts';
import { find } from '../case/find.ts';
import { whyNot } from '../case/verified.ts';

// Their own rules judge these, and say more.
const JUDGED_ELSEWHERE = new Set(['CertificationOfOrigin', 'PowerOfAttorney', 'OrganizationIdentity']);

/** Every document that the entry takes a value from is there, and verifies when it is signed. */
export function checkEvidence({ dossier, papers }: Case): Finding[] {
  const cited = citedDocuments(dossier);
  const missing = [...cited].flatMap(([document, path]) =>
    dossier.evidence.some(({ digest }) => digest === document)
      ? []
      : [
          find('USMCA_EVIDENCE_MISSING', path, {
            params: { document: short(document) },
            evidence: [document],
          }),
        ],
  );
  const transport = papers.carriages.map(({ item }) => item);
  const present = [...papers.invoices, ...papers.orders, ...papers.packingLists, ...transport];
  return [...missing, ...present.flatMap((item) => judge(item, cited.get(item.digest)))];
}

/** Digests that provenance names, each with the first field that it gives. */
function citedDocuments({ provenance, entry }: Case['dossier']): Map<string, string> {
  const cited = new Map<string, string>();
  for (const [path, { document }] of Object.entries(provenance).sort(([a], [b]) => (a < b ? -1 : 1)))
    if (document !== undefined && !cited.has(document)) cited.set(document, path);
  entry.lines.forEach((line, index) => {
    if (line.certificate && !cited.has(line.certificate))
      cited.set(line.certificate, `/lines/${index}/certificate`);
  });
  return cited;
}

function judge(item: Evidence, path: string | undefined): Finding[] {
  if (JUDGED_ELSEWHERE.has(item.type) || item.class !== 'signed' || item.verdict?.verified) return [];
  const failed = item.verdict?.fragments.some(({ outcome }) => outcome === 'failed') ?? false;
  const why = whyNot(item, failed ? 'failed' : 'undetermined') || 'it has not been verified.';
  return [
    find(failed ? 'USMCA_EVIDENCE_ALTERED' : 'USMCA_EVIDENCE_UNCERTAIN', path ?? '', {
      params: { type: item.type, why },
      evidence: [item.digest],
      // What no field rests on cannot hurt the entry.
      ...(path === undefined ? { severity: 'warn' as const } : {}),
    }),
  ];
}

function short(digest: string): string {
  return digest.slice(0, 19);
}
