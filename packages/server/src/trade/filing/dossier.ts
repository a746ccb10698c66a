import { findDrift, linkDocuments } from '@portolan/documents';
import type { Dossier } from '@portolan/programs';
import type { GatheredFiling } from './gather.ts';

/** The dossier that the rules look at: the filer's entry, the documents as this receiver read and verified them. */
export function dossierOf({ body, received, documents }: GatheredFiling): Dossier {
  const evidence = documents.map((document) => document.evidence);
  const links = linkDocuments(evidence);
  return {
    entry: body.entry,
    provenance: body.provenance,
    evidence,
    links: [...links],
    drifts: [...findDrift(evidence, links)],
    filer: { did: body.entry.filer.did },
    filedAt: received.moment.at,
    ...(body.corrects ? { corrects: true } : {}),
    ...(body.override ? { override: body.override } : {}),
  };
}
