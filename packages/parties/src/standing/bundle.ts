import type { CryptoPort, Instant } from '@portolan/kernel';
import type { Attestation } from '../attestation/attestation.ts';
import { EvidenceIndex } from '../attestation/source.ts';
import type { Policy } from '../policy/policy.ts';
import type { OversightAct } from '../trust/act.ts';
import { foldRegister, isPublicAct } from '../trust/register.ts';
import { standingOf, standingWithEvidence } from './evaluate.ts';
import type { StandingQuestion } from './question.ts';
import type { Standing } from './standing.ts';

/** All that a standing was computed from, to be computed again by anybody. */
export interface StandingBundle {
  readonly subject: string;
  readonly role: string;
  readonly asOf: Instant;
  readonly policy: Policy;
  readonly acts: readonly OversightAct[];
  readonly attestations: readonly Attestation[];
  readonly standing: Standing;
}

/**
 * A standing with everything that was looked at for it and the acts of the register known at the time: those that everybody may
 * see, and overrides of this party's standing. Acts about other parties stay with them.
 */
export function bundleOf(
  question: Omit<StandingQuestion, 'register'>,
  acts: readonly OversightAct[],
): StandingBundle {
  const { subject, role, asOf, policy, crypto } = question;
  const own = new Set(
    acts.flatMap((act) => (act.act === 'override' && act.subject === subject ? [act.id] : [])),
  );
  const concerns = (act: OversightAct) =>
    isPublicAct(act) || own.has(act.act === 'lift-override' ? act.override : act.id);
  const known = acts.filter((act) => act.at <= asOf && concerns(act));
  const register = foldRegister(known, asOf, crypto);
  const { standing, consulted } = standingWithEvidence({ ...question, register });
  return { subject, role, asOf, policy, acts: known, attestations: consulted, standing };
}

/** The standing of a bundle computed again from nothing but the bundle. */
export function recompute(
  { subject, role, asOf, policy, acts, attestations }: Omit<StandingBundle, 'standing'>,
  crypto: CryptoPort,
): Standing {
  const register = foldRegister(acts, asOf, crypto);
  return standingOf({
    subject,
    role,
    asOf,
    policy,
    register,
    source: new EvidenceIndex(attestations),
    crypto,
  });
}
