import type { Session } from '@portolan/contract';
import type { NodeContext } from '../context.ts';
import type { Auth, Tenant } from '../tenant.ts';
import { version } from '../version.ts';

/** Who is signed in, as the portal shows it. */
export function sessionView({ tenant, member }: Auth, context: Pick<NodeContext, 'settings'>): Session {
  const { slug, name, kind, roles, did, sample, filerCode } = tenant;
  return {
    member: { id: member.id, name: member.name, role: member.role },
    tenant: { slug, name, kind, roles: [...roles], did, sample, ...(filerCode ? { filerCode } : {}) },
    face: faceOf(tenant, member.role),
    node: { origin: context.settings.logOrigin, sample: context.settings.sample, version },
  };
}

const filers = ['importer', 'broker'];

/** Which first page fits: the officer's queue, the lead's overview, the filer's work list or the producer's requests. */
function faceOf(tenant: Tenant, role: Auth['member']['role']): Session['face'] {
  if (tenant.kind === 'agency') return role === 'lead' ? 'lead' : 'officer';
  return tenant.roles.some((name) => filers.includes(name)) ? 'filer' : 'producer';
}
