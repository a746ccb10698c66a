import type { Instant } from '@portolan/kernel';

/** A key that the node holds for a tenant, without its private half. */
export interface HeldKey {
  /** Name within the tenant's history: 'key-1', 'key-2'… */
  readonly id: string;
  readonly did: string;
  readonly verificationMethod: string;
  readonly publicKey: Uint8Array;
  readonly validFrom: Instant;
  /** From then on another key signs; what this one signed before stays good. */
  readonly retiredAt?: Instant;
  /** From then on nothing that this key signs is believed. */
  readonly revokedAt?: Instant;
  readonly revokedReason?: string;
}

export interface KeyRow {
  readonly id: string;
  readonly did: string;
  readonly verification_method: string;
  readonly public_key: Buffer;
  readonly sealed: Buffer | null;
  readonly valid_from: Instant;
  readonly retired_at: Instant | null;
  readonly revoked_at: Instant | null;
  readonly revoked_reason: string | null;
}

export function heldKeyOf(row: KeyRow): HeldKey {
  return {
    id: row.id,
    did: row.did,
    verificationMethod: row.verification_method,
    publicKey: new Uint8Array(row.public_key),
    validFrom: row.valid_from,
    ...(row.retired_at ? { retiredAt: row.retired_at } : {}),
    ...(row.revoked_at ? { revokedAt: row.revoked_at } : {}),
    ...(row.revoked_reason ? { revokedReason: row.revoked_reason } : {}),
  };
}
