import { createHash, randomBytes } from 'node:crypto';

/** A text that proves who asks: its kind, the tenant (so that every look-up names it) and the secret itself. */
export interface PresentedSecret {
  readonly tenantId: string;
  /** The digest under which the store knows the secret. */
  readonly hash: Buffer;
}

/** 'pat' API token, 'pss' session of the portal, 'pev' code on a printed paper that leads to evidence. */
export type SecretKind = 'pat' | 'pss' | 'pev';

const secretBytes = 32;
const form = /^(pat|pss|pev)\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** A new secret of 256 random bits. It is shown once; only `hash` is stored. */
export function newSecret(kind: SecretKind, tenantId: string): { text: string; hash: Buffer } {
  const text = `${kind}.${compactId(tenantId)}.${randomBytes(secretBytes).toString('base64url')}`;
  return { text, hash: hashOf(text) };
}

/** Reads a presented text; undefined when it can't be a secret of this kind. */
export function readSecret(kind: SecretKind, text: string): PresentedSecret | undefined {
  const [, found, tenant = ''] = form.exec(text) ?? [];
  return found === kind ? { tenantId: expandId(tenant), hash: hashOf(text) } : undefined;
}

/** A uuid in 22 characters. */
export function compactId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

export function expandId(compact: string): string {
  const hex = Buffer.from(compact, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A plain digest is enough for 256 random bits: there is nothing to guess. */
function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
