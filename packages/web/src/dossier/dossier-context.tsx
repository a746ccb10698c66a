import type { EvidenceView, ReceiptView } from '@portolan/contract';
import type { ProvenanceMap } from '@portolan/filing';
import type { JsonValue } from '@portolan/kernel';
import type { Finding } from '@portolan/programs';
import { createContext, useContext } from 'react';

/** What every value of a shown dossier can be opened down to, and what may be done with it. */
export interface DossierView {
  provenance: ProvenanceMap;
  evidence: readonly EvidenceView[];
  findings: readonly Finding[];
  /** Receipts of the log that the viewer holds. */
  receipts: readonly ReceiptView[];
  /** The value whose source is open beside the form. */
  selected: string | undefined;
  select: (pointer: string | undefined) => void;
  /** Present while the dossier is a draft: takes a value as typed; null takes the typed value back. */
  type?: (pointer: string, value: JsonValue) => Promise<void>;
  /** Present for a filer of a filed entry: corrects a value, with the reason; null removes it. */
  correct?: (pointer: string, value: JsonValue, reason: string) => Promise<void>;
  /** Present for an officer: asks about a field. */
  ask?: (pointer: string) => void;
}

const DossierContext = createContext<DossierView | undefined>(undefined);

export const DossierProvider = DossierContext.Provider;

/** The dossier that the component stands in. */
export function useDossier(): DossierView {
  const dossier = useContext(DossierContext);
  if (!dossier) throw new Error('Shown outside a dossier');
  return dossier;
}
