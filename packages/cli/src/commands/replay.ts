import { replayEntry } from '@portolan/contract';
import { Command } from 'commander';
import { entryNumberOf } from '../arguments.ts';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';
import { facts } from '../output/table.ts';

const examples = `
Examples:
  portolan replay ZZ9-0000103-5 --as agency

${exitCodesHelp} A decision that comes out differently exits with 1.`;

/** `portolan replay`: computes the last decision again and compares the bytes. */
export function replayCommand(io: Io): Command {
  const command = new Command('replay')
    .description(
      'Compute the last decision on an entry again, from the same evidence, observations and rules',
    )
    .argument('<number>', 'entry number, such as ZZ9-0000103-5')
    .addHelpText('after', examples)
    .action(async (number: string, flags: NodeFlags) => {
      io.exitCode = await runReplay(io, number, flags);
    });
  return withNodeFlags(command);
}

async function runReplay(io: Io, text: string, flags: NodeFlags): Promise<number> {
  const entryNumber = entryNumberOf(text);
  if (!entryNumber.ok) return reportFailure(io, flags, entryNumber);
  return withNode(io, flags, async (node) => {
    const replay = await node.call(replayEntry, { params: { entryNumber: entryNumber.value } });
    if (!replay.ok) return replay;
    const { same, recorded, recomputed, ruleVersion, bytes, evaluation } = replay.value;
    report(io, flags, replay.value, [
      same ? 'The same bytes came out.' : 'OTHER BYTES CAME OUT.',
      ...facts([
        ['Recorded', recorded],
        ['Computed', recomputed],
        ['Bytes', String(bytes)],
        ['Rules', `${evaluation.program} ${ruleVersion}`],
        ...(evaluation.beside ?? []).map(
          (one) =>
            ['Beside', `${one.program} ${one.ruleVersion}: ${one.outcome}, ${one.evaluation}`] as const,
        ),
        ['Outcome', evaluation.outcome],
      ]),
    ]);
    return done(same ? exitCodes.ok : exitCodes.refused);
  });
}
