import type { Inquiry } from './inquiry.ts';
import { dayOf } from './question.ts';
import { refuse } from './soundness.ts';
import type { Standing, StandingFinding } from './standing.ts';
import { adverseStates } from './weigh.ts';

/** The end of an organization as somebody believed tells it: dissolved, or merged into another. */
export function endings(inquiry: Inquiry): StandingFinding[] {
  const day = dayOf(inquiry.question);
  return inquiry.believed(inquiry.question.subject).flatMap(({ facts, issuer, digest }) => {
    const { state, stateSince, successor } = facts;
    if (!adverseStates.has(state) || (stateSince !== undefined && stateSince > day)) return [];
    const params = {
      by: inquiry.nameOf(issuer),
      since: stateSince ?? 'an unknown day',
      successor: successor?.name ?? 'nobody named',
    };
    const reason = refuse(state === 'merged' ? 'PARTY_MERGED' : 'PARTY_DISSOLVED', params);
    return [{ weighs: 'bars' as const, reason, evidence: [digest] }];
  });
}

/** Who took over, where somebody believed says so. */
export function successorOf(inquiry: Inquiry): Standing['successor'] {
  const [named] = inquiry
    .believed(inquiry.question.subject)
    .flatMap(({ facts, issuer }) =>
      facts.successor && issuer !== inquiry.question.subject ? [facts.successor] : [],
    );
  return named && { name: named.name, ...(named.did === undefined ? {} : { did: named.did }) };
}

/** The agency's override in force, the last of several. */
export function overrideOf({ question }: Inquiry): Standing['override'] {
  const { register, subject, role, policy } = question;
  const day = dayOf(question);
  const last = (register.overrides.get(subject) ?? []).findLast(
    (one) =>
      one.agency === policy.publisher &&
      (one.role === undefined || one.role === role) &&
      (one.until === undefined || day <= one.until),
  );
  if (!last) return undefined;
  const { id, effect, level, by, at, reason } = last;
  return { id, effect, ...(level === undefined ? {} : { level }), by, at, reason };
}
