import type { Refusal } from '@portolan/kernel';
import type { Attestation } from '../attestation/attestation.ts';
import type { KindRule } from '../policy/policy.ts';
import { controlChange } from './control.ts';
import { Independence } from './independence.ts';
import type { Inquiry } from './inquiry.ts';
import { countsUntil, refuse } from './soundness.ts';
import type { StandingFinding, Weighed } from './standing.ts';

/** An attestation that counts, ready to be chosen for a level. */
export interface Counted {
  readonly kind: NonNullable<Attestation['kind']>;
  readonly group: string;
  readonly attestation: Attestation;
  readonly rule: KindRule;
  readonly until: string;
}

export interface Weighing {
  readonly weighed: readonly Weighed[];
  readonly counted: readonly Counted[];
  readonly findings: readonly StandingFinding[];
  readonly independence: Independence;
}

/** Looks at every attestation about the subject: what counts, what does not and why, what speaks against it. */
export function weigh(inquiry: Inquiry): Weighing {
  const { subject } = inquiry.question;
  const all = inquiry.current(subject);
  const sound = all.filter((one) => one.kind !== undefined && inquiry.faultsOf(one).length === 0);
  // Word that does not count groups nobody: a stranger must not make two attesters look like one.
  const independence = new Independence(inquiry, sound);
  const change = controlChange(inquiry);
  const weighed: Weighed[] = [];
  const counted: Counted[] = [];
  const findings: StandingFinding[] = [];
  for (const attestation of all) {
    const group = independence.groupOf(attestation.issuer);
    const reasons: Refusal[] = attestation.kind ? inquiry.faultsOf(attestation) : [];
    const stale = change?.outdates(attestation);
    if (stale) reasons.push(stale);
    const dependence = attestation.kind ? independence.dependence(attestation) : undefined;
    if (dependence) {
      reasons.push(dependence.reason);
      findings.push({ weighs: 'discounts', ...dependence, evidence: [attestation.digest] });
    }
    const rule = inquiry.ruleOf(attestation);
    const isAdverse =
      adverseStates.has(attestation.facts.state) && inquiry.believed(subject).includes(attestation);
    const counts = reasons.length === 0 && !isAdverse && attestation.kind !== undefined && rule !== undefined;
    const until = rule && countsUntil(attestation, rule);
    if (counts && until && attestation.kind)
      counted.push({ kind: attestation.kind, group, attestation, rule, until });
    weighed.push({
      ...described(inquiry, attestation),
      outcome: isAdverse ? 'adverse' : counts ? 'counts' : attestation.kind ? 'discounted' : 'informs',
      owner: group,
      reasons,
      ...(counts && until ? { countsUntil: until } : {}),
    });
  }
  return {
    weighed,
    counted,
    findings: [...findings, ...pooled(counted, independence, inquiry)],
    independence,
  };
}

/** States of an organization that end it, by whoever is believed. */
export const adverseStates: ReadonlySet<string> = new Set(['dissolved', 'merged']);

function described(inquiry: Inquiry, { digest, type, kind, issuer, signedAt }: Attestation) {
  const issuerName = inquiry.nameOf(issuer);
  return { digest, type, ...(kind ? { kind } : {}), issuer, issuerName, signedAt };
}

/** Attesters under one owner, who count as one: said and shown, since it surprises. */
function pooled(
  counted: readonly Counted[],
  independence: Independence,
  inquiry: Inquiry,
): StandingFinding[] {
  const groups = Map.groupBy(counted, ({ group }) => group);
  return [...groups.keys()].sort().flatMap((group) => {
    const members = groups.get(group) ?? [];
    const issuers = [...new Set(members.map(({ attestation }) => attestation.issuer))].sort();
    if (issuers.length < 2) return [];
    const names = issuers.map((did) => inquiry.nameOf(did)).join(', ');
    const edges = members.map(({ attestation: { issuer, subject, digest } }) => ({
      ...{ from: issuer, to: subject, relation: 'attests' as const, by: digest },
    }));
    return [
      {
        weighs: 'discounts' as const,
        reason: refuse('PARTY_POOLED_OWNER', { names, count: issuers.length }),
        evidence: members.map(({ attestation }) => attestation.digest),
        picture: independence.picture([...edges, ...independence.ownerEdges(issuers)]),
      },
    ];
  });
}
