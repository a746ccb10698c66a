/** An organization with a seat on this node. */
export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: TenantKind;
  /** What the organization does in trade: 'importer', 'broker', 'exporter', 'producer', 'carrier', 'agency'. */
  readonly roles: readonly string[];
  readonly did: string;
  /** Invented, loaded with the sample community. */
  readonly sample: boolean;
  /** Three-character filer code (19 CFR 142.3a) of a customs broker or self-filer. */
  readonly filerCode?: string;
}

export type TenantKind = 'agency' | 'trade';

/** A person who acts for a tenant. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: MemberRole;
}

export const memberRoles = ['officer', 'lead', 'filer', 'signer', 'viewer'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Who a request acts for, as the session cookie or the bearer token proved it. */
export interface Auth {
  readonly tenant: Tenant;
  readonly member: Member;
  /** 'session' = portal cookie, 'token' = API bearer token. */
  readonly by: 'session' | 'token';
  /** What an API token may do; a session may do all that its member may. */
  readonly scopes: readonly TokenScope[];
}

export const tokenScopes = ['read', 'file', 'sign', 'decide', 'admin'] as const;
export type TokenScope = (typeof tokenScopes)[number];
