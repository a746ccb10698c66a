import type { Signer } from '@portolan/credentials';
import type { CryptoPort, Result } from '@portolan/kernel';
import { ok, refused } from '@portolan/kernel';
import { ed25519FromSeed, signEd25519 } from '@portolan/kernel/node';
import type { NoteSigner } from '@portolan/ledger';
import { noteKey } from '@portolan/ledger';
import type { Pool, PoolClient } from 'pg';
import { nodeCatalogue } from '../catalogue.ts';
import type { Clock } from '../clock.ts';
import { nodeTenantId } from '../node-tenant.ts';
import { RefusedError } from '../refused-error.ts';
import { withTransaction } from '../transaction.ts';
import { type HeldKey, heldKeyOf, type KeyRow } from './held-key.ts';
import { insertKey, type KeyPurpose, lockKeys, readKeys, retireKey, revokeKey } from './key-store.ts';
import { mintKey } from './mint.ts';
import type { NodeKey } from './node-key.ts';
import { seal, unseal } from './seal.ts';

/** Whose key: what the custody must know of a tenant. */
export interface KeyOwner {
  readonly tenantId: string;
  readonly slug: string;
  readonly sample: boolean;
}

/** Keys that the node holds for its tenants, each its own. A private key never leaves this module unsealed. */
export interface KeyCustody {
  /** Signs for a tenant. Throws a refusal (NODE_KEY_NONE) when the node holds no key that may still sign. */
  signer(tenantId: string): Promise<Signer>;
  /** Signs the log's checkpoints under the log's name. */
  noteSigner(origin: string): Promise<NoteSigner>;
  /** Creates a tenant's first key, or a new one after all were revoked. `seed` is for the public sample keys only. */
  createFor(client: PoolClient, owner: KeyOwner, seed?: Uint8Array): Promise<Result<HeldKey>>;
  /** A new key signs from now on; the old one stays valid for what it signed. A did:key tenant's DID changes with it. */
  rotate(owner: KeyOwner): Promise<Result<HeldKey>>;
  /** Nothing that the key signs from now on is believed, and it can't sign any more. */
  revoke(owner: KeyOwner, keyId: string, reason: string): Promise<Result<HeldKey>>;
  /** Every key the node ever held for the tenant, oldest first. */
  history(tenantId: string): Promise<readonly HeldKey[]>;
}

export interface CustodyOptions {
  readonly pool: Pool;
  readonly crypto: CryptoPort;
  readonly clock: Clock;
  readonly nodeKey: NodeKey;
  /** Set when tenants are named by the node's address (did:web). */
  readonly didWebOrigin?: string;
}

/** Another process of the node may have changed a key: what was read is believed this long. */
const rememberedMs = 2000;

