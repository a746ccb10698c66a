import { verifyDocument } from '@portolan/credentials';
import {
  type CryptoPort,
  type Instant,
  isRecord,
  type JsonObject,
  ok,
  parseJson,
  type Result,
  refused,
} from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type OperatorContext, operator } from '../../platform/admin/context.ts';
import { audit } from '../../platform/audit.ts';
import type { NodeContext } from '../../platform/context.ts';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import { type FetchText, fetchTextWith, whyNot } from '../../platform/outbound/fetch-text.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import { knownKeys } from './known-keys.ts';
import { agencyPeer, type FetchedRegister, keepRegister } from './peer-registers.ts';
import { type PublishedRegister, readPublishedRegister } from './published-register.ts';

const limits = { accept: 'application/json', maxBytes: 16 * 1024 * 1024, timeoutMs: 5000 };

/** An agency of another node, where the operator says that node is. */
export interface AgencyPlace {
  readonly did: string;
  readonly baseUrl: string;
}

type FetchContext = Pick<NodeContext, 'pool' | 'clock'> & { readonly crypto: CryptoPort };

/**
 * Asks an agency's node for its trust register and keeps it. Refuses one that the agency itself has not signed, that is dated
 * ahead or over, and says when the node gives none; the copy held before stays then.
 */
export async function fetchRegister(
  context: FetchContext,
  { did, baseUrl }: AgencyPlace,
  fetchText: FetchText = fetchTextWith(limits),
): Promise<Result<PublishedRegister>> {
  const url = `${baseUrl}/api/trust/published/${encodeURIComponent(did)}`;
  let text: string;
  try {
    text = await fetchText(url);
  } catch (error) {
    const params = { agency: did, url, reason: whyNot(error) };
    return refused(credentialServiceCatalogue.refuse('NODE_REGISTER_UNREACHABLE', { params }));
  }
  const now = context.clock.now();
  const fetched = await readSigned(context, did, text, now);
  if (!fetched.ok) return fetched;
  await withTransaction(context.pool, (tx) => keepRegister(tx, fetched.value, now));
  return ok(fetched.value.register);
}

async function readSigned(
  { pool, crypto }: FetchContext,
  did: string,
  text: string,
  now: Instant,
): Promise<Result<FetchedRegister>> {
  const json = parseJson(text, { maxBytes: limits.maxBytes });
  if (!json.ok) return json;
  const signed = (isRecord(json.value) ? json.value : {}) as JsonObject;
  const { documents } = await knownKeys(pool, [did]);
  const verified = await verifyDocument(signed, {
    crypto,
    signedAt: { instant: now, source: 'first-receipt' },
    resolveDid: (one) => documents.get(one),
    signer: did,
  });
  if (!verified.ok) return verified;
  const register = readPublishedRegister(signed, did);
  if (!register.ok) return register;
  const { asOf, validUntil } = register.value;
  if (asOf > now || validUntil <= now) {
    const params = { agency: did, asOf, validUntil };
    return refused(credentialServiceCatalogue.refuse('NODE_REGISTER_DATES', { params }));
  }
  return ok({ register: register.value, signed, digest: verified.value.digest });
}

/** The operator's act: fetches the trust register of an agency among the peers, named by its identifier or its name. */
export async function fetchAgencyRegister(
  context: OperatorContext,
  named: string,
): Promise<Result<PublishedRegister>> {
  const peer = await agencyPeer(context.pool, named);
  if (!peer)
    return refused(
      credentialServiceCatalogue.refuse('NODE_AGENCY_NO_PEER', { params: { agency: named.slice(0, 200) } }),
    );
  const fetched = await fetchRegister({ ...context, crypto: nodeCrypto }, peer);
  if (!fetched.ok) return fetched;
  const { asOf, accreditations } = fetched.value;
  await audit(context.pool, {
    ...{ tenantId: nodeTenantId, at: context.clock.now(), actor: operator },
    ...{ action: 'trust.fetch', subject: peer.did, detail: { asOf, accreditations: accreditations.length } },
  });
  return fetched;
}
