import type { Refusal } from '@portolan/kernel';
import type { FastifyError } from 'fastify';
import { nodeCatalogue } from './catalogue.ts';

const shown = 50;

/** One refusal per field that does not fit the route's schema; the path is a pointer into body, query or address. */
export function validationRefusals(error: FastifyError): readonly Refusal[] {
  return (error.validation ?? []).slice(0, shown).map(({ instancePath, message, params }) =>
    nodeCatalogue.refuse('NODE_FIELD_INVALID', {
      path: instancePath,
      params: { reason: [message ?? 'unknown', namedProperty(params)].filter(Boolean).join(' ') },
    }),
  );
}

function namedProperty(params: Record<string, unknown> | undefined): string {
  const names = params?.requiredProperties ?? params?.additionalProperties ?? params?.missingProperty;
  if (typeof names === 'string') return `(${names})`;
  return Array.isArray(names) ? `(${names.join(', ')})` : '';
}
