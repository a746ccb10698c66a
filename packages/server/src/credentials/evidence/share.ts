import { hideableIn, isEnvelopedCredential, shownInPart } from '@portolan/credentials';
import type { Digest, Instant, JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Pool } from 'pg';
import { newSecret, readSecret } from '../../platform/access/secret.ts';
import { readIssued } from '../issue/store.ts';

/** A credential that a printed code leads to. */
export interface SharedCredential {
  readonly tenantId: string;
  readonly digest: Digest;
  readonly credential: JsonObject;
}

/** Makes the secret of a printed code; whoever holds the paper holds it. Only its digest is stored. */
export async function createShare(
  pool: Pool,
  share: { readonly tenantId: string; readonly digest: string; readonly actor: string; readonly at: Instant },
): Promise<string> {
  const { text, hash } = newSecret('pev', share.tenantId);
  await pool.query(
    `insert into evidence_shares (tenant_id, token_hash, digest, created_at, created_by) values ($1, $2, $3, $4, $5)`,
    [share.tenantId, hash, share.digest, share.at, share.actor],
  );
  return text;
}

/** What a code leads to; undefined for codes that were never given out here. */
export async function readShare(pool: Pool, token: string): Promise<SharedCredential | undefined> {
  const secret = readSecret('pev', token);
  if (!secret) return undefined;
  const { rows } = await pool.query<{ digest: Digest }>({
    name: 'evidence-share-one',
    text: 'select digest from evidence_shares where tenant_id = $1 and token_hash = $2',
    values: [secret.tenantId, secret.hash],
  });
  const digest = rows[0]?.digest;
  const issued = digest && (await readIssued(pool, secret.tenantId, digest));
  return issued && { tenantId: secret.tenantId, digest, credential: asPrinted(issued.credential) };
}

/** Whoever holds the paper sees what is printed on it: of a document that may be shown in part not the terms between its parties. */
function asPrinted(credential: JsonObject): JsonObject {
  if (!isEnvelopedCredential(credential)) return credential;
  const members = hideableIn(credential, nodeCrypto);
  const printed = members.ok ? members.value.filter(({ pointer }) => pointer !== COMMERCIAL) : [];
  const shown = shownInPart(
    credential,
    printed.map(({ pointer }) => pointer),
    nodeCrypto,
  );
  // It was signed here, so that it opens.
  if (!shown.ok) throw new Error(shown.refusals[0]?.message);
  return shown.value;
}

const COMMERCIAL = '/credentialSubject/commercial';
