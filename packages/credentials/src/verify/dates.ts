import { addSeconds, type Instant, type Refusal } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import type { UnsignedCredential } from '../credential/credential.ts';
import { readDateTimeStamp } from '../model/date-time-stamp.ts';
import type { ProofStatement } from '../proof/read-proof.ts';
import { failed, passed } from './fragment.ts';
import type { Fragment } from './verdict.ts';

/** How far two honest clocks may stand apart. */
const CLOCK_SKEW_SECONDS = 300;

/** Dates: the credential is valid at `at`, both ends included (VC Data Model 2.0, section 4.9), and so is its proof, for a token from its `nbf` on. */
export function checkDates(
  { validFrom, validUntil }: Pick<UnsignedCredential, 'validFrom' | 'validUntil'>,
  proof: Pick<ProofStatement, 'created' | 'expires'> | undefined,
  at: Instant,
  notBefore?: Instant,
): Fragment {
  const refusals = [
    bound(validFrom, '/validFrom', (from) =>
      at < from ? refuse('CRED_NOT_YET_VALID', { validFrom: from, at }) : undefined,
    ),
    bound(validUntil, '/validUntil', (until) =>
      at > until ? refuse('CRED_EXPIRED', { validUntil: until, at }) : undefined,
    ),
    bound(notBefore, '/nbf', (from) =>
      at < from ? refuse('CRED_NOT_YET_VALID', { validFrom: from, at }) : undefined,
    ),
    bound(proof?.expires, '/proof/expires', (end) =>
      at > end ? refuse('CRED_PROOF_EXPIRED', { expires: end, at }) : undefined,
    ),
    bound(proof?.created, '/proof/created', (created) =>
      created > at && created > addSeconds(at, CLOCK_SKEW_SECONDS)
        ? refuse('CRED_CREATED_IN_FUTURE', { created, at })
        : undefined,
    ),
  ].filter((refusal) => refusal !== undefined);
  if (refusals.length > 0) return failed('dates', refusals);
  return passed(
    'dates',
    `Valid at ${at}${validUntil === undefined ? '; no end is set' : `, until ${validUntil}`}.`,
  );
}

type DateCode = 'CRED_NOT_YET_VALID' | 'CRED_EXPIRED' | 'CRED_PROOF_EXPIRED' | 'CRED_CREATED_IN_FUTURE';
type Judge = (bound: Instant) => ReturnType<typeof refuse> | undefined;

function refuse(code: DateCode, params: Record<string, string>) {
  return { code, params };
}

function bound(text: string | undefined, path: string, judge: Judge): Refusal | undefined {
  if (text === undefined) return undefined;
  const time = readDateTimeStamp(text);
  if (time === undefined)
    return credentialsCatalogue.refuse('CRED_DATE_MALFORMED', { path, params: { text: text.slice(0, 40) } });
  const refusal = judge(time);
  return refusal && credentialsCatalogue.refuse(refusal.code, { path, params: refusal.params });
}
