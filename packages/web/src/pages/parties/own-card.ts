import type { Session } from '@portolan/contract';
import { redirect } from 'react-router';
import { get } from '../../api/client.ts';
import { partyPath } from '../../standing/party-link.tsx';

/** Leads to the card of the own organization, under the address that everybody else sees it by. */
export async function loader(): Promise<never> {
  const session = await get<Session | null>('/api/session');
  throw redirect(session ? partyPath(session.tenant.did) : '/sign-in?next=%2Fcard');
}

/** Nothing to show: the loader leads on. */
export function Component() {
  return null;
}
