/** The node's own place in tables whose key holds a tenant: its log key, its settings in the audit trail. */
export const nodeTenantId = '00000000-0000-0000-0000-000000000000';
