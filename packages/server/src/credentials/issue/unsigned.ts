import { randomUUID } from 'node:crypto';
import {
  BASE_TYPE,
  CREDENTIALS_CONTEXT,
  PORTOLAN_CONTEXT,
  statusEntry,
  type UnsignedCredential,
} from '@portolan/credentials';
import type { Instant, JsonObject } from '@portolan/kernel';
import type { CredentialContext, Issuer } from '../context.ts';
import { statusUrl } from '../status/address.ts';
import type { Allocation } from '../status/allocate.ts';

export interface UnsignedOptions {
  readonly type: string;
  readonly document: JsonObject;
  readonly issuer: string;
  readonly validFrom: Instant;
  readonly validUntil: Instant | undefined;
}

/** A credential of this node, ready to be signed: its document as the subject, and a place on both status lists. */
export function unsignedCredential(
  { settings }: Pick<CredentialContext, 'settings'>,
  tenant: Issuer,
  { number, index }: Allocation,
  { type, document, issuer, validFrom, validUntil }: UnsignedOptions,
): UnsignedCredential {
  const entry = (purpose: 'revocation' | 'suspension') =>
    statusEntry({ purpose, index, list: statusUrl(settings, { ...tenant, purpose, number }) });
  return {
    '@context': [CREDENTIALS_CONTEXT, PORTOLAN_CONTEXT],
    id: `urn:uuid:${randomUUID()}`,
    type: [BASE_TYPE, type],
    issuer,
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    credentialStatus: [entry('revocation'), entry('suspension')],
    credentialSubject: document,
  };
}
