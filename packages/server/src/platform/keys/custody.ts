import type { Signer } from '@portolan/credentials';
import type { CryptoPort, JsonObject, Result } from '@portolan/kernel';
import { ok, refused } from '@portolan/kernel';
import { ed25519FromSeed, signEd25519 } from '@portolan/kernel/node';
import type { NoteKeyType, NoteSigner } from '@portolan/ledger';
import { noteKey } from '@portolan/ledger';
import type { Pool, PoolClient } from 'pg';
import { nodeCatalogue } from '../catalogue.ts';
import type { Clock } from '../clock.ts';
import { nodeTenantId } from '../node-tenant.ts';
import { RefusedError } from '../refused-error.ts';
import { withTransaction } from '../transaction.ts';
import { type HeldKey, heldKeyOf, type KeyRow } from './held-key.ts';
import { insertKey, lockKeys, readKeys, retireKey, revokeKey } from './key-store.ts';
import { ensureNoteKey, type NoteRole } from './log-key.ts';
import { mintKey } from './mint.ts';
import type { NodeKey } from './node-key.ts';
import { seal, unseal } from './seal.ts';
import { bringsItsName, type CarriedKey, closeKey, type KeyFile, openKey } from './transfer.ts';

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
  /** Cosigns checkpoints of other logs, under the witness's name. */
  witnessSigner(name: string): Promise<NoteSigner>;
  /** Creates a tenant's first key, or a new one after all were revoked. `seed` is for the public sample keys only. */
  createFor(client: PoolClient, owner: KeyOwner, seed?: Uint8Array): Promise<Result<HeldKey>>;
  /**
   * Signs what stands under an identifier the tenant has or had, such as the status list of what it issued: the newest of
   * that identifier's keys that is not revoked. Undefined when none is left.
   */
  signerOf(tenantId: string, did: string): Promise<Signer | undefined>;
  /**
   * A new key signs from now on; older ones stay valid for what they signed. A did:key is its key: there the tenant becomes
   * another identifier, which is refused unless it is wanted.
   */
  rotate(owner: KeyOwner, options?: RotateOptions): Promise<Result<HeldKey>>;
  /** Nothing that the key signs from now on is believed, and it can't sign any more. */
  revoke(owner: KeyOwner, keyId: string, reason: string): Promise<Result<HeldKey>>;
  /** A key for the way to another node, closed under a passphrase. Refuses revoked keys and keys that are not held here. */
  exportKey(owner: KeyOwner, keyId: string, passphrase: string): Promise<Result<KeyFile>>;
  /** Takes a key that was exported elsewhere: it signs for the tenant from now on, and older ones stay for what they signed. */
  importKey(owner: KeyOwner, file: JsonObject, passphrase: string): Promise<Result<HeldKey>>;
  /** Every key the node ever held for the tenant, oldest first. */
  history(tenantId: string): Promise<readonly HeldKey[]>;
}

export interface RotateOptions {
  /** The tenant is to have another identifier. */
  readonly newIdentifier?: boolean;
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
  return new NodeKeyCustody(options);
}

class NodeKeyCustody implements KeyCustody {
  readonly #options: CustodyOptions;
  readonly #signers = new Map<string, { readonly signer: Signer; readonly readAt: number }>();

  constructor(options: CustodyOptions) {
    this.#options = options;
  }

  async signer(tenantId: string): Promise<Signer> {
    const known = this.#signers.get(tenantId);
    if (known && performance.now() - known.readAt < rememberedMs) return known.signer;
    const signer = await this.#readSigner(tenantId);
    this.#signers.set(tenantId, { signer, readAt: performance.now() });
    return signer;
  }

