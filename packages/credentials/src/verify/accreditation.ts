import type { Refusal } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { failed, notApplicable, passed, undetermined } from './fragment.ts';
import type { AccreditationAnswer, Trust } from './trust.ts';
import type { Fragment } from './verdict.ts';

type AccreditationTrust = Pick<Trust, 'accreditation' | 'signedAt'>;

/** Accreditation: the trust register let this issuer issue these types at the signing time. */
export function checkAccreditation(
  issuer: string,
  types: readonly string[],
  trust: AccreditationTrust,
): Fragment {
  const at = trust.signedAt.instant;
  const refusals: Refusal[] = [];
  let reason: string | undefined;
  for (const type of types) {
    const answer = trust.accreditation(issuer, type, at);
    const refusal = refusalOf(answer, issuer, type, at);
    if (refusal) refusals.push(refusal);
    if (answer.state === 'accredited') reason ??= reasonOf(type, answer);
  }
  if (refusals.length > 0)
    return refusals.every(({ code }) => code === 'CRED_ISSUER_UNKNOWN')
      ? undetermined('accreditation', refusals)
      : failed('accreditation', refusals);
  return reason === undefined
    ? notApplicable('accreditation', 'Anybody may issue this type.')
    : passed('accreditation', reason);
}

function refusalOf(
  answer: AccreditationAnswer,
  issuer: string,
  type: string,
  at: string,
): Refusal | undefined {
  const path = '/issuer';
  switch (answer.state) {
    case 'unknown':
      return credentialsCatalogue.refuse('CRED_ISSUER_UNKNOWN', { path, params: { issuer, type } });
    case 'not-accredited':
      return credentialsCatalogue.refuse('CRED_ISSUER_NOT_ACCREDITED', {
        path,
        params: { issuer, type, at },
      });
    case 'suspended': {
      const params = { issuer, since: answer.since, detail: answer.reason };
      return credentialsCatalogue.refuse('CRED_ISSUER_SUSPENDED', { path, params });
    }
    default:
      return undefined;
  }
}

function reasonOf(type: string, answer: Extract<AccreditationAnswer, { state: 'accredited' }>): string {
  return `Accredited for ${type} by ${answer.by}${answer.since === undefined ? '' : ` since ${answer.since}`}.`;
}
