import { isRecord, type JsonObject, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import { vcApiCatalogue } from '../catalogue.ts';
import { statusPurposes, type VcStatusPurpose } from './entry-request.ts';

/** What `POST /credentials/status` asks for. */
export interface StatusRequest {
  readonly credentialId: string;
  readonly purpose: VcStatusPurpose;
  /** The value of the entry: 0 or 1, larger for entries of several bits. */
  readonly value: number;
}

/**
 * Reads `{credentialId, credentialStatus: {type, statusPurpose}, status}`; `credentialStatus` may be a list of one and carry
 * `status` itself. `status` is true, false, a whole number, or either as text; true when it is left out.
 */
export function readStatusRequest(body: JsonObject): Result<StatusRequest> {
  const { credentialId } = body;
  if (typeof credentialId !== 'string' || credentialId === '')
    return badBody('credentialId', 'it is not text');
  const entries = [body.credentialStatus ?? []].flat() as JsonValue[];
  const [entry] = entries;
  if (entries.length !== 1 || !isRecord(entry)) return badBody('credentialStatus', 'it is not one object');
  const purpose = statusPurposes.find((known) => known === (entry.statusPurpose ?? 'revocation'));
  if (!purpose) return badBody('credentialStatus', 'its statusPurpose is not known');
  const value = statusValue(body.status ?? (entry.status as JsonValue | undefined) ?? true);
  return value === undefined
    ? badBody('status', 'it is neither true, false nor a whole number')
    : ok({ credentialId, purpose, value });
}

function statusValue(status: JsonValue): number | undefined {
  if (status === true || status === 'true') return 1;
  if (status === false || status === 'false') return 0;
  const number =
    typeof status === 'string' && /^(?:0x[0-9a-f]{1,2}|\d{1,3})$/i.test(status) ? Number(status) : status;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function badBody(member: string, reason: string): Result<never> {
  return refused(vcApiCatalogue.refuse('NODE_VC_BODY', { path: `/${member}`, params: { member, reason } }));
}
