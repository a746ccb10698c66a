import { type Evidence, findDrift, linkDocuments } from '@portolan/documents';
import type { Instant } from '@portolan/kernel';
import type { Dossier } from '@portolan/programs';
import type { FilingBody } from './body.ts';

/** The dossier that the rules look at: the filer's entry, the documents as this receiver read and verified them. */
export function dossierOf(body: FilingBody, evidence: readonly Evidence[], at: Instant): Dossier {
  const links = linkDocuments(evidence);
  return {
    entry: body.entry,
    provenance: body.provenance,
    evidence: [...evidence],
    links: [...links],
    drifts: [...findDrift(evidence, links)],
    filer: { did: body.entry.filer.did },
    ...(body.signatory ? { signatory: body.signatory } : {}),
    filedAt: at,
    ...(body.corrects ? { corrects: true } : {}),
    ...(body.override ? { override: body.override } : {}),
  };
}
