import { documentTypesOf, parseStatusEntry, readCredential } from '@portolan/credentials';
import {
  digestJson,
  type Instant,
  type JsonObject,
  ok,
  parseInstant,
  type Result,
  refused,
} from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext, Issuer } from '../context.ts';
import { listIdOf, parseStatusUrl } from '../status/address.ts';
import { ensureList, takeIndex } from '../status/allocate.ts';
import { insertIssued, readIssued } from './store.ts';
import { documentTitle } from './title.ts';

/**
 * Enters a credential that a tenant signed elsewhere with its own key (an example, a command line) among those it issued, so
 * that its status can be changed here. Does nothing when it stands there already. Refuses a credential of another issuer,
 * one that names no list of the tenant, and one whose index is taken. The signature is not looked at.
 */
export async function adoptCredential(
  context: Pick<CredentialContext, 'settings' | 'crypto' | 'log'>,
  tx: PoolClient,
  tenant: Issuer & { readonly did: string },
  credential: JsonObject,
  at: Instant,
): Promise<Result<void>> {
  const read = readCredential(credential);
  if (!read.ok) return read;
  const digest = digestJson(context.crypto, credential);
  if (await readIssued(tx, tenant.id, digest)) return ok(undefined);
  const place = placeOf(context, tenant, credential);
  if (!place || read.value.issuer !== tenant.did) return refused(foreign(tenant.did));
  await ensureList(tx, tenant.id, tenant.did, place.number);
  const listId = listIdOf(tenant.id, place.number);
  if (!(await takeIndex(tx, tenant.id, listId, place.index))) return refused(indexTaken(place.index));
  const [pendingId = ''] = await context.log.append(tx, [{ kind: 'credential', digest, at }]);
  const type = documentTypesOf(read.value)[0] ?? '';
  const title = documentTitle(type, read.value.credentialSubject);
  await insertIssued(tx, {
    tenantId: tenant.id,
    digest,
    type,
    title,
    search: title.toLowerCase(),
    issued_at: instantOr(read.value.validFrom, at),
    validUntil: read.value.validUntil === undefined ? undefined : instantOr(read.value.validUntil, at),
    list_id: listId,
    status_index: place.index,
    pending_id: pendingId,
    credential,
  });
  return ok(undefined);
}

/** The one place on the tenant's own lists that every status entry of the credential names. */
function placeOf(
  { settings }: Pick<CredentialContext, 'settings'>,
  tenant: Issuer,
  { credentialStatus }: JsonObject,
): { number: number; index: number } | undefined {
  const entries = (credentialStatus === undefined ? [] : [credentialStatus].flat()) as JsonObject[];
  const places = entries.map((raw) => {
    const entry = parseStatusEntry(raw);
    const address = entry.ok && entry.value ? parseStatusUrl(settings, entry.value.list) : undefined;
    if (!entry.ok || !entry.value || address?.slug !== tenant.slug || address.sample !== tenant.sample)
      return undefined;
    return { number: address.number, index: entry.value.index };
  });
  const [first] = places;
  return places.every((place) => place?.number === first?.number && place?.index === first?.index)
    ? first
    : undefined;
}

function instantOr(text: string | undefined, otherwise: Instant): Instant {
  const time = parseInstant(text);
  return time.ok ? time.value : otherwise;
}

function foreign(issuer: string) {
  return credentialServiceCatalogue.refuse('NODE_CREDENTIAL_FOREIGN', { params: { issuer } });
}

function indexTaken(index: number) {
  return credentialServiceCatalogue.refuse('NODE_CREDENTIAL_ISSUED', {
    path: '/credentialStatus',
    params: { index },
  });
}
