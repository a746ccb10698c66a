import type { VerifiedAnswer } from '@portolan/contract';
import { type FormVerdict, needsOf } from '@portolan/credentials/forms';
import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { verifyFormApart } from '../../platform/forms/index.ts';
import type { VcCaller, VcContext } from '../context.ts';
import { judgeChecks } from './judge.ts';
import { readVerifyRequest } from './request.ts';
import { resultsOf } from './results.ts';
import { vcTrust } from './trust.ts';

/** Verifies a credential of any form. Everything that speaks against it is told at once. */
export async function verifyVc(
  context: VcContext,
  caller: VcCaller,
  body: JsonObject,
): Promise<Result<VerifiedAnswer>> {
  const request = readVerifyRequest(body, 'verifiableCredential');
  if (!request.ok) return request;
  const { value, checks, returned, results } = request.value;
  const trust = await vcTrust(context, caller, needsOf(value));
  const verdict = await verifyFormApart(context, value, trust);
  const { refusals, warnings } = judgeChecks(verdict, checks);
  if (refusals.length > 0) return refused(refusals);
  return ok({
    verified: true,
    checks: [...checks],
    issuer: verdict.issuer,
    credentialStatus: statusNotes(verdict),
    warnings: [...warnings],
    ...{ errors: [], problemDetails: [] },
    ...(returned ? { credential: value } : {}),
    ...(results ? { results: resultsOf(verdict) } : {}),
  });
}

/** What lists say that does not bear on validity: a message, a newer version. */
export function statusNotes({
  statusNotes: notes,
}: FormVerdict): NonNullable<VerifiedAnswer['credentialStatus']> {
  return notes.map(({ purpose, value, message }) => ({
    ...{ statusPurpose: purpose, status: value },
    ...(message === undefined ? {} : { message }),
  }));
}
