import { isEnvelopedCredential, originalDigest, type Verdict } from '@portolan/credentials';
import type { Evidence } from '@portolan/documents';
import type { Digest, Instant, JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { heldEvidence } from '../trade/evidence/held.ts';
import { signedEvidence } from '../trade/evidence/item.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { readEvidence } from '../trade/store/evidence.ts';

/** A signed document of a tenant, and since when it has it. */
export interface HeldDocument {
  readonly evidence: Evidence;
  readonly at: Instant;
}

interface IssuedRow {
  readonly digest: Digest;
  readonly type: string;
  readonly issued_at: Instant;
  readonly credential: JsonObject;
  readonly did: string;
}

/** Signed documents that a tenant received or signed itself. */
export async function readHeld(
  db: Queryable,
  tenantId: string,
  digests: readonly string[],
): Promise<HeldDocument[]> {
  const received = await readEvidence(db, tenantId, digests);
  const own = digests.filter((digest) => !received.has(digest as Digest));
  return [
    ...[...received.values()].map((row) => ({ evidence: heldEvidence(row), at: row.received_at })),
    ...(await readOwn(db, tenantId, own)),
  ];
}

async function readOwn(db: Queryable, tenantId: string, digests: readonly string[]): Promise<HeldDocument[]> {
  const { rows } = await db.query<IssuedRow>({
    name: 'trace-issued',
    text: `select i.digest, i.type, i.issued_at, i.credential, t.did from issued_credentials i
           join tenants t on t.id = i.tenant_id where i.tenant_id = $1 and i.digest = any($2)`,
    values: [tenantId, digests],
  });
  return rows.flatMap((row) => {
    const evidence = signedEvidence(row.credential, ownVerdict(row));
    return evidence ? [{ evidence, at: row.issued_at }] : [];
  });
}

/** It went into this node's log as the tenant's own word; in its own ledger there is nothing left to be checked. */
function ownVerdict({ credential, digest, type, issued_at, did }: IssuedRow): Verdict {
  return {
    ...(isEnvelopedCredential(credential) ? { original: originalDigest(credential, nodeCrypto) } : {}),
    ...{ digest, verified: true, issuer: did, types: [type] },
    custody: 'node',
    signedAt: { instant: issued_at, source: 'log' },
    fragments: [],
  };
}
