import type { DossierView } from '@portolan/contract';
import { type ReactNode, useState } from 'react';
import { DossierProvider } from '../../dossier/dossier-context.tsx';

interface EntryDossierProps {
  dossier: DossierView;
  ask?: (pointer: string) => void;
  children: ReactNode;
}

/** Lets every value inside be opened down to the evidence of the entry. */
export function EntryDossier({ dossier, ask, children }: EntryDossierProps) {
  const [selected, select] = useState<string>();
  return (
    <DossierProvider
      value={{
        provenance: dossier.provenance,
        evidence: dossier.evidence,
        findings: dossier.evaluation?.findings ?? [],
        receipts: dossier.receipts,
        selected,
        select,
        ...(ask ? { ask } : {}),
      }}
    >
      {children}
    </DossierProvider>
  );
}
