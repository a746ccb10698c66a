import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { report, reportFailure } from '../output/report.ts';
import { withdrawnText } from '../tariff/data-text.ts';
import { type PlaceFlags, placeHelp, placeOf, withPlaceFlags } from '../tariff/place.ts';
import { removeFrom, shelfFolder } from '../tariff/shelf.ts';

const examples = `
Examples:
  portolan tariff withdraw 2026-rev-9 --reason "wrong file"
  portolan tariff withdraw cases-2026-06 --reason "rates corrected" --as broker
${placeHelp}`;

interface WithdrawFlags extends PlaceFlags {
  readonly reason: string;
}

/** `portolan tariff withdraw`: takes imported data out of use; at a node it stays on record with the reason. */
export function withdrawCommand(io: Io): Command {
  const command = new Command('withdraw')
    .description('Take imported tariff data out of use')
    .argument('<name>', 'name under which it was imported')
    .requiredOption('--reason <words>', 'why, for the record')
    .addHelpText('after', examples)
    .action(async (name: string, flags: WithdrawFlags) => {
      io.exitCode = await runWithdraw(io, name, flags);
    });
  return withPlaceFlags(command);
}

/** What speaks to a node is loaded only when a node is meant. */
async function runWithdraw(io: Io, name: string, flags: WithdrawFlags): Promise<number> {
  const place = placeOf(io, flags);
  if (place === 'machine') return withdrawHere(io, name, flags);
  const { withdrawAtNode, withdrawForAll } = await import('../tariff/at-node.ts');
  const work = place === 'node' ? withdrawForAll : withdrawAtNode;
  return work(io, flags, name, flags.reason);
}

async function withdrawHere(io: Io, name: string, flags: WithdrawFlags): Promise<number> {
  const removed = await removeFrom(shelfFolder(io, flags), name);
  if (!removed.ok) return reportFailure(io, flags, removed);
  report(io, flags, { ok: true }, withdrawnText(name));
  return exitCodes.ok;
}