export function createKeyCustody(options: CustodyOptions): KeyCustody {
  const { pool, crypto, clock, nodeKey, didWebOrigin } = options;
  const signers = new Map<string, { signer: Signer; readAt: number }>();

  async function addKey(
    client: PoolClient,
    owner: KeyOwner,
    known: readonly KeyRow[],
    seed?: Uint8Array,
  ): Promise<HeldKey> {
    const id = `key-${known.length + 1}`;
    const byAddress = didWebOrigin !== undefined && !owner.sample ? { publicUrl: didWebOrigin } : {};
    const minted = mintKey({ keyId: id, slug: owner.slug, ...byAddress, ...(seed ? { seed } : {}) });
    const sealed = seal(nodeKey.bytes, { tenantId: owner.tenantId, name: id }, minted.seed);
    const validFrom = clock.now();
    const { did, verificationMethod, publicKey } = minted;
    const key = { id, did, verificationMethod, publicKey, validFrom };
    await insertKey(client, { ...key, tenantId: owner.tenantId, purpose: 'sign', sealed });
    return key;
  }

  function open(tenantId: string, row: KeyRow): Uint8Array {
    const seed = row.sealed && unseal(nodeKey.bytes, { tenantId, name: row.id }, row.sealed);
    if (!seed) throw new RefusedError(nodeCatalogue.refuse('NODE_KEY_WRONG'));
    return seed;
  }

  async function readSigner(tenantId: string): Promise<Signer> {
    const row = activeKey(await readKeys(pool, tenantId, 'sign'));
    if (!row) throw new RefusedError(noKey(tenantId));
    const { privateKey } = ed25519FromSeed(open(tenantId, row));
    return {
      did: row.did,
      verificationMethod: row.verification_method,
      sign: (message) => signEd25519(privateKey, message),
    };
  }

  async function moveTenant(client: PoolClient, { tenantId }: KeyOwner, key: HeldKey): Promise<void> {
    await client.query('update tenants set did = $2 where id = $1', [tenantId, key.did]);
    signers.delete(tenantId);
  }

  return {
    async signer(tenantId) {
      const known = signers.get(tenantId);
      if (known && performance.now() - known.readAt < rememberedMs) return known.signer;
      const signer = await readSigner(tenantId);
      signers.set(tenantId, { signer, readAt: performance.now() });
      return signer;
    },

    async noteSigner(origin) {
      const row = await logKey(options);
      const { privateKey, publicKey } = ed25519FromSeed(open(nodeTenantId, row));
      return { key: noteKey(crypto, origin, publicKey), sign: (message) => signEd25519(privateKey, message) };
    },

    async createFor(client, owner, seed) {
      if (!nodeKey.outside && !owner.sample) return refused(nodeCatalogue.refuse('NODE_KEY_INSIDE'));
      const known = await lockKeys(client, owner.tenantId);
      if (activeKey(known)) return refused(keyExists(owner));
      const key = await addKey(client, owner, known, seed);
      if (known.length > 0) await moveTenant(client, owner, key);
      return ok(key);
    },

    async rotate(owner) {
      return withTransaction(pool, async (client) => {
        const known = await lockKeys(client, owner.tenantId);
        const active = activeKey(known);
        if (!active) return refused(noKey(owner.slug));
        await retireKey(client, owner.tenantId, active.id, clock.now());
        const key = await addKey(client, owner, known);
        await moveTenant(client, owner, key);
        return ok(key);
      });
    },

    async revoke(owner, keyId, reason) {
      return withTransaction(pool, async (client) => {
        const known = await lockKeys(client, owner.tenantId);
        if (!known.some(({ id }) => id === keyId)) return refused(noKey(owner.slug));
        await revokeKey(client, owner.tenantId, keyId, clock.now(), reason);
        signers.delete(owner.tenantId);
        const row = (await readKeys(client, owner.tenantId, 'sign')).find(({ id }) => id === keyId);
        return ok(heldKeyOf(row as KeyRow));
      });
    },

    async history(tenantId) {
      return (await readKeys(pool, tenantId, 'sign')).map(heldKeyOf);
    },
  };
}

function activeKey(rows: readonly KeyRow[]): KeyRow | undefined {
  return rows.findLast((row) => row.retired_at === null && row.revoked_at === null);
}

/** The node's own key for its log, made when first asked for; nodes that start together agree on one. */
async function logKey({ pool, clock, nodeKey }: CustodyOptions): Promise<KeyRow> {
  const purpose: KeyPurpose = 'log';
  const [known] = await readKeys(pool, nodeTenantId, purpose);
  if (known) return known;
  const { seed, publicKey } = mintKey({ keyId: 'log-1', slug: 'log' });
  const sealed = seal(nodeKey.bytes, { tenantId: nodeTenantId, name: 'log-1' }, seed);
  await pool.query(
    `insert into keys (tenant_id, id, purpose, did, verification_method, public_key, sealed, valid_from)
     values ($1, 'log-1', $2, '', '', $3, $4, $5) on conflict do nothing`,
    [nodeTenantId, purpose, Buffer.from(publicKey), sealed, clock.now()],
  );
  const [made] = await readKeys(pool, nodeTenantId, purpose);
  return made as KeyRow;
}

function noKey(tenant: string) {
  return nodeCatalogue.refuse('NODE_KEY_NONE', { params: { tenant } });
}

function keyExists({ slug }: KeyOwner) {
  return nodeCatalogue.refuse('NODE_KEY_EXISTS', { params: { tenant: slug } });
}
