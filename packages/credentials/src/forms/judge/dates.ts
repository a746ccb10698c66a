import type { Instant } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import type { DataIntegrityProof } from '../../proof/proof.ts';
import { checkDates } from '../../verify/dates.ts';
import { failed } from '../../verify/fragment.ts';
import type { Fragment } from '../../verify/verdict.ts';
import type { CheckedSignature } from '../checked.ts';

/** Dates of a document and of one signature on it, with those that only a token has. */
export function signatureDates(
  period: { readonly validFrom?: string; readonly validUntil?: string },
  signature: CheckedSignature | undefined,
  at: Instant,
): Fragment {
  const fragment = checkDates(period, signature?.dates as DataIntegrityProof | undefined, at);
  const from = signature?.notBefore;
  if (from === undefined || from <= at) return fragment;
  const early = credentialsCatalogue.refuse('CRED_NOT_YET_VALID', {
    path: '/nbf',
    params: { validFrom: from, at },
  });
  return failed('dates', [...fragment.refusals, early]);
}
