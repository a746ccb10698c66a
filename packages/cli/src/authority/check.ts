import { nodeCrypto } from '@portolan/kernel/node';
import { judgeAuthority, readAuthorityCase, type SigningAuthority } from '@portolan/parties';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { outcomeOf } from '../outcome.ts';
import { type OutputFlags, report, reportFailure } from '../output/report.ts';

/** `portolan authority check`: whether an act may be done, from its credentials alone. */
export function authorityCheckCommand(io: Io): Command {
  const command = new Command('check')
    .description('Judge an act by its credentials, without any node')
    .argument('<file>', 'the act and the credentials that are to show that it may be done')
    .action(async (file: string, flags: OutputFlags) => {
      io.exitCode = await runCheck(io, file, flags);
    });
  return withJsonFlag(command);
}

async function runCheck(io: Io, file: string, flags: OutputFlags): Promise<number> {
  const read = await readJsonObject(file, 'a case of authority');
  if (!read.ok) return reportFailure(io, flags, read);
  const given = outcomeOf(readAuthorityCase(read.value), exitCodes.usage);
  if (!given.ok) return reportFailure(io, flags, given);
  const judged = outcomeOf(await judgeAuthority(given.value, nodeCrypto));
  if (!judged.ok) return reportFailure(io, flags, judged);
  report(io, flags, judged.value, ['It may be done.', ...chainLines(judged.value)]);
  return exitCodes.ok;
}

function chainLines({ chain, person }: SigningAuthority): string[] {
  return [
    ...chain.map(
      ({ number, grantor, grantee, powers, from, until }) =>
        `  ${number}: ${grantor} lets ${grantee} ${powers.join(', ')} from ${from}${until ? ` to ${until}` : ''}`,
    ),
    ...(person ? [`  ${person.person} signs as ${person.as} of ${person.organization}`] : []),
  ];
}
