import {
  type EvidenceOf,
  evidenceOf,
  type ProducedGood,
  type ProductionStatement,
  type RegionalValueStatement,
} from '@portolan/documents';
import {
  determinePreference,
  type PreferenceInput,
  type PreferenceResult,
  type ShownContent,
} from '@portolan/tariff';
import type { Finding } from '../../finding.ts';
import type { Case, Claim } from '../case/case.ts';
import { findOnClaim } from '../case/find.ts';
import { isAttested, isVerified } from '../case/verified.ts';

/**
 * Where the producer disclosed a bill of materials, the rules of origin are worked out on it; a content may be shown
 * above its threshold by an accredited verifier instead (19 CFR 182.13(a)(3)). Without either nothing is said here.
 */
export function checkProduction(claim: Claim, c: Case): Finding[] {
  const productions = evidenceOf(c.dossier.evidence, 'ProductionStatement');
  const contents = evidenceOf(c.dossier.evidence, 'RegionalValueStatement');
  if (productions.length === 0 && contents.length === 0) return [];
  const shown = contents.filter((item) => fits(item.document.good.hs6, item.document, claim, c));
  return [
    ...shown.map((item) => judgeContent(item, claim)),
    ...productions.flatMap((item) => judgeStatement(item, shown.filter(isAttested), claim, c)),
  ];
}

type Statement = Pick<ProductionStatement, 'agreement' | 'period'>;

function fits(hs: string, { agreement, period }: Statement, claim: Claim, { dossier }: Case): boolean {
  const day = dossier.entry.importDate;
  const covers = period === undefined || (period.from <= day && day <= period.to);
  return agreement === claim.agreement.id && claim.line.hts.startsWith(hs.slice(0, 6)) && covers;
}

function judgeContent(item: EvidenceOf<'RegionalValueStatement'>, claim: Claim): Finding {
  const { number, atLeast: percent, method } = item.document;
  const evidence = [item.digest];
  if (!isAttested(item))
    return findOnClaim('USMCA_CONTENT_UNATTESTED', claim, '/spi', { params: { number }, evidence });
  return findOnClaim('USMCA_CONTENT_SHOWN', claim, '/spi', { params: { number, percent, method }, evidence });
}

function judgeStatement(
  item: EvidenceOf<'ProductionStatement'>,
  contents: readonly EvidenceOf<'RegionalValueStatement'>[],
  claim: Claim,
  c: Case,
): Finding[] {
  const { goods, number, producer } = item.document;
  const meant = goods.filter(({ hs }) => fits(hs, item.document, claim, c));
  if (meant.length === 0) return [];
  const own = isVerified(item) && (producer.did === undefined || producer.did === item.issuer);
  if (!own)
    return [
      findOnClaim('USMCA_PRODUCTION_UNVERIFIED', claim, '/spi', {
        params: { number },
        evidence: [item.digest],
      }),
    ];
  return meant.flatMap((good) => judgeGood(good, item, contents, claim, c));
}

function judgeGood(
  good: ProducedGood,
  item: EvidenceOf<'ProductionStatement'>,
  contents: readonly EvidenceOf<'RegionalValueStatement'>[],
  claim: Claim,
  { dossier, reference }: Case,
): Finding[] {
  const { number } = item.document;
  const evidence = [item.digest, ...contents.map(({ digest }) => digest)];
  const input = preferenceInput(good, claim.agreement.id, dossier.entry.importDate, contents[0]?.document);
  const result = determinePreference(input, reference.tariff);
  if (!result.ok) {
    const why = result.refusals.map(({ message }) => message).join('; ');
    return [findOnClaim('USMCA_PRODUCTION_UNREADABLE', claim, '/spi', { params: { number, why }, evidence })];
  }
  const { outcome, why, rule } = result.value;
  const details = { params: { number, why }, evidence, ...(rule ? { cite: rule.cite } : {}) };
  return [
    findOnClaim(CODES[outcome], claim, '/spi', details),
    ...criterionFindings(result.value, number, evidence, claim),
  ];
}

const CODES = {
  originating: 'USMCA_PRODUCTION_ORIGINATES',
  'not-originating': 'USMCA_PRODUCTION_FAILS',
  undetermined: 'USMCA_PRODUCTION_OPEN',
} as const;

function criterionFindings(
  { criterion: shown }: PreferenceResult,
  number: string,
  evidence: readonly string[],
  claim: Claim,
): Finding[] {
  const certified = claim.good?.criterion;
  if (shown === undefined || certified === undefined || shown === certified) return [];
  return [
    findOnClaim('USMCA_PRODUCTION_CRITERION', claim, '/certificate', {
      params: { number, certified, shown },
      evidence,
    }),
  ];
}

/** The question that the tariff room answers, from the producer's statement. */
function preferenceInput(
  { answers, processes, number: _, materials, ...good }: ProducedGood,
  agreement: string,
  date: string,
  content: RegionalValueStatement | undefined,
): PreferenceInput {
  return {
    agreement,
    date,
    good,
    materials,
    ...(processes ? { processes } : {}),
    ...(answers
      ? { answers: Object.fromEntries(answers.map(({ condition, holds }) => [condition, holds])) }
      : {}),
    ...(content ? { shownContent: shownContent(content) } : {}),
  };
}

function shownContent({
  agreement,
  good,
  method,
  atLeast,
  period,
  number,
}: RegionalValueStatement): ShownContent {
  return {
    agreement,
    hs6: good.hs6,
    method,
    atLeast,
    from: period.from,
    until: period.to,
    accredited: true,
    reference: number,
  };
}
