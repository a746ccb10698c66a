import type { UnverifiedAnswer } from '@portolan/contract';
import type { Refusal } from '@portolan/kernel';
import type { FastifyReply } from 'fastify';
import { statusOf } from '../platform/catalogues.ts';

/** Where codes of the standards' own problem types fit, those are named (VC Data Model 2.0, section 7.2; VC Data Integrity 1.0, section 4.7). */
const TYPES: readonly (readonly [pattern: RegExp, type: string])[] = [
  [
    /^CRED_(?:SIGNATURE|PROOF|KEY|CHALLENGE|DOMAIN|CONTEXT_CHANGED)/,
    'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
  ],
  [/^CRED_CRYPTOSUITE/, 'https://w3id.org/security#PROOF_VERIFICATION_ERROR'],
  [/^CRED_TERM_UNKNOWN/, 'https://w3id.org/security#DATA_LOSS_DETECTION_ERROR'],
  [/^CRED_STATUS_(?:INDEX)/, 'https://www.w3.org/ns/credentials/status-list#RANGE_ERROR'],
  [/^CRED_STATUS_LIST_SHORT/, 'https://www.w3.org/ns/credentials/status-list#STATUS_LIST_LENGTH_ERROR'],
  [/^CRED_STATUS/, 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR'],
  [/^(?:CRED_CONTEXT|CRED_MALFORMED|CRED_JSONLD)/, 'https://www.w3.org/TR/vc-data-model#PARSING_ERROR'],
  [/^KERNEL_JSON/, 'https://www.w3.org/TR/vc-data-model#PARSING_ERROR'],
];
const VALUE_ERROR = 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR';

/** Statuses that say something else than "this does not hold": they stay as they are. */
const KEPT = new Set([401, 403, 404, 409, 413, 415, 429, 500, 503]);

/** Answers refusals as the VC API does: 400, `verified: false`, and a problem for each. */
export function refuseVc(reply: FastifyReply, refusals: readonly Refusal[]): FastifyReply {
  const stated = statusOf(refusals);
  const status = KEPT.has(stated) ? stated : 400;
  const [first] = refusals;
  const body: UnverifiedAnswer = {
    type: problemType(first?.code ?? ''),
    title: first?.message ?? 'Refused',
    status,
    ...(first ? { detail: first.mend } : {}),
    verified: false,
    problemDetails: refusals.map(({ code, message, mend, path }) => ({
      ...{ type: problemType(code), title: message, detail: mend, code, pointer: path },
    })),
    refusals: [...refusals],
    requestId: reply.request.id,
  };
  return reply.code(status).type('application/problem+json').send(JSON.stringify(body));
}

function problemType(code: string): string {
  return TYPES.find(([pattern]) => pattern.test(code))?.[1] ?? VALUE_ERROR;
}
