import { decides, inOrder, outcomeOf } from '../conclusion.ts';
import type { Dossier } from '../dossier.ts';
import type { ClaimState, EvaluatedLine, Evaluation } from '../evaluation.ts';
import type { Finding } from '../finding.ts';
import type { Observations } from '../observations.ts';
import type { DecisionTime, Reference } from '../program.ts';
import { checkStandings } from '../standing/check-standings.ts';
import { type Case, type Claim, isCertified, layOut } from './case/case.ts';
import { computeBoth } from './duty.ts';
import type { AgreementTables } from './facts/tables.ts';
import { checkCertifierRole, checkSigner } from './rules/certifier.ts';
import { checkCriterion, checkRegionalValue } from './rules/criterion.ts';
import { checkDerivation, checkEntryDate } from './rules/derivation.ts';
import { checkDuty } from './rules/duty.ts';
import { checkElements } from './rules/elements.ts';
import { checkEvidence } from './rules/evidence.ts';
import { checkDrifts, checkEntryNumber } from './rules/filing.ts';
import { checkFreeGoods } from './rules/free-good.ts';
import { checkGood } from './rules/good.ts';
import { checkIndicator, checkQualifying } from './rules/indicator.ts';
import { checkNonParty } from './rules/non-party.ts';
import { checkDuplicate, checkTimeliness } from './rules/once.ts';
import { checkOrigin } from './rules/origin.ts';
import { checkBlanket, checkCompletion, checkInvoice, checkNamedImporter } from './rules/period.ts';
import { checkPower } from './rules/power.ts';
import { checkProducer } from './rules/producer.ts';
import { checkProductRule, checkRulings, ruleOf } from './rules/product-rule.ts';
import { checkProduction } from './rules/production.ts';
import { checkSignature } from './rules/signature.ts';
import { checkSupport } from './rules/support.ts';
import { checkTransit } from './rules/transit.ts';

const entryRules = [
  checkEvidence,
  checkDerivation,
  checkEntryDate,
  checkEntryNumber,
  checkPower,
  checkDrifts,
  checkFreeGoods,
];

const claimRules = [
  checkSupport,
  checkQualifying,
  checkOrigin,
  checkProductRule,
  checkRulings,
  checkProduction,
  checkTransit,
  checkDuplicate,
  checkTimeliness,
];

const certificateRules = [
  checkIndicator,
  checkSignature,
  checkSigner,
  checkCertifierRole,
  checkElements,
  checkProducer,
  checkBlanket,
  checkInvoice,
  checkCompletion,
  checkNamedImporter,
  checkNonParty,
  checkGood,
  checkCriterion,
  checkRegionalValue,
];

/**
 * The rules of USMCA and CAFTA-DR claims over a dossier. Pure and replayable: it reads no clock, network, database or
 * locale, and the order of evidence changes no byte of the answer.
 */
export function evaluateClaims(
  version: string,
  dossier: Dossier,
  observations: Observations,
  reference: Reference<AgreementTables>,
  at: DecisionTime,
): Evaluation {
  const c = layOut(dossier, observations, reference, at);
  const judged = c.claims.map((claim) => ({ claim, findings: judge(claim, c) }));
  const states = new Map(judged.map(({ claim, findings }) => [claim.line.number, stateOf(claim, findings)]));
  const duties = computeBoth(dossier, reference.tariff, at.knownAt, (line) => states.get(line) !== 'failed');
  const findings = inOrder([
    ...entryRules.flatMap((rule) => rule(c)),
    ...judged.flatMap((one) => one.findings),
    ...checkDuty(duties),
    ...(observations.standings ? checkStandings(dossier, observations.standings) : []),
  ]);
  return {
    program: 'usmca-cafta',
    ruleVersion: version,
    findings,
    ...(duties.duty.ok ? { duty: duties.duty.value } : {}),
    ...(duties.withoutClaim.ok ? { withoutClaim: duties.withoutClaim.value } : {}),
    outcome: outcomeOf(findings),
    reasons: [...new Set(findings.filter(decides).map(({ code }) => code))],
    lines: dossier.entry.lines.map(({ number }) => evaluatedLine(number, c, states)),
  };
}

function judge(claim: Claim, c: Case): Finding[] {
  const onCertificate = isCertified(claim) ? certificateRules.flatMap((rule) => rule(claim, c)) : [];
  return [...claimRules.flatMap((rule) => rule(claim, c)), ...onCertificate];
}

function stateOf(claim: Claim, findings: readonly Finding[]): ClaimState {
  if (findings.some(({ severity }) => severity === 'refuse')) return 'failed';
  if (findings.some(({ severity }) => severity === 'refer')) return 'undetermined';
  return isCertified(claim) || claim.line.claimBasis === 'knowledge' ? 'supported' : 'not-needed';
}

function evaluatedLine(number: number, c: Case, states: ReadonlyMap<number, ClaimState>): EvaluatedLine {
  const claim = c.claims.find(({ line }) => line.number === number);
  const state = states.get(number);
  if (!claim || !state) return { number };
  const certificate = claim.certificate?.digest;
  const rule = ruleOf(claim, c)?.cite;
  return {
    number,
    claim: { spi: claim.spi, state, ...(certificate ? { certificate } : {}), ...(rule ? { rule } : {}) },
  };
}
