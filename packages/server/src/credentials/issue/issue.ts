import { issueCredential, originalDigest, type Signer } from '@portolan/credentials';
import { checkDocument, type DocumentType } from '@portolan/documents';
import {
  type CalendarDate,
  digestJson,
  type Instant,
  type JsonObject,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import { checkPartyDocument, isPartyCredentialType } from '@portolan/parties';
import type { PoolClient } from 'pg';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext, Issuer } from '../context.ts';
import { allocateIndex } from '../status/allocate.ts';
import { hideableOf, signHideable } from './hideable.ts';
import { type IssuedRow, insertIssued, readIssued } from './store.ts';
import { documentTitle } from './title.ts';
import { unsignedCredential } from './unsigned.ts';

export interface IssueRequest {
  readonly type: string;
  readonly document: JsonObject;
  /** Last day, in UTC, on which the credential is valid. */
  readonly validUntil?: CalendarDate;
  /** When it is issued: now, or a story's own date. */
  readonly at: Instant;
  /** Who asks, for the audit trail. */
  readonly actor: string;
  /** Signs it as `vc+sd-jwt`, so that its holder may hide these members of the document: JSON pointers, or the usual ones. */
  readonly hideable?: readonly string[] | 'usual';
}

/**
 * Signs a document with the key that the node holds for the tenant. Refuses a document that is not well formed and a last
 * day that is past. The credential, its place on the status lists and its leaf in the log are stored together or not at all.
 */
export async function issue(
  context: CredentialContext,
  tenant: Issuer,
  request: IssueRequest,
): Promise<Result<IssuedRow>> {
  const document = isPartyCredentialType(request.type)
    ? checkPartyDocument(request.type, request.document)
    : checkDocument(request.type as DocumentType, request.document);
  if (!document.ok) return document;
  const validUntil = request.validUntil === undefined ? undefined : endOfDay(request.validUntil);
  if (validUntil !== undefined && validUntil < request.at)
    return refused(validityPast(request.validUntil as string));
  const hideable = request.hideable === undefined ? undefined : hideableIn(request, request.hideable);
  if (hideable?.ok === false) return hideable;
  const signer = await context.keys.signer(tenant.id);
  const row = await withTransaction(context.pool, (tx) =>
    issueWithin(context, tx, tenant, signer, request, validUntil, hideable?.value),
  );
  context.events.publish(tenant.id, { kind: 'credential', ref: row.digest, at: request.at });
  return ok(row);
}

async function issueWithin(
  context: CredentialContext,
  tx: PoolClient,
  tenant: Issuer,
  signer: Signer,
  { type, document, at, actor }: IssueRequest,
  validUntil: Instant | undefined,
  hideable: readonly string[] | undefined,
): Promise<IssuedRow> {
  const place = await allocateIndex(tx, context.crypto, tenant.id, signer.did);
  const content = { type, document, issuer: signer.did, validFrom: at, validUntil };
  const unsigned = unsignedCredential(context, tenant, place, content);
  const credential = hideable
    ? await signHideable(context, unsigned, signer, at, hideable)
    : ((await issueCredential(unsigned, signer, context.crypto, { created: at })) as unknown as JsonObject);
  const digest = digestJson(context.crypto, credential);
  const inLog = originalDigest(credential, context.crypto);
  const [pendingId = ''] = await context.log.append(tx, [{ kind: 'credential', digest: inLog, at }]);
  const title = documentTitle(type, document);
  await insertIssued(tx, {
    tenantId: tenant.id,
    digest,
    type,
    title,
    search: title.toLowerCase(),
    issued_at: at,
    validUntil,
    list_id: place.listId,
    status_index: place.index,
    pending_id: pendingId,
    credential,
  });
  await audit(tx, {
    tenantId: tenant.id,
    at,
    actor,
    action: 'credential.issue',
    subject: digest,
    detail: { type },
  });
  return (await readIssued(tx, tenant.id, digest)) as IssuedRow;
}

function hideableIn(
  { type, document }: IssueRequest,
  hideable: NonNullable<IssueRequest['hideable']>,
): Result<readonly string[]> {
  // Credentials of parties have a way of their own to be shown in part.
  if (isPartyCredentialType(type))
    return refused(
      credentialServiceCatalogue.refuse('NODE_NOTHING_TO_HIDE', { path: '/hideable', params: { type } }),
    );
  return hideableOf(type as DocumentType, document, hideable === 'usual' ? undefined : hideable);
}

function endOfDay(date: CalendarDate): Instant {
  return `${date}T23:59:59.999Z` as Instant;
}

function validityPast(until: string) {
  return credentialServiceCatalogue.refuse('NODE_VALIDITY_PAST', { path: '/validUntil', params: { until } });
}
