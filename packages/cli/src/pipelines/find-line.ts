import { listPipelines } from '@portolan/contract';
import { exitCodes } from '../exit-codes.ts';
import type { NodeClient } from '../node/client.ts';
import { done, type Outcome, refuse } from '../outcome.ts';

/** The line that somebody means by its full name, or by words that fit one line alone. */
export async function findLine(node: NodeClient, named: string): Promise<Outcome<string>> {
  const page = await node.call(listPipelines, { query: { q: named, limit: 20 } });
  if (!page.ok) return page;
  const { items } = page.value;
  const exact = items.find(({ line, name }) => line === named || name.toLowerCase() === named.toLowerCase());
  // Words are looked for in operators and identifiers as well; a line that is called so is meant before one that only has them there.
  const called = items.filter(({ name }) => name.toLowerCase().includes(named.toLowerCase()));
  const only = exact ?? (items.length === 1 ? items[0] : called.length === 1 ? called[0] : undefined);
  if (only) return done(only.line);
  const expected =
    items.length > 0
      ? `one of: ${items.map(({ line, name }) => (name === line ? line : `${name} (${line})`)).join(', ')}`
      : 'a line from "portolan line list"';
  return refuse('CLI_OPTION_INVALID', { option: '<line>', value: named, expected }, exitCodes.refused);
}
