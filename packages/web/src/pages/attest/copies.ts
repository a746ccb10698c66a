import { getAsMember } from '../../app/session.ts';
import type { PublishedPolicy } from '../parties/card.ts';
import type { Copy } from './copy-field.tsx';

/** Agencies that publish a policy here, each once, under the title of its newest. */
export async function readCopies(request: Request): Promise<Copy[]> {
  const { items } = await getAsMember<{ items: PublishedPolicy[] }>(request, '/api/policies');
  const titles = new Map(
    items.toReversed().map(({ policy }) => [policy.publisher as string, policy.title as string]),
  );
  return [...titles].map(([did, title]) => ({ did, title }));
}
