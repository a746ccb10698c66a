import { type CryptoPort, type Digest, digestJson, type JsonValue } from '@portolan/kernel';
import type { Attestation } from '../attestation/attestation.ts';
import { linkIdentifiers } from '../identity/identifiers.ts';
import { lookAlikes } from '../identity/names.ts';
import { levelsFor, policyDigest } from '../policy/check.ts';
import { endings, overrideOf, successorOf } from './against.ts';
import { ageOf } from './age.ts';
import { Inquiry } from './inquiry.ts';
import { judgeLevels, levelReached } from './levels.ts';
import { Lookup } from './lookup.ts';
import { wouldLower, wouldRaise } from './outlook.ts';
import type { StandingQuestion } from './question.ts';
import { NO_LEVEL, type Standing, standingRules } from './standing.ts';
import { weigh } from './weigh.ts';

/** A standing with all that was consulted for it: what a second node needs to get the same bytes. */
export interface StandingWithEvidence {
  readonly standing: Standing;
  readonly consulted: readonly Attestation[];
}

/**
 * The standing of an organization for a role as of an instant: a pure function of the evidence, the policy and the trust
 * register. Reads no clock and no store, looks only at what stands near the subject, and gives every part of its reasoning,
 * what is missing and what would change it. The same evidence in any order gives the same bytes.
 */
export function standingOf(question: StandingQuestion): Standing {
  return answer(new Inquiry(question));
}

/** The same, with the evidence that was consulted. */
export function standingWithEvidence(question: StandingQuestion): StandingWithEvidence {
  const inquiry = new Inquiry(question);
  return { standing: answer(inquiry), consulted: inquiry.consulted() };
}

function answer(inquiry: Inquiry): Standing {
  const { question } = inquiry;
  const { subject, role, asOf, policy, register, crypto } = question;
  const { weighed, counted, findings: dependences } = weigh(inquiry);
  const linked = linkIdentifiers(inquiry);
  const findings = [...endings(inquiry), ...dependences, ...linked.findings, ...lookAlikes(inquiry)];
  const override = overrideOf(inquiry);
  const barredByFacts = findings.some(({ weighs }) => weighs === 'bars');
  const age = ageOf(inquiry, counted);
  const levels = levelsFor(policy, role);
  const evidence = { counted, age, barred: barredByFacts, policy };
  const results = judgeLevels(levels, evidence);
  const computedLevel = levelReached(results);
  const successor = successorOf(inquiry);
  const { id, version, publisher } = policy;
  return {
    subject,
    name: inquiry.nameOf(subject),
    role,
    asOf,
    rules: standingRules,
    policy: { id, version, publisher, digest: question.policyDigest ?? policyDigest(crypto, policy) },
    register: register.digest,
    evidence: inquiry.evidence(),
    level: overridden(computedLevel, override),
    computedLevel,
    barred: override?.effect === 'bar' || (barredByFacts && override?.effect !== 'set'),
    levels: results,
    attestations: [...weighed],
    findings,
    identifiers: [...linked.identifiers],
    ...(age ? { age } : {}),
    ...(successor ? { successor } : {}),
    ...(override ? { override } : {}),
    wouldRaise: wouldRaise(results),
    wouldLower: wouldLower(levels, evidence, computedLevel),
  };
}

/** The standings of many on one ground; parties that several touch are looked at once. */
export function* standingsOf(
  subjects: Iterable<string>,
  ground: Omit<StandingQuestion, 'subject' | 'lookup'>,
): Generator<Standing> {
  const lookup = new Lookup(ground);
  const digest = ground.policyDigest ?? policyDigest(ground.crypto, ground.policy);
  for (const subject of subjects) yield standingOf({ ...ground, subject, lookup, policyDigest: digest });
}

/** The digest that a standing is named by, and by which two nodes see that they got the same. */
export function standingDigest(crypto: CryptoPort, standing: Standing): Digest {
  return digestJson(crypto, standing as unknown as JsonValue);
}

function overridden(level: string, override: Standing['override']): string {
  if (!override) return level;
  return override.effect === 'bar' ? NO_LEVEL : (override.level ?? level);
}
