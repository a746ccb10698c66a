import type { Command } from 'commander';
import type { AdminFlags } from '../administer.ts';
import type { Io } from '../io.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { type ShelfFlags, withShelfFlag } from './shelf.ts';

/** Which tariff data is meant: this machine's folder, an organization's at a node, or a whole node's. */
export type PlaceFlags = ShelfFlags &
  NodeFlags &
  AdminFlags & {
    readonly wholeNode?: boolean;
  };

export type Place = 'machine' | 'organization' | 'node';

export const placeHelp = `
Where: without further options this machine's folder, for commands that need no node. With --node, --token or --as the
organization at a running node, for itself alone. With --whole-node everybody on this machine's node (the operator).`;

export function withPlaceFlags(command: Command): Command {
  return withNodeFlags(withShelfFlag(command))
    .option('--whole-node', 'for every organization on the node of --data (operator)')
    .option(
      '--data <folder>',
      "with --whole-node: folder with the node's data (PORTOLAN_DATA; .portolan/data)",
    )
    .option('--key-file <file>', 'with --whole-node: node key, where it is kept outside the data folder');
}

export function placeOf({ env }: Io, { wholeNode, node, token, as }: PlaceFlags): Place {
  if (wholeNode) return 'node';
  return node || token || as || env.PORTOLAN_TOKEN ? 'organization' : 'machine';
}