  async signerOf(tenantId: string, did: string): Promise<Signer | undefined> {
    const current = this.#signers.get(tenantId);
    if (current?.signer.did === did && performance.now() - current.readAt < rememberedMs)
      return current.signer;
    const rows = await readKeys(this.#options.pool, tenantId, 'sign');
    const row = rows.findLast((key) => key.did === did && key.revoked_at === null);
    return row && this.#signerWith(tenantId, row);
  }

  noteSigner(origin: string): Promise<NoteSigner> {
    return this.#signNotes('log', origin, 'ed25519');
  }

  witnessSigner(name: string): Promise<NoteSigner> {
    return this.#signNotes('witness', name, 'cosignature-v1');
  }

  async #signNotes(role: NoteRole, name: string, type: NoteKeyType): Promise<NoteSigner> {
    const row = await ensureNoteKey(this.#options, role);
    const { privateKey, publicKey } = ed25519FromSeed(this.#open(nodeTenantId, row));
    return {
      key: noteKey(this.#options.crypto, name, publicKey, type),
      sign: (message) => signEd25519(privateKey, message),
    };
  }

  async createFor(client: PoolClient, owner: KeyOwner, seed?: Uint8Array): Promise<Result<HeldKey>> {
    if (!this.#options.nodeKey.outside && !owner.sample)
      return refused(nodeCatalogue.refuse('NODE_KEY_INSIDE'));
    const known = await lockKeys(client, owner.tenantId);
    if (activeKey(known)) return refused(keyExists(owner));
    const key = await this.#add(client, owner, known, seed);
    if (known.length > 0) await this.#moveTenant(client, owner, key);
    return ok(key);
  }

  rotate(owner: KeyOwner, { newIdentifier = false }: RotateOptions = {}): Promise<Result<HeldKey>> {
    const { pool, clock } = this.#options;
    return withTransaction(pool, async (client) => {
      const known = await lockKeys(client, owner.tenantId);
      const latest = known.at(-1);
      if (!latest) return refused(noKey(owner.slug));
      if (latest.did.startsWith('did:key:') && !newIdentifier)
        return refused(keyIsName(owner.slug, latest.did));
      const active = activeKey(known);
      if (active) await retireKey(client, owner.tenantId, active.id, clock.now());
      const key = await this.#add(client, owner, known);
      await this.#moveTenant(client, owner, key);
      return ok(key);
    });
  }

  revoke(owner: KeyOwner, keyId: string, reason: string): Promise<Result<HeldKey>> {
    const { pool, clock } = this.#options;
    return withTransaction(pool, async (client) => {
      await lockKeys(client, owner.tenantId);
      await revokeKey(client, owner.tenantId, keyId, clock.now(), reason);
      this.#signers.delete(owner.tenantId);
      const row = (await readKeys(client, owner.tenantId, 'sign')).find(({ id }) => id === keyId);
      return row ? ok(heldKeyOf(row)) : refused(noKey(owner.slug));
    });
  }

  async exportKey(owner: KeyOwner, keyId: string, passphrase: string): Promise<Result<KeyFile>> {
    const rows = await readKeys(this.#options.pool, owner.tenantId, 'sign');
    const row = rows.find(({ id }) => id === keyId);
    if (!row || row.sealed === null) return refused(noKey(owner.slug));
    const { did, verification_method: verificationMethod } = row;
    return closeKey({ did, verificationMethod, seed: this.#open(owner.tenantId, row) }, passphrase);
  }

  importKey(owner: KeyOwner, file: JsonObject, passphrase: string): Promise<Result<HeldKey>> {
    const { pool, clock, nodeKey } = this.#options;
    const carried = openKey(file, passphrase);
    if (!carried.ok) return Promise.resolve(carried);
    if (!nodeKey.outside && !owner.sample)
      return Promise.resolve(refused(nodeCatalogue.refuse('NODE_KEY_INSIDE')));
    return withTransaction(pool, async (client) => {
      const known = await lockKeys(client, owner.tenantId);
      const own = known.at(-1)?.did ?? '';
      if (carried.value.did !== own && !(await this.#mayTake(client, owner, carried.value))) {
        const params = { did: carried.value.did, tenant: owner.slug, own };
        return refused(nodeCatalogue.refuse('NODE_KEY_OTHER_OWNER', { params }));
      }
      const { verificationMethod, seed } = carried.value;
      if (known.some((row) => row.verification_method === verificationMethod))
        return refused(keyExists(owner));
      const active = activeKey(known);
      if (active) await retireKey(client, owner.tenantId, active.id, clock.now());
      const key = await this.#add(client, owner, known, seed, carried.value);
      await this.#moveTenant(client, owner, key);
      return ok(key);
    });
  }

  async history(tenantId: string): Promise<readonly HeldKey[]> {
    return (await readKeys(this.#options.pool, tenantId, 'sign')).map(heldKeyOf);
  }

  async #readSigner(tenantId: string): Promise<Signer> {
    const row = activeKey(await readKeys(this.#options.pool, tenantId, 'sign'));
    if (!row) throw new RefusedError(noKey(tenantId));
    return this.#signerWith(tenantId, row);
  }

  #signerWith(tenantId: string, row: KeyRow): Signer {
    const { privateKey } = ed25519FromSeed(this.#open(tenantId, row));
    return {
      did: row.did,
      verificationMethod: row.verification_method,
      sign: (message) => signEd25519(privateKey, message),
    };
  }

  #open(tenantId: string, row: KeyRow): Uint8Array {
    const seed = row.sealed && unseal(this.#options.nodeKey.bytes, { tenantId, name: row.id }, row.sealed);
    if (!seed) throw new RefusedError(nodeCatalogue.refuse('NODE_KEY_WRONG'));
    return seed;
  }

  async #add(
    client: PoolClient,
    { tenantId, slug, sample }: KeyOwner,
    known: readonly KeyRow[],
    seed?: Uint8Array,
    names?: Pick<HeldKey, 'did' | 'verificationMethod'>,
  ): Promise<HeldKey> {
    const { nodeKey, clock, didWebOrigin } = this.#options;
    const id = `key-${known.length + 1}`;
    const origin = didWebOrigin !== undefined && !sample ? { publicUrl: didWebOrigin } : {};
    const minted = mintKey({ keyId: id, slug, ...origin, ...(seed ? { seed } : {}) });
    const sealed = seal(nodeKey.bytes, { tenantId, name: id }, minted.seed);
    const { publicKey } = minted;
    const { did, verificationMethod } = names ?? minted;
    const key = { id, did, verificationMethod, publicKey, validFrom: clock.now() };
    await insertKey(client, { ...key, tenantId, purpose: 'sign', sealed });
    return key;
  }

  /** Only a did:key brings its name along, and no two organizations have one name. */
  async #mayTake(client: PoolClient, { tenantId }: KeyOwner, key: CarriedKey): Promise<boolean> {
    if (!bringsItsName(key)) return false;
    const { rowCount } = await client.query('select from tenants where did = $1 and id <> $2', [
      key.did,
      tenantId,
    ]);
    return rowCount === 0;
  }

  async #moveTenant(client: PoolClient, { tenantId }: KeyOwner, key: HeldKey): Promise<void> {
    await client.query('update tenants set did = $2 where id = $1', [tenantId, key.did]);
    this.#signers.delete(tenantId);
  }
}

function activeKey(rows: readonly KeyRow[]): KeyRow | undefined {
  return rows.findLast((row) => row.retired_at === null && row.revoked_at === null);
}

function noKey(tenant: string) {
  return nodeCatalogue.refuse('NODE_KEY_NONE', { params: { tenant } });
}

function keyIsName(tenant: string, did: string) {
  return nodeCatalogue.refuse('NODE_KEY_IS_NAME', { params: { tenant, did } });
}

function keyExists({ slug }: KeyOwner) {
  return nodeCatalogue.refuse('NODE_KEY_EXISTS', { params: { tenant: slug } });
}
