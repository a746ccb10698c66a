import type { DossierView } from '@portolan/contract';
import type { JsonValue } from '@portolan/kernel';
import { type ReactNode, useState } from 'react';
import { call } from '../../api/client.ts';
import { DossierProvider } from '../../dossier/dossier-context.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useAction } from '../../ui/use-action.ts';

interface EntryDossierProps {
  dossier: DossierView;
  ask?: (pointer: string) => void;
  children: ReactNode;
}

/** Lets every value inside be opened down to the evidence of the entry. */
export function EntryDossier({ dossier, ask, children }: EntryDossierProps) {
  const [selected, select] = useState<string>();
  const action = useAction();
  const announce = useAnnounce();
  const correct = async (pointer: string, value: JsonValue, reason: string) => {
    const path = `/api/entries/${dossier.entryNumber}/correct`;
    const body = { typed: { [pointer]: value }, reason };
    const done = await action.run(() => call<DossierView>('POST', path, body));
    if (done) announce('The correction was sent');
  };
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
        ...(dossier.may.includes('correct') ? { correct } : {}),
      }}
    >
      <ErrorSummary title="Not corrected" refusals={action.refusals} />
      {children}
    </DossierProvider>
  );
}
