import type { Session } from '@portolan/contract';
import { useRouteLoaderData } from 'react-router';
import type { RootData } from './session.ts';

/** Who is signed in, if anybody. */
export function useSession(): Session | undefined {
  return (useRouteLoaderData('root') as RootData | undefined)?.session;
}
