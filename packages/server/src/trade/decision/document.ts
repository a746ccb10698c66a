import { type Signer, signDocumentText } from '@portolan/credentials';
import type { Digest, Instant, JsonObject } from '@portolan/kernel';
import type { Beside } from '@portolan/programs';
import type { TradeContext } from '../context.ts';
import { textBytes } from '../dossier/canonical.ts';
import type { KeptBytes } from '../dossier/kept.ts';
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
  /** Further programs that were asked about the dossier, each with its rules, facts and answer; absent where none was. */
  readonly beside?: readonly Beside[];
  readonly reference: string;
  readonly filing: Digest;
  readonly dossier: string;
  readonly evidence: readonly string[];
  readonly observations: Digest;
  readonly evaluation: Digest;
}

export type SignedDecision = DecisionDocument & { readonly proof: JsonObject };

/** A signed decision with the bytes that are kept of it, and their digest. */
export interface SealedDecision {
  readonly decision: SignedDecision;
  readonly bytes: KeptBytes;
}

/** Signs a decision with the agency's key. */
export async function signDecision(
  { crypto }: Pick<TradeContext, 'crypto'>,
  signer: Signer,
  decision: DecisionDocument,
): Promise<SealedDecision> {
  const { signed, text } = await signDocumentText(decision, signer, crypto, { created: decision.decidedAt });
  return { decision: signed as unknown as SignedDecision, bytes: textBytes(crypto, text) };
}
