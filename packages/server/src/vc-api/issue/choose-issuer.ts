import { isRecord, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { vcApiCatalogue } from '../catalogue.ts';
import type { VcCaller, VcContext } from '../context.ts';
import { defaultIssuer, findEndpoint, findIssuer, type IssuingEndpoint, issuerProfiles } from '../issuers.ts';
import type { IssueOptions } from './request.ts';

/**
 * Which issuer a request means: the one of the address, of the option, or the one whose identifier the credential names; the
 * usual one where nothing says. The plain address has status lists, one of an issuer only where its name says so. Refuses names
 * that no issuer has.
 */
export async function chooseIssuer(
  context: Pick<VcContext, 'formKeys'>,
  { tenantId }: VcCaller,
  named: string | undefined,
  credential: JsonObject,
  { cryptosuite }: Pick<IssueOptions, 'cryptosuite'>,
): Promise<Result<IssuingEndpoint>> {
  if (named !== undefined) return endpointOf(named);
  if (cryptosuite !== undefined && findIssuer(cryptosuite)) return withLists(cryptosuite);
  const did = issuerDid(credential);
  const known =
    did === undefined ? undefined : (await context.formKeys.list(tenantId)).find((key) => key.did === did);
  return withLists(known?.name ?? defaultIssuer);
}

/** The identifier of the issuer that a credential names. */
export function issuerDid({ issuer }: JsonObject): string | undefined {
  if (typeof issuer === 'string') return issuer;
  return isRecord(issuer) && typeof issuer.id === 'string' ? issuer.id : undefined;
}

function withLists(name: string): Result<IssuingEndpoint> {
  const endpoint = endpointOf(name);
  return endpoint.ok ? ok({ ...endpoint.value, hasLists: true }) : endpoint;
}

function endpointOf(name: string): Result<IssuingEndpoint> {
  const endpoint = findEndpoint(name);
  if (endpoint) return ok(endpoint);
  const params = { issuer: name.slice(0, 60), issuers: issuerProfiles.map((one) => one.name).join(', ') };
  return refused(vcApiCatalogue.refuse('NODE_VC_ISSUER_UNKNOWN', { path: '/issuer', params }));
}
