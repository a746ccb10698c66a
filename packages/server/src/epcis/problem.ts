import type { Refusal } from '@portolan/kernel';
import type { FastifyReply } from 'fastify';
import { statusOf } from '../platform/catalogues.ts';

/** The standard's name for an error with an HTTP status (EPCIS 2.0, section 12.9). */
const EXCEPTIONS: Readonly<Record<number, string>> = {
  400: 'epcisException:ValidationException',
  401: 'epcisException:SecurityException',
  403: 'epcisException:SecurityException',
  404: 'epcisException:NoSuchResourceException',
  406: 'epcisException:NotAcceptableException',
  409: 'epcisException:ResourceAlreadyExistsException',
  413: 'epcisException:CaptureLimitExceededException',
  415: 'epcisException:UnsupportedMediaTypeException',
  422: 'epcisException:ValidationException',
  500: 'epcisException:ImplementationException',
  503: 'epcisException:ImplementationException',
};

const OWN: Readonly<Record<string, string>> = {
  NODE_EPCIS_PARAMETER: 'epcisException:QueryParameterException',
  NODE_EPCIS_PAGE: 'epcisException:QueryParameterException',
  NODE_EPCIS_TOO_LARGE: 'epcisException:QueryTooLargeException',
};

export interface EpcisProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

/** One refusal as the standard writes errors. */
export function epcisProblem(refusal: Refusal): EpcisProblem {
  const status = statusOf([refusal]);
  return {
    type: OWN[refusal.code] ?? EXCEPTIONS[status] ?? 'epcisException:ImplementationException',
    title: refusal.message,
    status,
    detail: `${refusal.code}: ${refusal.mend}`,
    instance: refusal.path,
  };
}

/** Answers refusals in the standard's form, with the coded list beside it. */
export function refuseEpcis(reply: FastifyReply, refusals: readonly Refusal[]): FastifyReply {
  const [first] = refusals;
  const problem = first
    ? epcisProblem(first)
    : { type: 'epcisException:ImplementationException', status: 500 };
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, refusals, requestId: reply.request.id }));
}
