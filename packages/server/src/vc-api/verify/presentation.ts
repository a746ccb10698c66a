import type { VerifiedAnswer } from '@portolan/contract';
import { needsOf, verifyPresentation } from '@portolan/credentials/forms';
import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import type { VcCaller, VcContext } from '../context.ts';
import { judgeChecks } from './judge.ts';
import { readVerifyRequest } from './request.ts';
import { vcTrust } from './trust.ts';

/** Verifies a presentation of any form, for the challenge and domain of the request, with every credential in it. */
export async function verifyVp(
  context: VcContext,
  caller: VcCaller,
  body: JsonObject,
): Promise<Result<VerifiedAnswer>> {
  const request = readVerifyRequest(body, 'verifiablePresentation');
  if (!request.ok) return request;
  const { value, checks, challenge, domain } = request.value;
  const trust = await vcTrust(context, caller, needsOf(value));
  const verdict = await verifyPresentation(value, trust, {
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
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
    errors: [],
  });
}
