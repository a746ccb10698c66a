const MEMBER_ROLES: Record<string, string> = {
  officer: 'customs officer',
  lead: 'agency lead',
  filer: 'filer',
  signer: 'signer',
  viewer: 'viewer',
};

/** What a member of an organization does here, in words. */
export function memberRoleWords(role: string): string {
  return MEMBER_ROLES[role] ?? role;
}

const ORGANIZATION_ROLES: Record<string, string> = {
  agency: 'customs agency',
  importer: 'importer',
  broker: 'customs broker',
  exporter: 'exporter',
  producer: 'producer',
  carrier: 'carrier',
  'licence-office': 'licence office',
  inspector: 'inspector',
};

/** What an organization does in trade, in words: `exporter and producer`. */
export function organizationRoleWords(roles: readonly string[]): string {
  return roles.map((role) => ORGANIZATION_ROLES[role] ?? role).join(' and ');
}
