export { listMembers, type NewMember, addMember, removeMember } from './admin/members.ts';
export { addTenant, listTenants, type NewTenant, tenantBySlug } from './admin/tenants.ts';
export { addToken, type NewToken, revokeToken } from './admin/tokens.ts';
export { revokeKey, rotateKey } from './admin/keys.ts';
export { type NodeCode, nodeCatalogue } from './catalogue.ts';
export type { NodeConfig } from './config.ts';
export type { NodeContext } from './context.ts';
export { type OpenNodeOptions, openNode, type RunningNode } from './open-node.ts';
export { memberRoles, tokenScopes } from './tenant.ts';
