import type { IssuedCredential, Session } from '@portolan/contract';
import type { Heat, MillTestReport, Party } from '@portolan/documents';
import { getAsMember } from '../../app/session.ts';

/** What the organization last signed as a mill: its own name and address are taken from there. */
export async function lastMill(request: Request): Promise<Party | undefined> {
  const page = await getAsMember<{ items: IssuedCredential[] }>(request, '/api/credentials?limit=50');
  for (const { credential, type } of page.items) {
    const subject = credential.credentialSubject;
    if (type === 'MillTestReport') return (subject as MillTestReport).manufacturer;
    if (type === 'Heat') return (subject as Heat).mill;
  }
  return undefined;
}

/** The organization as a mill names itself on what it signs. */
export function millParty({ tenant }: Session, last: Party | undefined, country: string): Party {
  return { ...(last ?? { name: tenant.name, address: { country } }), did: tenant.did };
}
