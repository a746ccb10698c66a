import { type KnownParty, listRecipients } from '@portolan/contract';
import { exitCodes } from '../exit-codes.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { NodeClient } from './client.ts';

/** The party that somebody names by its identifier, or by a name that fits one party alone. */
export async function partyOf(node: NodeClient, named: string, option = '--to'): Promise<Outcome<string>> {
  if (named.startsWith('did:')) return done(named);
  const found = await node.call(listRecipients, { query: { q: named } });
  if (!found.ok) return found;
  const { items } = found.value;
  const exact = items.find(({ name }) => name.toLowerCase() === named.toLowerCase());
  const only = exact ?? (items.length === 1 ? items[0] : undefined);
  return only
    ? done(only.did)
    : refuse('CLI_OPTION_INVALID', ambiguous(option, named, items), exitCodes.usage);
}

function ambiguous(option: string, value: string, items: readonly KnownParty[]) {
  const names = items.map(({ name }) => name).join(', ');
  return {
    option,
    value,
    expected: items.length > 0 ? `one of: ${names}` : 'a party that this node knows',
  };
}
