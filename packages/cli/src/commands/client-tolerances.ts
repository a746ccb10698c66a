import { type Client, removeTolerances, saveTolerances } from '@portolan/contract';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { clientLines } from '../filing/client-text.ts';
import { given } from '../filing/given.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import type { NodeFlags } from '../node/flags.ts';
import { done, type Outcome } from '../outcome.ts';
import { report } from '../output/report.ts';

interface ToleranceFlags extends NodeFlags {
  readonly from: string;
  readonly until?: string;
  readonly over: string;
  readonly under: string;
  readonly price: string;
  readonly weight: string;
  readonly source?: string;
  readonly remove?: boolean;
}

/** `portolan client tolerances`: how much the papers of a client may differ; `numbered` makes a command that names one. */
export function toleranceCommand(io: Io, numbered: (name: string, description: string) => Command): void {
  numbered('tolerances', 'how much papers of a client may differ, from a day on')
    .requiredOption('--from <date>', 'first day, by the date of the order')
    .option('--until <date>', 'last day')
    .option('--over <percent>', 'more than ordered', '5')
    .option('--under <percent>', 'less than ordered', '5')
    .option('--price <percent>', 'unit price', '0')
    .option('--weight <percent>', 'gross weight', '0.5')
    .option('--source <text>', 'where it is agreed', 'agreed with the client')
    .option('--remove', 'take them back')
    .action(async (number: string, flags: ToleranceFlags) => {
      io.exitCode = await runTolerances(io, number, flags);
    });
}

function runTolerances(io: Io, number: string, flags: ToleranceFlags): Promise<number> {
  const { from, until, over, under, price, weight, source = '' } = flags;
  return withNode(io, flags, async (node) => {
    if (flags.remove) return show(io, flags, await node.call(removeTolerances, { params: { number, from } }));
    const body = {
      from,
      ...given('until', until),
      over,
      under,
      price,
      weight,
      source,
      certainty: 'agreed' as const,
    };
    return show(io, flags, await node.call(saveTolerances, { params: { number }, body }));
  });
}

function show(io: Io, flags: NodeFlags, client: Outcome<Client>): Outcome<number> {
  if (!client.ok) return client;
  report(io, flags, client.value, clientLines(client.value));
  return done(exitCodes.ok);
}
