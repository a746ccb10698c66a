import { type Signer, signDocumentText } from '@portolan/credentials';
import type { Digest, Instant, JsonObject } from '@portolan/kernel';
import type { TradeContext } from '../context.ts';
import type { DecisionOutcome } from '../store/decisions.ts';

/** A decision as the agency signs it: what was decided, by whom, why, and the digests of all it rests on. */
export interface DecisionDocument {
  readonly type: 'portolan/decision@1';
  readonly entryNumber: string;
  readonly thread: string;
  readonly step: number;
  readonly version: number;
  readonly outcome: DecisionOutcome;
  /** 'rules', or the name of the officer. */
  readonly decidedBy: string;
  readonly reason: string;
  readonly decidedAt: Instant;
  readonly knownAt: Instant;
  readonly program: string;
  readonly ruleVersion: string;
  readonly reference: string;
  readonly filing: Digest;
  readonly dossier: string;
  readonly evidence: readonly string[];
  readonly observations: Digest;
  readonly evaluation: Digest;
}

export type SignedDecision = DecisionDocument & { readonly proof: JsonObject };

/** Signs a decision with the agency's key. */
export async function signDecision(
  { crypto }: Pick<TradeContext, 'crypto'>,
  signer: Signer,
  decision: DecisionDocument,
): Promise<SignedDecision> {
  const signed = await signDocument(decision, signer, crypto, { created: decision.decidedAt });
  return signed as unknown as SignedDecision;
}
