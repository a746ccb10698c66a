import type { Session } from '@portolan/contract';
import { redirect } from 'react-router';
import { get, Refused } from '../api/client.ts';

/** What the root of the portal knows: who is signed in, if anybody. */
export interface RootData {
  session: Session | undefined;
}

/** Reads who is signed in. */
export async function loadRoot(): Promise<RootData> {
  const session = await get<Session | null>('/api/session');
  return { session: session ?? undefined };
}

/** Reads a record for a member; someone not signed in is led to sign in and back. */
export async function getAsMember<T>(request: Request, path: string): Promise<T> {
  try {
    return await get<T>(path, request.signal);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    const { pathname, search } = new URL(request.url);
    throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search + fragmentAt(pathname))}`);
  }
}

/** The fragment of the page that was opened: a request does not carry it, and a worksheet's question stands in it. */
function fragmentAt(pathname: string): string {
  return window.location.pathname === pathname ? window.location.hash : '';
}
