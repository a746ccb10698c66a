import type { IssuedCredential, Session } from '@portolan/contract';
import { disclosedCredential } from '@portolan/credentials';
import type { Heat, MillTestReport, Party } from '@portolan/documents';
import type { JsonObject } from '@portolan/kernel';
import { webCrypto } from '@portolan/kernel/browser';
import { getAsMember } from '../../app/session.ts';

/** What the organization last signed as a mill: its own name and address are taken from there. */
export async function lastMill(request: Request): Promise<Party | undefined> {
  const page = await getAsMember<{ items: IssuedCredential[] }>(request, '/api/credentials?limit=50');
  for (const { credential, type } of page.items) {
    if (type === 'MillTestReport') return certificateIn(credential).manufacturer;
    if (type === 'Heat') return (credential.credentialSubject as Heat).mill;
  }
  return undefined;
}

/** The document of a signed certificate, of one that hides members as far as it is shown. */
export function certificateIn(credential: Readonly<Record<string, unknown>>): MillTestReport {
  return disclosedCredential(credential as JsonObject, webCrypto)
    .credentialSubject as unknown as MillTestReport;
}

/** The organization as a mill names itself on what it signs. */
export function millParty({ tenant }: Session, last: Party | undefined, country: string): Party {
  return { ...(last ?? { name: tenant.name, address: { country } }), did: tenant.did };
}
