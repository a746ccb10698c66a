import type { VerifiedAnswer } from '@portolan/contract';
import { needsOf } from '@portolan/credentials/forms';
import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { verifyPresentationApart } from '../../platform/forms/index.ts';
import { vcApiCatalogue } from '../catalogue.ts';
import { spendChallenge } from '../challenges.ts';
import type { VcCaller, VcContext } from '../context.ts';
import { judgeChecks } from './judge.ts';
import { readVerifyRequest } from './request.ts';
import { resultsOf } from './results.ts';
import { vcTrust } from './trust.ts';

/** Verifies a presentation of any form, for the challenge and domain of the request, with every credential in it. */
export async function verifyVp(
  context: VcContext,
  caller: VcCaller,
  body: JsonObject,
): Promise<Result<VerifiedAnswer>> {
  const request = readVerifyRequest(body, 'verifiablePresentation');
  if (!request.ok) return request;
  const { value, checks, challenge, domain, unsigned, returned, results } = request.value;
  if (challenge !== undefined && !(await spendChallenge(context, caller, challenge)))
    return refused(vcApiCatalogue.refuse('NODE_VC_CHALLENGE_SPENT', { path: '/options/challenge' }));
  const trust = await vcTrust(context, caller, needsOf(value));
  const verdict = await verifyPresentationApart(context, value, trust, {
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
    ...(unsigned ? { unsigned: 'accept' } : {}),
  });
  const judged = verdict.credentials.map((credential, index) => ({
    ...judgeChecks(credential, checks),
    path: `/verifiableCredential/${index}`,
  }));
  const refusals = [
    ...verdict.refusals,
    ...judged.flatMap(({ refusals: found, path }) =>
      found.map((refusal) => ({ ...refusal, path: path + refusal.path })),
    ),
  ];
  if (refusals.length > 0) return refused(refusals);
  return ok({
    verified: true,
    checks: [...checks],
    holder: verdict.holder,
    warnings: judged.flatMap(({ warnings }) => [...warnings]),
    ...{ errors: [], problemDetails: [] },
    ...(returned ? { verifiablePresentation: value } : {}),
    ...(results ? { results: verdict.credentials.map(resultsOf) } : {}),
  });
}
