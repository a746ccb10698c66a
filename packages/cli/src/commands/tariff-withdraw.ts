import { withdrawTariffData } from '@portolan/contract';
import { Command } from 'commander';
import { administer } from '../administer.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { done } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';
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
      const place = placeOf(io, flags);
      if (place === 'organization') io.exitCode = await withdrawAtNode(io, name, flags);
      else if (place === 'node') await withdrawForAll(io, name, flags);
      else io.exitCode = await withdrawHere(io, name, flags);
    });
  return withPlaceFlags(command);
}

async function withdrawHere(io: Io, name: string, flags: WithdrawFlags): Promise<number> {
  const removed = await removeFrom(shelfFolder(io, flags), name);
  if (!removed.ok) return reportFailure(io, flags, removed);
  report(io, flags, { ok: true }, said(name));
  return exitCodes.ok;
}

function withdrawAtNode(io: Io, name: string, flags: WithdrawFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const answer = await node.call(withdrawTariffData, { params: { name }, body: { reason: flags.reason } });
    if (!answer.ok) return answer;
    report(io, flags, answer.value, said(name));
    return done(exitCodes.ok);
  });
}

async function withdrawForAll(io: Io, name: string, flags: WithdrawFlags): Promise<void> {
  const { withdrawForNode } = await import('@portolan/server/platform');
  await administer(
    io,
    flags,
    (context) => withdrawForNode(context, name, flags.reason),
    () => said(name),
  );
}

function said(name: string): string[] {
  return [`${name} is out of use.`];
}
