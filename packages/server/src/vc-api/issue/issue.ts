import { randomUUID } from 'node:crypto';
import type { FormKey } from '@portolan/credentials/forms';
import {
  digestJson,
  type Instant,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { vcApiCatalogue } from '../catalogue.ts';
import type { VcCaller, VcContext } from '../context.ts';
import type { IssuerProfile } from '../issuers.ts';
import { signCredential } from '../sign.ts';
import { type WantedEntry, wantedEntries } from '../status/entry-request.ts';
import { takePlace } from '../status/places.ts';
import { chooseIssuer, issuerDid } from './choose-issuer.ts';
import { type IssueRequest, readIssueRequest } from './request.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';

/**
 * Issues a credential: checks it against the data model, gives it a place on the issuer's status lists, signs it and logs its
 * digest, all or nothing. Refuses a credential that is signed already, one of another issuer, and whatever the data model or
 * the form of proof does not allow.
 */
export async function issueVc(
  context: VcContext,
  caller: VcCaller,
  named: string | undefined,
  body: JsonObject,
): Promise<Result<JsonObject>> {
  const request = readIssueRequest(body);
  if (!request.ok) return request;
  const { credential, options } = request.value;
  if (credential.proof !== undefined)
    return refused(vcApiCatalogue.refuse('NODE_VC_SIGNED_ALREADY', { path: '/credential/proof' }));
  const endpoint = await chooseIssuer(context, caller, named, credential, options);
  if (!endpoint.ok) return endpoint;
  const { profile, hasLists } = endpoint.value;
  const wanted = wantedEntries(options.credentialStatus ?? hasLists);
  if (!wanted.ok) return wanted;
  const key = await context.formKeys.key({ ...profile, tenantId: caller.tenantId });
  const foreign = foreignIssuer(credential, key);
  if (foreign) return refused(foreign);
  return withSigned(context, caller, { profile, key, request: request.value, wanted: wanted.value });
}

interface Signing {
  readonly profile: IssuerProfile;
  readonly key: FormKey;
  readonly request: IssueRequest;
  readonly wanted: readonly WantedEntry[];
}

/** A refusal by the data model rolls the taken place back with everything else. */
class Rejected extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super('the credential was refused');
    this.refusals = refusals;
  }
}

async function withSigned(
  context: VcContext,
  caller: VcCaller,
  signing: Signing,
): Promise<Result<JsonObject>> {
  try {
    return ok(await withTransaction(context.pool, (tx) => signWithin(context, tx, caller, signing)));
  } catch (error) {
    if (error instanceof Rejected) return refused(error.refusals);
    throw error;
  }
}

async function signWithin(
  context: VcContext,
  tx: PoolClient,
  caller: VcCaller,
  { profile, key, request: { credential, options }, wanted: asked }: Signing,
): Promise<JsonObject> {
  const at = context.clock.now();
  const wanted = hasPlaceForStatus(credential) ? asked : [];
  const owner = { tenantId: caller.tenantId, form: profile.name, issuer: key.did, origin: caller.origin, at };
  const place = wanted.length > 0 ? await takePlace(tx, context.crypto, owner, wanted) : undefined;
  const unsigned: JsonObject = place
    ? {
        ...(options.credentialId === undefined ? named(credential) : credential),
        credentialStatus: place.entries.length === 1 ? (place.entries[0] as JsonObject) : [...place.entries],
      }
    : credential;
  const signed = await signCredential(context, profile, unsigned, key, options, at);
  if (!signed.ok) throw new Rejected(signed.refusals);
  const id = typeof unsigned.id === 'string' ? unsigned.id : (options.credentialId ?? '');
  const digest = digestJson(context.crypto, signed.value);
  const [pendingId] = await context.log.append(tx, [{ kind: 'credential', digest, at }]);
  await tx.query({
    name: 'vc-issued-add',
    text: `insert into vc_issued (tenant_id, credential_id, digest, form, issuer, list_id, status_index, issued_at, pending_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    values: [
      ...[caller.tenantId, id === '' ? digest : id, digest, profile.name, key.did],
      ...[place?.listId ?? null, place?.index ?? null, at, pendingId],
    ],
  });
  await auditIssue(tx, caller, digest, profile, at);
  return signed.value;
}

/** A status is found again by the credential's id; one without an id gets one along with its status. */
function named(credential: JsonObject): JsonObject {
  return credential.id === undefined ? { ...credential, id: `urn:uuid:${randomUUID()}` } : credential;
}

/** Only data model 2.0 knows the entry, and an issuer that brings a status of its own keeps it. */
function hasPlaceForStatus(credential: JsonObject): boolean {
  const [first] = [credential['@context'] ?? []].flat();
  return first === V2 && credential.credentialStatus === undefined;
}

function foreignIssuer(credential: JsonObject, { did }: FormKey): Refusal | undefined {
  const issuer = issuerDid(credential);
  // What is no identifier at all is for the data model to refuse.
  if (issuer === undefined || issuer === did) return undefined;
  const params = { issuer: issuer.slice(0, 200), expected: did };
  return vcApiCatalogue.refuse('NODE_VC_ISSUER_FOREIGN', { path: '/credential/issuer', params });
}

function auditIssue(
  tx: PoolClient,
  { tenantId, actor }: VcCaller,
  subject: string,
  { name }: IssuerProfile,
  at: Instant,
): Promise<void> {
  return audit(tx, { tenantId, at, actor, action: 'vc.issue', subject, detail: { issuer: name } });
}
