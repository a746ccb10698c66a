import type { AttestationRequest } from '@portolan/contract';
import type { JsonObject } from '@portolan/kernel';
import { isRecord } from '@portolan/kernel';
import { getAsMember } from '../../app/session.ts';
import type { Values } from './document.ts';
import type { AttestationField, Times } from './fields.ts';

/** Requests for attestations that the organization sent or was sent, newest first. */
export async function readRequests(request: Request): Promise<AttestationRequest[]> {
  return (await getAsMember<{ items: AttestationRequest[] }>(request, '/api/attestation-requests')).items;
}

/** The values of a proposed document, for the form that the attester checks and changes. */
export function valuesOf(fields: readonly AttestationField[], document: JsonObject): Values {
  const found = fields.flatMap(({ column, pointer }) => {
    const value = pointer.split('/').slice(1).reduce<unknown>(memberOf, document);
    return typeof value === 'string' || typeof value === 'number' ? [[column, `${value}`] as const] : [];
  });
  return Object.fromEntries(found);
}

/** How many checks, identifiers and owners a proposed document holds. */
export function timesOf({ checks, organization, controllers }: JsonObject): Times {
  const identifiers = isRecord(organization) ? organization.identifiers : undefined;
  const count = (list: unknown) => (Array.isArray(list) ? list.length : 1);
  return {
    checks: count(checks),
    'organization.identifiers': count(identifiers),
    controllers: count(controllers),
  };
}

function memberOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value[Number(name)];
  return isRecord(value) ? value[name] : undefined;
}
