import { disclosedCredential, fragmentOf, type Verdict } from '@portolan/credentials';
import {
  all,
  type Digest,
  isRecord,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { documentTitle } from '../credentials/issue/title.ts';
import { wireBytes } from '../exchange/carry.ts';
import { bodyLimits } from '../platform/limits.ts';
import { eventCredentialType } from '../traceability/event-credential.ts';
import { signedByDigest } from '../traceability/signed-store.ts';
import type { TradeContext } from '../trade/context.ts';
import { verdictText } from '../trade/dossier/canonical.ts';
import type { Act } from '../trade/draft/steps.ts';
import { heldCredential } from '../trade/evidence/held.ts';
import { credentialBytes } from '../trade/evidence/taken.ts';
import { verifyBatch } from '../trade/evidence/verify.ts';
import { type EvidenceRow, readEvidence } from '../trade/store/evidence.ts';
import { sendingCatalogue } from './catalogue.ts';

/** A document that may be sent, as it is kept, and what people call it. */
export interface Sendable {
  readonly row: EvidenceRow;
  readonly title: string;
}

interface Found {
  readonly digest: Digest;
  readonly type: string;
  readonly credential?: JsonObject;
  readonly row?: EvidenceRow;
  readonly issuedHere: boolean;
}

/**
 * The documents of a sending: what the tenant signed, or holds of others. Refuses what it has not, what an agency was given in
 * confidence, what was revoked, suspended or altered, and more than one envelope carries.
 */
export async function collect(
  context: TradeContext,
  { tenant, moment }: Act,
  digests: readonly Digest[],
): Promise<Result<Sendable[]>> {
  const found = await find(context, tenant.id, digests);
  const missing = digests.flatMap((digest, index) => {
    const one = found.get(digest);
    if (!one) return [refuse('NODE_DOCUMENT_UNKNOWN', index, { digest })];
    const given = tenant.kind === 'agency' && !one.issuedHere;
    return given ? [refuse('NODE_DOCUMENT_CONFIDENTIAL', index, { digest })] : [];
  });
  if (missing.length > 0) return refused(missing);
  const credentials = new Map(
    [...found.values()].flatMap(({ digest, credential }): [Digest, JsonObject][] =>
      credential ? [[digest, credential]] : [],
    ),
  );
  const { verdicts } = await verifyBatch(context, tenant.id, credentials, moment);
  const sendable = all(
    digests.map((digest, index): Result<Sendable> => {
      const one = found.get(digest) as Found;
      const verdict = verdicts.get(digest);
      const fault = verdict && faultOf(verdict, index);
      if (fault) return refused(fault);
      return ok({ row: one.row ?? rowOf(one, verdict as Verdict, tenant, moment.at), title: titleOf(one) });
    }),
  );
  if (!sendable.ok) return sendable;
  const bytes = sendable.value.reduce((sum, { row }) => sum + wireBytes(row), 0);
  const limit = bodyLimits.attachments;
  if (bytes <= limit) return ok([...sendable.value]);
  return refused(
    sendingCatalogue.refuse('NODE_SENDING_LARGE', { path: '/digests', params: { bytes, limit } }),
  );
}

async function find(
  { pool }: TradeContext,
  tenantId: string,
  digests: readonly Digest[],
): Promise<Map<Digest, Found>> {
  const [held, events, issued] = await Promise.all([
    readEvidence(pool, tenantId, digests),
    signedByDigest(pool, tenantId, digests),
    pool.query<{ digest: Digest; type: string; credential: JsonObject }>({
      name: 'sending-issued',
      text: 'select digest, type, credential from issued_credentials where tenant_id = $1 and digest = any($2)',
      values: [tenantId, digests],
    }),
  ]);
  const own = new Map(issued.rows.map((row) => [row.digest, row]));
  return new Map(
    digests.flatMap((digest): [Digest, Found][] => {
      const row = held.get(digest);
      const signed = own.get(digest);
      const issuedHere = signed !== undefined;
      const shared = { digest, issuedHere, ...(row ? { row } : {}) };
      const event = events.get(digest);
      const credential =
        signed?.credential ?? event ?? (row?.class === 'signed' ? heldCredential(row) : undefined);
      const type = signed?.type ?? (event ? eventCredentialType : row?.type);
      if (type === undefined) return [];
      return [[digest, { ...shared, type, ...(credential ? { credential } : {}) }]];
    }),
  );
}

function faultOf(verdict: Verdict, index: number): Refusal | undefined {
  for (const [name, code] of [
    ['integrity', 'NODE_DOCUMENT_ALTERED'],
    ['status', 'NODE_DOCUMENT_WITHDRAWN'],
  ] as const) {
    const fragment = fragmentOf(verdict, name);
    if (fragment?.outcome !== 'failed') continue;
    const detail = fragment.refusals[0]?.message ?? '';
    return refuse(code, index, { digest: verdict.digest, detail });
  }
  return undefined;
}

function rowOf(
  { digest, type, credential = {} }: Found,
  verdict: Verdict,
  tenant: Act['tenant'],
  at: EvidenceRow['received_at'],
): EvidenceRow {
  return {
    ...{ tenant_id: tenant.id, digest, class: 'signed', type, format: 'credential' },
    ...{ file_name: null, media_type: null, content: credentialBytes(credential) },
    ...{ issuer: verdict.issuer, verdict: verdictText(verdict) },
    ...{ signed_at: verdict.signedAt.instant, signed_source: verdict.signedAt.source },
    ...{ received_at: at, received_from: tenant.did },
  };
}

function titleOf({ type, credential, row }: Found): string {
  const subject = credential && disclosedCredential(credential, nodeCrypto).credentialSubject;
  return row?.file_name ?? documentTitle(type, isRecord(subject) ? (subject as JsonObject) : {});
}

type Code = Parameters<typeof sendingCatalogue.refuse>[0];

function refuse(code: Code, index: number, params: Readonly<Record<string, string>>): Refusal {
  return sendingCatalogue.refuse(code, { path: `/digests/${index}`, params });
}
