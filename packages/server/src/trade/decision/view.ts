import type { DecisionView } from '@portolan/contract';
import { readKept } from '../dossier/kept.ts';
import type { DecisionRow } from '../store/decisions.ts';
import type { DecisionDocument } from './document.ts';

/** A decision as the portal shows it. Held counts as referred: an officer still has it. */
export function decisionView(row: DecisionRow): DecisionView {
  const { dossier, beside } = readKept<DecisionDocument>(row.document);
  return {
    digest: row.digest,
    outcome: row.outcome === 'hold' ? 'refer' : row.outcome,
    decidedAt: row.decided_at,
    by: row.decided_by === 'rules' ? "The agency's rules" : row.decided_by,
    reason: row.reason,
    ruleVersion: row.rule_version,
    evidenceDigest: dossier,
    observationsDigest: row.observations_digest,
    referenceDigest: row.reference_digest,
    ...(beside ? { beside: [...beside] } : {}),
  };
}
