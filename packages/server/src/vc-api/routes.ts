import {
  listVcIssuers,
  vcChallenge,
  vcDerive,
  vcIssue,
  vcIssueBy,
  vcStatus,
  vcVerify,
  vcVerifyPresentation,
} from '@portolan/contract';
import { type JsonObject, ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { type ServeOptions, serve } from '../platform/http/serve.ts';
import { bodyLimits } from '../platform/limits.ts';
import { callerOf } from './access.ts';
import { refuseVc } from './answer.ts';
import { vcApiCatalogue } from './catalogue.ts';
import { setChallenge } from './challenges.ts';
import type { VcContext } from './context.ts';
import { deriveVc } from './derive.ts';
import { identifierRoutes } from './identifiers/routes.ts';
import { issueVc } from './issue/issue.ts';
import { issuerProfiles } from './issuers.ts';
import { changeVcStatus } from './status/change.ts';
import { readStatusRequest } from './status/change-request.ts';
import { publishedListRoutes } from './status/published.ts';
import { verifyVc } from './verify/credential.ts';
import { verifyVp } from './verify/presentation.ts';

const inForm: ServeOptions = { refuse: refuseVc, bodyLimit: bodyLimits.json };

/** The Verifiable Credential API, as the public suites of the W3C speak it; who may call it is `vcApiMode`. */
export function vcApiRoutes(app: FastifyInstance, context: VcContext): void {
  registerCatalogue(vcApiCatalogue);
  publishedListRoutes(app, context);
  identifierRoutes(app, context);

  serve(
    app,
    listVcIssuers,
    async ({ request }) => {
      const caller = callerOf(context, request);
      const items = await Promise.all(
        issuerProfiles.map(async (profile) => {
          const key = await context.formKeys.key({ ...profile, tenantId: caller.tenantId });
          return {
            ...{ name: profile.name, form: profile.form, algorithm: profile.algorithm },
            ...{ id: key.did, verificationMethod: key.verificationMethod },
            endpoint: `${caller.origin}/issuers/${profile.name}/credentials/issue`,
          };
        }),
      );
      return ok({ items });
    },
    inForm,
  );

  serve(app, vcIssue, async ({ body, request }) => answerIssued(context, request, undefined, body), inForm);
  serve(
    app,
    vcIssueBy,
    async ({ body, params, request }) => answerIssued(context, request, params.issuer, body),
    inForm,
  );
  serve(
    app,
    vcVerify,
    async ({ body, request }) => verifyVc(context, callerOf(context, request), body as JsonObject),
    inForm,
  );
  serve(
    app,
    vcVerifyPresentation,
    async ({ body, request }) => verifyVp(context, callerOf(context, request), body as JsonObject),
    inForm,
  );
  serve(
    app,
    vcChallenge,
    async ({ request }) => ok({ challenge: await setChallenge(context, callerOf(context, request)) }),
    inForm,
  );
  serve(
    app,
    vcDerive,
    async ({ body, request }) => {
      callerOf(context, request);
      const derived = await deriveVc(context, body as JsonObject);
      return derived.ok ? ok({ verifiableCredential: { ...derived.value } }) : derived;
    },
    inForm,
  );
  serve(
    app,
    vcStatus,
    async ({ body, request }) => {
      const change = readStatusRequest(body as JsonObject);
      return change.ok ? changeVcStatus(context, callerOf(context, request), change.value) : change;
    },
    inForm,
  );
}

async function answerIssued(
  context: VcContext,
  request: Parameters<typeof callerOf>[1],
  named: string | undefined,
  body: Record<string, unknown>,
) {
  const issued = await issueVc(context, callerOf(context, request), named, body as JsonObject);
  return issued.ok ? ok({ verifiableCredential: { ...issued.value } }) : issued;
}
