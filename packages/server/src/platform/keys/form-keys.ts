import {
  type FormKey,
  generateKey,
  importKey,
  type KeyText,
  type LocalKey,
} from '@portolan/credentials/forms';
import type { Instant } from '@portolan/kernel';
import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../clock.ts';
import { withTransaction } from '../transaction.ts';
import type { KeyAlgorithm, KeyService } from './key-service.ts';
import type { NodeKey } from './node-key.ts';
import { seal, unseal } from './seal.ts';

/** Which key: the owner, and the name of the issuer that signs with it. */
export interface FormKeyName {
  readonly tenantId: string;
  readonly name: string;
  readonly algorithm: KeyAlgorithm;
}

/** A key as it is listed, without its secret. */
export interface FormKeyRecord {
  readonly name: string;
  readonly did: string;
  readonly verificationMethod: string;
  readonly createdAt: Instant;
  readonly retiredAt?: Instant;
}

/** Keys for each form of proof, one in force for each name. Secrets are sealed under the node key, or live in a key service. */
export interface FormKeys {
  /** The key in force; made when it is first asked for. */
  key(name: FormKeyName): Promise<FormKey>;
  /** The key of a DID that this name has or had; undefined for others. */
  keyOf(name: FormKeyName, did: string): Promise<FormKey | undefined>;
  /** A new key signs from now on; what the old one signed stays good. */
  rotate(name: FormKeyName): Promise<FormKey>;
  list(tenantId: string): Promise<FormKeyRecord[]>;
}

export interface FormKeysOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly nodeKey: Pick<NodeKey, 'bytes'>;
  /** Where given, secrets are made and kept there and never come here. */
  readonly service?: KeyService;
}

interface Row {
  readonly did: string;
  readonly verification_method: string;
  readonly public_key: string;
  readonly sealed: Buffer | null;
}

const COLUMNS = 'did, verification_method, public_key, sealed';
const MAX_KEPT = 500;

export function createFormKeys(options: FormKeysOptions): FormKeys {
  return new SealedFormKeys(options);
}

class SealedFormKeys implements FormKeys {
  readonly #options: FormKeysOptions;
  /** Opened keys by owner and DID: a DID never changes its key. */
  readonly #opened = new Map<string, FormKey>();

  constructor(options: FormKeysOptions) {
    this.#options = options;
  }

  async key(name: FormKeyName): Promise<FormKey> {
    const row = (await this.#active(this.#options.pool, name)) ?? (await this.#first(name));
    return this.#open(name, row);
  }

  async keyOf(name: FormKeyName, did: string): Promise<FormKey | undefined> {
    const { rows } = await this.#options.pool.query<Row>({
      name: 'form-key-of',
      text: `select ${COLUMNS} from vc_issuers where tenant_id = $1 and form = $2 and did = $3`,
      values: [name.tenantId, name.name, did],
    });
    return rows[0] && this.#open(name, rows[0]);
  }

  rotate(name: FormKeyName): Promise<FormKey> {
    const { pool, clock } = this.#options;
    return withTransaction(pool, async (tx) => {
      await this.#lock(tx, name);
      await tx.query(
        'update vc_issuers set retired_at = $3 where tenant_id = $1 and form = $2 and retired_at is null',
        [name.tenantId, name.name, clock.now()],
      );
      return this.#open(name, await this.#add(tx, name));
    });
  }

  async list(tenantId: string): Promise<FormKeyRecord[]> {
    const { rows } = await this.#options.pool.query<
      Row & { form: string; created_at: Instant; retired_at: Instant | null }
    >(
      `select form, ${COLUMNS}, created_at, retired_at from vc_issuers where tenant_id = $1 order by form, created_at`,
      [tenantId],
    );
    return rows.map((row) => ({
      ...{ name: row.form, did: row.did, verificationMethod: row.verification_method },
      createdAt: row.created_at,
      ...(row.retired_at === null ? {} : { retiredAt: row.retired_at }),
    }));
  }

  async #active(db: Pool | PoolClient, { tenantId, name }: FormKeyName): Promise<Row | undefined> {
    const { rows } = await db.query<Row>({
      name: 'form-key-active',
      text: `select ${COLUMNS} from vc_issuers where tenant_id = $1 and form = $2 and retired_at is null`,
      values: [tenantId, name],
    });
    return rows[0];
  }

  /** Two that ask for the first key at the same time get the same one. */
  #first(name: FormKeyName): Promise<Row> {
    return withTransaction(this.#options.pool, async (tx) => {
      await this.#lock(tx, name);
      return (await this.#active(tx, name)) ?? (await this.#add(tx, name));
    });
  }

  async #lock(tx: PoolClient, { tenantId, name }: FormKeyName): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`form key ${tenantId} ${name}`]);
  }

  async #add(tx: PoolClient, name: FormKeyName): Promise<Row> {
    const { service, nodeKey, clock } = this.#options;
    const local = service ? undefined : await generateKey(name.algorithm);
    const made = local ?? (await (service as KeyService).create(name.algorithm));
    const sealed = local ? sealKey(nodeKey, name, local) : null;
    const row = {
      ...{ did: made.did, verification_method: made.verificationMethod },
      ...{ public_key: made.publicKeyMultibase, sealed },
    };
    await tx.query(
      `insert into vc_issuers (tenant_id, form, ${COLUMNS}, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [name.tenantId, name.name, row.did, row.verification_method, row.public_key, row.sealed, clock.now()],
    );
    return row;
  }

  async #open(name: FormKeyName, row: Row): Promise<FormKey> {
    const id = `${name.tenantId} ${name.name} ${row.did}`;
    const known = this.#opened.get(id);
    if (known) return known;
    const key = row.sealed ? await this.#unseal(name, row.did, row.sealed) : await this.#remote(row);
    if (this.#opened.size >= MAX_KEPT) this.#opened.delete(this.#opened.keys().next().value as string);
    this.#opened.set(id, key);
    return key;
  }

  async #unseal(name: FormKeyName, did: string, sealed: Buffer): Promise<FormKey> {
    const owner = { tenantId: name.tenantId, name: sealedName(name, did) };
    const secret = unseal(this.#options.nodeKey.bytes, owner, sealed);
    if (!secret) throw new Error('a key of an issuer does not open under the node key');
    const key = await importKey(JSON.parse(secret.toString()) as KeyText);
    if (!key.ok) throw new Error('a key of an issuer cannot be read');
    return key.value;
  }

  async #remote({ public_key }: Row): Promise<FormKey> {
    const { service } = this.#options;
    if (!service) throw new Error('a key lives in a key service, and none is configured');
    return service.open(public_key);
  }
}

function sealKey(nodeKey: Pick<NodeKey, 'bytes'>, name: FormKeyName, key: LocalKey): Buffer {
  const owner = { tenantId: name.tenantId, name: sealedName(name, key.did) };
  return seal(nodeKey.bytes, owner, Buffer.from(JSON.stringify(key.exportKey())));
}

function sealedName({ name }: FormKeyName, did: string): string {
  return `form ${name} ${did}`;
}
